package dev.graft.engine.region;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Which ranges of the region are free. The lowest that is large enough is taken first,
/// so that the region stays dense.
final class FreePlaces {

	/// The size of each free range by where it begins. No two of them touch.
	private final TreeMap<Long, Long> sizes = new TreeMap<>();

	FreePlaces(long size) {
		this.sizes.put(0L, size);
	}

	/// Takes a range, if there is one.
	synchronized OptionalLong take(long bytes) {
		OptionalLong start = firstOf(bytes);
		start.ifPresent((from) -> {
			long size = Objects.requireNonNull(this.sizes.remove(from));
			if (size > bytes) {
				this.sizes.put(from + bytes, size - bytes);
			}
		});
		return start;
	}

	private OptionalLong firstOf(long bytes) {
		return this.sizes.entrySet()
			.stream()
			.filter((range) -> range.getValue() >= bytes)
			.mapToLong(Map.Entry::getKey)
			.findFirst();
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
