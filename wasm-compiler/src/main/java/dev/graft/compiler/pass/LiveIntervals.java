package dev.graft.compiler.pass;

import java.util.Arrays;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;

/// From where to where each variable is live. A position is twice the index of a
/// statement, plus one for what happens after its operands have been evaluated.
final class LiveIntervals {

	private static final int ENTRY = -1;

	private final int[] starts;

	private final int[] ends;

	private final boolean[] read;

	LiveIntervals(Body body, FlowGraph graph, Liveness liveness, Reads reads) {
		this.starts = new int[body.variables().size()];
		this.ends = new int[this.starts.length];
		Arrays.fill(this.starts, Integer.MAX_VALUE);
		Arrays.fill(this.ends, Integer.MIN_VALUE);
		this.read = new boolean[this.starts.length];
		body.parameters().forEach((parameter) -> extend(parameter, ENTRY));
		for (int position = 0; position < body.statements().size(); position++) {
			for (int number = reads.start(position); number < reads.end(position); number++) {
				int variable = reads.variable(number);
				if (liveness.isKnown(variable)) {
					this.read[variable] = true;
					extend(variable, 2 * position);
				}
			}
		}
		for (int position = 0; position < body.statements().size(); position++) {
			if (body.statements().get(position) instanceof Assign assign && this.read[assign.variable().index()]) {
				extend(assign.variable(), 2 * position + 1);
			}
		}
		if (liveness.isEverythingLive()) {
			liveness.forEachLiveIn(0, (variable) -> addEverywhere(variable.index(), 2 * body.statements().size()));
		}
		else {
			addLines(graph, liveness);
		}
	}

	private void extend(Variable variable, int position) {
		extend(variable.index(), position);
	}

	private void extend(int index, int position) {
		this.starts[index] = Math.min(this.starts[index], position);
		this.ends[index] = Math.max(this.ends[index], position);
	}

	private void addEverywhere(int variable, int end) {
		if (this.read[variable]) {
			extend(variable, ENTRY);
			extend(variable, end);
		}
	}

	private void addLines(FlowGraph graph, Liveness liveness) {
		for (int word = 0; word < liveness.words(); word++) {
			long seen = 0;
			for (int line = 0; line < graph.size(); line++) {
				seen = extendNew(liveness, word, liveness.liveIn(line, word), seen, 2 * graph.start(line));
				seen = extendNew(liveness, word, liveness.liveOut(line, word), seen, 2 * graph.end(line) - 1);
			}
			seen = 0;
			for (int line = graph.size() - 1; line >= 0; line--) {
				seen = extendNew(liveness, word, liveness.liveOut(line, word), seen, 2 * graph.end(line) - 1);
				seen = extendNew(liveness, word, liveness.liveIn(line, word), seen, 2 * graph.start(line));
			}
		}
	}

	// Only the first and the last place where a variable is live matter.
	private long extendNew(Liveness liveness, int word, long live, long seen, int position) {
		for (long bits = live & ~seen; bits != 0; bits &= bits - 1) {
			extend(liveness.variable(word, Long.numberOfTrailingZeros(bits)), position);
		}
		return seen | live;
	}

	/// For each variable whether anybody reads it.
	boolean[] read() {
		return this.read;
	}

	int start(int variable) {
		return this.starts[variable];
	}

	int end(int variable) {
		return this.ends[variable];
	}

	int[] byStart() {
		return sorted(this.starts);
	}

	int[] byEnd() {
		return sorted(this.ends);
	}

	private int[] sorted(int[] positions) {
		long[] keys = new long[positions.length];
		int count = 0;
		for (int index = 0; index < positions.length; index++) {
			if (this.ends[index] != Integer.MIN_VALUE) {
				keys[count++] = ((long) positions[index] << Integer.SIZE) + index;
			}
		}
		Arrays.sort(keys, 0, count);
		int[] order = new int[count];
		for (int rank = 0; rank < count; rank++) {
			order[rank] = (int) keys[rank];
		}
		return order;
	}

}
