package dev.graft.engine.abi;

import java.lang.foreign.MemorySegment;

/// Fills and copies ranges of addresses that have been checked.
///
/// The JVM cannot stop a thread while it fills or copies, and while it waits for one
/// thread, all others stand still. So large ranges go in parts.
final class BulkMemory {

	/// About a tenth of a millisecond's work.
	private static final long PART_BYTES = 1 << 20;

	private BulkMemory() {
	}

	static void fill(long address, long length, byte value) {
		for (long done = 0; done < length; done += PART_BYTES) {
			MemoryOps.ALL.asSlice(address + done, Math.min(PART_BYTES, length - done)).fill(value);
		}
	}

	/// The ranges may overlap.
	static void copy(long from, long to, long length) {
		if (to <= from) {
			copyUpwards(from, to, length);
		}
		else {
			copyDownwards(from, to, length);
		}
	}

	private static void copyUpwards(long from, long to, long length) {
		for (long done = 0; done < length; done += PART_BYTES) {
			copyPart(from + done, to + done, Math.min(PART_BYTES, length - done));
		}
	}

	private static void copyDownwards(long from, long to, long length) {
		for (long left = length; left > 0; left -= PART_BYTES) {
			long part = Math.min(PART_BYTES, left);
			copyPart(from + left - part, to + left - part, part);
		}
	}

	private static void copyPart(long from, long to, long length) {
		MemorySegment.copy(MemoryOps.ALL, from, MemoryOps.ALL, to, length);
	}

}
