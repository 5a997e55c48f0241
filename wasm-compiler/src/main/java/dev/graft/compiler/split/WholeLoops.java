package dev.graft.compiler.split;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

import dev.graft.compiler.pass.Loops;

/// The loops of a body that no range begins or ends in.
///
/// A call in each round, with all that is alive there, may cost more than the round. So a
/// loop that fits into a method is cut out as a whole or not at all, unless most of it is
/// loops in it: then their rounds are likely to count, and HotSpot would compile all of
/// it for each of them. One whose round is a straight line may be larger, as all of it is
/// done in each round. One that C1 could not compile is cut, too.
final class WholeLoops {

	private final int[] ends;

	private final BitSet inside = new BitSet();

	private final NameEstimate names;

	private int largest;

	/// @param steps tells sizes
	/// @param length how many statements there are
	/// @param most how many bytes a loop has at most
	/// @param mostOfLine how many it has at most if its round is a straight line
	/// @param names tells what C1 needs
	WholeLoops(Loops loops, Steps steps, int length, int most, int mostOfLine, NameEstimate names) {
		this.names = names;
		this.ends = new int[length];
		Deque<Loop> open = new ArrayDeque<>();
		for (int position = 0; position < length; position++) {
			while (!open.isEmpty() && open.element().end <= position) {
				close(open.pop(), most, mostOfLine);
			}
			if (!open.isEmpty() && steps.label(position) >= 0) {
				open.element().line = false;
			}
			if (loops.isHeader(position)) {
				Loop loop = new Loop(position, loops.end(position), steps.bytes(position, loops.end(position)));
				if (!open.isEmpty()) {
					open.element().contain(loop);
				}
				open.push(loop);
			}
		}
		open.forEach((loop) -> close(loop, most, mostOfLine));
	}

	private void close(Loop loop, int most, int mostOfLine) {
		if (loop.bytes <= (loop.line ? mostOfLine : most) && loop.inner <= loop.bytes / 2
				&& this.names.of(loop.from, loop.end) <= NameEstimate.MOST) {
			this.ends[loop.from] = loop.end;
			this.inside.set(loop.from + 1, loop.end);
			this.largest = Math.max(this.largest, loop.bytes);
		}
	}

	/// Whether what begins or ends before a statement would cut such a loop.
	boolean isInside(int position) {
		return this.inside.get(position);
	}

	/// The position behind the loop whose label is at a position, 0 if none is.
	int end(int position) {
		return this.ends[position];
	}

	/// How many bytes the largest has, 0 if there is none.
	int largest() {
		return this.largest;
	}

	private static final class Loop {

		private final int from;

		private final int end;

		private final int bytes;

		/// How many bytes the loops in it have.
		private int inner;

		/// Whether control leaves its line only to leave the loop or to begin a round.
		private boolean line = true;

		Loop(int from, int end, int bytes) {
			this.from = from;
			this.end = end;
			this.bytes = bytes;
		}

		void contain(Loop loop) {
			this.inner += loop.bytes;
		}

	}

}
