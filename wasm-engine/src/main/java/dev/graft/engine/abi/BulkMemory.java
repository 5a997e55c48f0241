package dev.graft.engine.abi;

import java.lang.foreign.MemorySegment;

import org.jspecify.annotations.Nullable;

/// Fills and copies ranges of addresses that have been checked.
///
/// The JVM cannot stop a thread while it fills or copies, and while it waits for one
/// thread, all others stand still. So large ranges go in parts. There is no end to how
/// large they are in memories with 64-bit addresses, so between two parts somebody may
/// interrupt them.
final class BulkMemory {

	/// About a tenth of a millisecond's work.
	private static final long PART_BYTES = 1 << 20;

	private BulkMemory() {
	}

	static void fill(long address, long length, byte value) {
		fill(address, length, value, null);
	}

	/// @param context whom to ask between two parts, null for nobody
	static void fill(long address, long length, byte value, @Nullable ExecutionContext context) {
		for (long done = 0; done < length; done += PART_BYTES) {
			MemoryOps.ALL.asSlice(address + done, Math.min(PART_BYTES, length - done)).fill(value);
			pause(context);
		}
	}

	/// The ranges may overlap.
	static void copy(long from, long to, long length) {
		copy(from, to, length, null);
	}

	/// The ranges may overlap.
	/// @param context whom to ask between two parts, null for nobody
	static void copy(long from, long to, long length, @Nullable ExecutionContext context) {
		if (to <= from) {
			copyUpwards(from, to, length, context);
		}
		else {
			copyDownwards(from, to, length, context);
		}
	}

	private static void copyUpwards(long from, long to, long length, @Nullable ExecutionContext context) {
		for (long done = 0; done < length; done += PART_BYTES) {
			copyPart(from + done, to + done, Math.min(PART_BYTES, length - done));
			pause(context);
		}
	}

	private static void copyDownwards(long from, long to, long length, @Nullable ExecutionContext context) {
		for (long left = length; left > 0; left -= PART_BYTES) {
			long part = Math.min(PART_BYTES, left);
			copyPart(from + left - part, to + left - part, part);
			pause(context);
		}
	}

	private static void copyPart(long from, long to, long length) {
		MemorySegment.copy(MemoryOps.ALL, from, MemoryOps.ALL, to, length);
	}

	private static void pause(@Nullable ExecutionContext context) {
		if (context != null && context.interruption != 0) {
			InterruptOps.answer(context);
		}
	}

}
