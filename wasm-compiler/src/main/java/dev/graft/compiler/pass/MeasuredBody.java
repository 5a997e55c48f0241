package dev.graft.compiler.pass;

/// A body, what is known of it, and how large it would be.
///
/// @param analysis the body and what is known of it
/// @param sizes how many bytes each of its statements takes
@SuppressWarnings("ArrayRecordComponent")
public record MeasuredBody(Analysis analysis, int[] sizes) {

	/// How many bytes it takes.
	public int totalSize() {
		int total = 0;
		for (int size : this.sizes) {
			total += size;
		}
		return total;
	}

}
