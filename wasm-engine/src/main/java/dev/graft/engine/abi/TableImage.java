package dev.graft.engine.abi;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/// What a table holds wherever nobody has written: functions of the segments that it was
/// initialised from, and the same reference everywhere else.
///
/// The segments stand in the artifact, where all instances read them; an image only says
/// which part of which segment is where. So it takes no more room for a table of eighty
/// thousand functions than for one of eight.
final class TableImage {

	/// With more segments, looking for the right one takes too long.
	private static final int MOST_SEGMENTS = 64;

	private static final @Nullable Filling[] NONE = new @Nullable Filling[0];

	private static final int USUAL_SEGMENTS = 1;

	private final @Nullable Object initial;

	private @Nullable Object background;

	/// In the order in which they were written: of those that have an index, the last
	/// counts.
	private @Nullable Filling[] segments = NONE;

	private int count;

	/// How many of the segments have been there since the table was made or reset. After
	/// a reset, it is initialised from the same ones again.
	private int initialised;

	/// An image in which all elements are `initial`.
	TableImage(@Nullable Object initial) {
		this.initial = initial;
		this.background = initial;
	}

	/// The element at an index.
	@Nullable Object at(int index) {
		for (int last = this.count - 1; last >= 0; last--) {
			Filling segment = this.segments[last];
			if (segment != null && index >= segment.start && index - segment.start < segment.count) {
				return segment.functions.resolve(index);
			}
		}
		return this.background;
	}

	/// What elements are that no segment has set.
	@Nullable Object background() {
		return this.background;
	}

	/// Makes all elements the same reference.
	void fill(@Nullable Object element) {
		forget();
		this.background = element;
	}

	/// Begins again: it is going to be initialised from the same segments.
	void restart() {
		this.initialised = 0;
	}

	/// Forgets the segments that were not repeated since it began again.
	/// @return whether there were any
	boolean forgetRest() {
		boolean any = this.initialised < this.count;
		this.count = this.initialised;
		return any;
	}

	/// Is again what it was in the beginning.
	void forget() {
		this.background = this.initial;
		this.segments = NONE;
		this.count = 0;
		this.initialised = 0;
	}

	/// Whether the table is being initialised again, after a reset, from what has been
	/// there all the time.
	boolean repeats(int start, int count, PendingFunctions functions) {
		if (this.initialised >= this.count) {
			return false;
		}
		Filling expected = this.segments[this.initialised];
		if (expected == null || expected.start != start || expected.count != count
				|| !expected.functions.isSame(functions)) {
			return false;
		}
		this.initialised++;
		return true;
	}

	/// Adds elements of a segment. There is none left that could be repeated.
	/// @return whether there was room for them
	boolean add(int start, int count, PendingFunctions functions) {
		if (this.count == MOST_SEGMENTS) {
			return false;
		}
		if (this.count == this.segments.length) {
			this.segments = Arrays.copyOf(this.segments, Math.max(USUAL_SEGMENTS, 2 * this.count));
		}
		this.segments[this.count++] = new Filling(start, count, functions);
		this.initialised++;
		return true;
	}

	/// A segment from which a part of the table was initialised.
	/// @param start the first of the elements
	/// @param count how many they are
	/// @param functions what they are
	private record Filling(int start, int count, PendingFunctions functions) {
	}

}
