package dev.graft.engine.abi;

import java.util.Arrays;

/// Arrays that an instance's functions keep variables in which have no place in a frame.
/// A function takes one when it begins and gives it back when it returns, so that calls
/// make no garbage.
///
/// Nobody has to give anything back: what an exception takes away, or a guest that is at
/// odds with its compiler, is collected as if there were no such reserve. Whoever is
/// given an array finds zeros in it.
public final class SpareArrays {

	/// How many an instance keeps: as many as calls within calls usually need.
	private static final int MOST = 128;

	private long[][] arrays = new long[4][];

	private int count;

	private SpareArrays() {
	}

	/// Takes an array.
	/// @param length how many elements it has at least, and how many of them are zero
	public static long[] take(int length, ModuleInstance instance) {
		SpareArrays spares = instance.spares;
		if (spares == null || spares.count == 0) {
			return new long[length];
		}
		long[] array = spares.arrays[--spares.count];
		if (array.length < length) {
			return new long[length];
		}
		Arrays.fill(array, 0, length, 0);
		return array;
	}

	/// Gives an array back.
	public static void giveBack(long[] array, ModuleInstance instance) {
		SpareArrays spares = instance.spares;
		if (spares == null) {
			spares = new SpareArrays();
			instance.spares = spares;
		}
		spares.add(array);
	}

	private void add(long[] array) {
		if (this.count == this.arrays.length && this.count < MOST) {
			this.arrays = Arrays.copyOf(this.arrays, 2 * this.count);
		}
		if (this.count < this.arrays.length) {
			this.arrays[this.count++] = array;
		}
	}

}
