package dev.graft.engine.abi;

import java.util.BitSet;

import org.jspecify.annotations.Nullable;

/// Which segments of an instance were dropped. Most instances drop none or a few, hence
/// no memory until the first one.
final class DroppedSegments {

	private @Nullable BitSet dropped;

	boolean contains(int segment) {
		BitSet dropped = this.dropped;
		return dropped != null && dropped.get(segment);
	}

	void add(int segment) {
		if (this.dropped == null) {
			this.dropped = new BitSet();
		}
		this.dropped.set(segment);
	}

	void clear() {
		if (this.dropped != null) {
			this.dropped.clear();
		}
	}

}
