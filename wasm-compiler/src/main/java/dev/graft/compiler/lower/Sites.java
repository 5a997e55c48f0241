package dev.graft.compiler.lower;

import java.util.Arrays;

/// The places of a function that stack traces can name: calls, what can trap, loop
/// headers. Numbered from 1; the number becomes the line number of the generated code.
public final class Sites {

	private static final int FIRST_CAPACITY = 8;

	private final boolean kept;

	private int[] offsets = new int[FIRST_CAPACITY];

	private int count;

	/// @param kept whether anybody wants to know; if not, every site is 0
	public Sites(boolean kept) {
		this.kept = kept;
	}

	/// Adds a site.
	/// @param offset where it is in the binary
	/// @return its number
	int add(int offset) {
		if (!this.kept) {
			return 0;
		}
		if (this.count == this.offsets.length) {
			this.offsets = Arrays.copyOf(this.offsets, this.count * 2);
		}
		this.offsets[this.count++] = offset;
		return this.count;
	}

	/// Where each site is in the binary, the first one first.
	public int[] offsets() {
		return Arrays.copyOf(this.offsets, this.count);
	}

}
