package dev.graft.engine.abi;

import java.util.Arrays;

/// Arrays that an instance's functions keep variables in which have no place in a frame.
/// A function takes one when it begins and gives it back when it returns, so that calls
/// make no garbage. What an array holds when it is taken is left over from another call.
///
/// Nobody has to give anything back: what an exception takes away, or a guest that is at
/// odds with its compiler, is collected as if there were no such reserve.
public final class SpareArrays {

	/// What an instance has in reserve before anybody has given something back.
	static final long[][] NONE = new long[0][];

	/// How many an instance keeps: as many as calls within calls usually need.
	private static final int MOST = 128;

	private static final int FEWEST = 4;

	/// The longest that is kept, so that a reserve stays below a mebibyte; the compiler
	/// wants no longer ones.
	private static final int LONGEST = 1_000;

	private SpareArrays() {
	}

	/// Forgets all that an instance has in reserve, with what is left over in it.
	@EngineSide
	static void clear(ModuleInstance instance) {
		instance.spareArrays = NONE;
		instance.spareArrayCount = 0;
	}

	/// Takes an array.
	/// @param length how many elements it has at least
	public static long[] take(int length, ModuleInstance instance) {
		int count = instance.spareArrayCount;
		if (count == 0) {
			return new long[length];
		}
		instance.spareArrayCount = count - 1;
		long[] array = instance.spareArrays[count - 1];
		return (array.length < length) ? new long[length] : array;
	}

	/// Gives an array back.
	public static void giveBack(long[] array, ModuleInstance instance) {
		if (array.length > LONGEST) {
			return;
		}
		int count = instance.spareArrayCount;
		if (count == instance.spareArrays.length) {
			if (count == MOST) {
				return;
			}
			instance.spareArrays = Arrays.copyOf(instance.spareArrays, Math.max(FEWEST, 2 * count));
		}
		instance.spareArrays[count] = array;
		instance.spareArrayCount = count + 1;
	}

}
