package dev.graft.compiler.pass;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Region;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;
import org.jspecify.annotations.Nullable;

/// Which variables are live where a line of a body begins: their value may still be read.
///
/// Most variables are temporaries that live and die within a line; only the others take
/// part in the data flow, as bits. Lines are visited from the last to the first until
/// nothing changes, which takes about as many rounds as loops are nested; a round visits
/// only lines whose successors have changed. For a body so large that the bits would not
/// fit in reasonable memory, everything counts as live everywhere, which is always
/// correct.
public final class Liveness {

	private static final int BITS = Long.SIZE;

	/// 32 MB of bits in each of three tables.
	private static final long MOST_WORDS = 4 << 20;

	private static final int UNSEEN = -1;

	private static final int ACROSS = -2;

	private final Body body;

	private final FlowGraph graph;

	private final Reads reads;

	private final @Nullable BitSet among;

	/// For each variable: the number of its bit, or that it lives within a line.
	private final int[] bitOfVariable;

	private Variable[] variableOfBit = new Variable[0];

	private final int words;

	private final boolean everything;

	private final long[] liveIn;

	private Liveness(Body body, FlowGraph graph, Reads reads, @Nullable BitSet among) {
		this.among = among;
		this.body = body;
		this.graph = graph;
		this.reads = reads;
		this.bitOfVariable = new int[body.variables().size()];
		int crossing = numberCrossingVariables();
		this.words = (crossing + BITS - 1) / BITS;
		this.everything = (long) this.words * graph.size() > MOST_WORDS;
		this.liveIn = new long[this.everything ? 0 : this.words * graph.size()];
		if (!this.everything && this.words > 0) {
			solve();
		}
	}

	/// The liveness of a body's variables.
	/// @param among the variables that matter, null if all do
	static Liveness of(Body body, FlowGraph graph, Reads reads, @Nullable BitSet among) {
		return new Liveness(body, graph, reads, among);
	}

	/// Whether it has been found out where a variable is alive.
	boolean isKnown(int variable) {
		return this.among == null || this.among.get(variable);
	}

	// A variable lives within a line if all that is said of it is said there, an
	// assignment first.
	private int numberCrossingVariables() {
		int[] seenIn = new int[this.bitOfVariable.length];
		Arrays.fill(seenIn, UNSEEN);
		for (Variable parameter : this.body.parameters()) {
			seenIn[parameter.index()] = ACROSS;
		}
		for (int line = 0; line < this.graph.size(); line++) {
			markVariables(line, seenIn);
		}
		Arrays.fill(this.bitOfVariable, -1);
		int count = 0;
		for (int index = 0; index < seenIn.length; index++) {
			if (seenIn[index] == ACROSS && isKnown(index)) {
				this.bitOfVariable[index] = count++;
			}
		}
		this.variableOfBit = new Variable[count];
		for (int index = 0; index < seenIn.length; index++) {
			if (this.bitOfVariable[index] >= 0) {
				this.variableOfBit[this.bitOfVariable[index]] = this.body.variables().get(index);
			}
		}
		return count;
	}

	private void markVariables(int line, int[] seenIn) {
		for (int position = this.graph.start(line); position < this.graph.end(line); position++) {
			for (int read = this.reads.start(position); read < this.reads.end(position); read++) {
				if (seenIn[this.reads.variable(read)] != line) {
					seenIn[this.reads.variable(read)] = ACROSS;
				}
			}
			if (statements().get(position) instanceof Assign assign) {
				int index = assign.variable().index();
				if (seenIn[index] == UNSEEN) {
					seenIn[index] = line;
				}
				else if (seenIn[index] != line) {
					seenIn[index] = ACROSS;
				}
			}
		}
	}

	private List<Statement> statements() {
		return this.body.statements();
	}

	private void solve() {
		int lines = this.graph.size();
		long[] read = new long[this.words * lines];
		long[] assigned = new long[this.words * lines];
		Predecessors predecessors = new Predecessors(this.graph);
		for (int line = 0; line < lines; line++) {
			summarize(line, read, assigned);
		}
		boolean[] pending = new boolean[lines];
		Arrays.fill(pending, true);
		long[] live = new long[this.words];
		boolean changed = true;
		while (changed) {
			changed = false;
			for (int line = lines - 1; line >= 0; line--) {
				if (pending[line]) {
					pending[line] = false;
					liveOut(line, live);
					if (flow(line, live, read, assigned)) {
						for (int number = predecessors.start(line); number < predecessors.end(line); number++) {
							int predecessor = predecessors.line(number);
							pending[predecessor] = true;
							changed |= predecessor >= line;
						}
					}
				}
			}
		}
	}

