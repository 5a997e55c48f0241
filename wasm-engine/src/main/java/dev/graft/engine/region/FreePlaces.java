package dev.graft.engine.region;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Which ranges of the region are free. The lowest that is large enough is taken first, so that the region stays dense.
final class FreePlaces {

	/// The size of each free range by where it begins. No two of them touch.
	private final TreeMap<Long, Long> sizes = new TreeMap<>();

	FreePlaces(long size) {
		this.sizes.put(0L, size);
	}

	/// Takes a range, if there is one.
	synchronized OptionalLong take(long bytes) {
		for (Map.Entry<Long, Long> range : this.sizes.entrySet()) {
			long start = range.getKey();
			long size = range.getValue();
			if (size >= bytes) {
				this.sizes.remove(start);
				if (size > bytes) {
					this.sizes.put(start + bytes, size - bytes);
				}
				return OptionalLong.of(start);
			}
		}
		return OptionalLong.empty();
	}

	/// Gives a range back.
	synchronized void give(long start, long bytes) {
		long from = start;
		long size = bytes;
		Map.Entry<Long, Long> below = this.sizes.lowerEntry(start);
		if (below != null && below.getKey() + below.getValue() == start) {
			from = below.getKey();
			size += below.getValue();
		}
		Long above = this.sizes.remove(start + bytes);
		this.sizes.put(from, (above != null) ? size + above : size);
	}

}
