package dev.graft.engine.abi;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/// The execution state of a store: one for all of its instances.
///
/// Everything but [#interruption] belongs to the thread that is using the store.
public final class ExecutionContext {

	private static final int USUAL_RESULTS = 8;

	/// Zero while execution may go on. Any thread may set it; generated code reads it at
	/// loop headers and function entries and then calls [InterruptOps#poll].
	public volatile int interruption;

	/// Results beyond the first, by result index: integers as they are, floating point
	/// numbers as their raw bits.
	public long[] resultBits = new long[USUAL_RESULTS];

	/// Results beyond the first that are references, by result index. Never read before
	/// it was written by the same call.
	public @Nullable Object[] resultReferences = new @Nullable Object[USUAL_RESULTS];

	/// The object that stands for the store in the embedding API.
	@EngineSide
	public @Nullable Object embedder;

	/// A context in which nothing was interrupted.
	@EngineSide
	public ExecutionContext() {
	}

	/// Makes room for functions with that many results. The engine does this before it
	/// creates an instance of a module that has such functions in its types.
	@EngineSide
	public void ensureResults(int count) {
		if (this.resultBits.length < count) {
			this.resultBits = Arrays.copyOf(this.resultBits, count);
			this.resultReferences = Arrays.copyOf(this.resultReferences, count);
		}
	}

}