	private void summarize(int line, long[] read, long[] assigned) {
		int base = line * this.words;
		for (int position = this.graph.start(line); position < this.graph.end(line); position++) {
			for (int number = this.reads.start(position); number < this.reads.end(position); number++) {
				int bit = this.bitOfVariable[this.reads.variable(number)];
				if (bit >= 0 && !isSet(assigned, base, bit)) {
					set(read, base, bit);
				}
			}
			if (statements().get(position) instanceof Assign assign) {
				int bit = this.bitOfVariable[assign.variable().index()];
				if (bit >= 0) {
					set(assigned, base, bit);
				}
			}
		}
	}

	private static boolean isSet(long[] table, int base, int bit) {
		return (table[base + bit / BITS] & 1L << bit) != 0;
	}

	private static void set(long[] table, int base, int bit) {
		table[base + bit / BITS] |= 1L << bit;
	}

	private void liveOut(int line, long[] live) {
		Arrays.fill(live, 0);
		for (int number = this.graph.successorStart(line); number < this.graph.successorEnd(line); number++) {
			int base = this.graph.successor(number) * this.words;
			for (int word = 0; word < this.words; word++) {
				live[word] |= this.liveIn[base + word];
			}
		}
	}

	private boolean flow(int line, long[] live, long[] read, long[] assigned) {
		boolean changed = false;
		int base = line * this.words;
		for (int word = 0; word < this.words; word++) {
			long in = read[base + word] | live[word] & ~assigned[base + word];
			in |= liveInHandler(line, word);
			if (in != this.liveIn[base + word]) {
				this.liveIn[base + word] = in;
				changed = true;
			}
		}
		return changed;
	}

	// The exception may come before anything has been assigned, or after. It brings the
	// value of one variable along.
	private long liveInHandler(int line, int word) {
		Region region = this.graph.region(line);
		if (region == null) {
			return 0;
		}
		long live = this.liveIn[this.graph.line(region.handler()) * this.words + word];
		int brought = this.bitOfVariable[region.exception().index()];
		return (brought >= 0 && brought / BITS == word) ? live & ~(1L << brought) : live;
	}

	/// How many words there are of bits that stand for variables.
	public int words() {
		return this.words;
	}

	/// The bits of the variables that are live where a line begins, of those in a word.
	public long liveIn(int line, int word) {
		return this.liveIn[line * this.words + word];
	}

	/// The bits of the variables that are live where a line ends, of those in a word.
	long liveOut(int line, int word) {
		long live = liveInHandler(line, word);
		for (int number = this.graph.successorStart(line); number < this.graph.successorEnd(line); number++) {
			live |= liveIn(this.graph.successor(number), word);
		}
		return live;
	}

	/// The variable that a bit stands for.
	public Variable variable(int word, int bit) {
		return this.variableOfBit[word * BITS + bit];
	}

	/// Hands over the variables whose value a handler may still read that can follow a
	/// line, apart from the one that the exception brings along.
	public void forEachLiveInHandler(int line, Consumer<Variable> action) {
		Region region = this.graph.region(line);
		if (region != null) {
			forEachLiveIn(this.graph.line(region.handler()), (variable) -> {
				if (variable != region.exception()) {
					action.accept(variable);
				}
			});
		}
	}

	/// Whether a variable is live where a line begins.
	public boolean isLiveIn(int line, Variable variable) {
		int bit = this.bitOfVariable[variable.index()];
		return bit >= 0 && (this.everything || isSet(this.liveIn, line * this.words, bit));
	}

	/// Hands over the variables that are live where a line begins, in index order.
	public void forEachLiveIn(int line, Consumer<Variable> action) {
		if (this.everything) {
			for (Variable variable : this.variableOfBit) {
				action.accept(variable);
			}
			return;
		}
		int base = line * this.words;
		for (int word = 0; word < this.words; word++) {
			for (long bits = this.liveIn[base + word]; bits != 0; bits &= bits - 1) {
				action.accept(this.variableOfBit[word * BITS + Long.numberOfTrailingZeros(bits)]);
			}
		}
	}

	/// How many variables are live where a line begins.
	public int countLiveIn(int line) {
		if (this.everything) {
			return this.variableOfBit.length;
		}
		int count = 0;
		for (int word = 0; word < this.words; word++) {
			count += Long.bitCount(liveIn(line, word));
		}
		return count;
	}

	/// Whether a variable never takes its value from one line to another.
	public boolean isWithinLine(Variable variable) {
		return this.bitOfVariable[variable.index()] < 0;
	}

	/// Whether nothing was found out because the body is too large.
	public boolean isEverythingLive() {
		return this.everything;
	}

}
