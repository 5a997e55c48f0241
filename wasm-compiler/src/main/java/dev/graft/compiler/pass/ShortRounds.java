package dev.graft.compiler.pass;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Poll;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;

/// Finds the short rounds of a loop that call nobody, in a loop where others call.
///
/// What has been found is a set of lines on ways from the loop's header back to it, and
/// which of them other rounds come by as well.
final class ShortRounds {

	/// How many nodes the trees of such rounds may have.
	private static final int MOST_NODES = 200;

	/// How many nodes may be there twice.
	private static final int MOST_COPIED = 60;

	/// How many lines are looked at for each loop.
	private static final int MOST_LINES = 200;

	private final List<Statement> statements;

	private final Loops loops;

	private final FlowGraph graph;

	/// For each position how many statements before it call.
	private final int[] callsBefore;

	/// Short rounds of a loop.
	///
	/// @param header the line of the loop's header
	/// @param mark the header
	/// @param poll what the header's line polls by, null for code that nobody interrupts
	/// @param lines what the rounds consist of, the line of the header among them
	/// @param shared which of these lines other rounds come by
	record Found(int header, Mark mark, @Nullable Poll poll, SortedSet<Integer> lines, Set<Integer> shared) {
	}

	/// Ways around a loop on which nobody calls.
	///
	/// @param position where the loop's header is
	/// @param end what is behind the loop
	/// @param lines what the ways consist of, the line of the header among them
	/// @param entered which of these lines other lines of the loop lead to
	private record Ways(int position, int end, SortedSet<Integer> lines, Set<Integer> entered) {

		int header() {
			return this.lines.getFirst();
		}

		boolean isInLoop(int position) {
			return this.position <= position && position < this.end;
		}

	}

	ShortRounds(Body body, FlowGraph graph) {
		this.statements = body.statements();
		this.loops = Loops.of(body);
		this.graph = graph;
		this.callsBefore = new int[this.statements.size() + 1];
		for (int position = 0; position < this.statements.size(); position++) {
			this.callsBefore[position + 1] = this.callsBefore[position]
					+ (calls(this.statements.get(position)) ? 1 : 0);
		}
	}

	/// Whether a statement calls a function.
	static boolean calls(Statement statement) {
		return (statement.effects() & Effects.CALL) == Effects.CALL;
	}

	/// What there is in a body, by the lines of the headers. No line is in two of them.
	Map<Integer, Found> find() {
		List<Ways> all = new ArrayList<>();
		for (int position = 0; position < this.statements.size(); position++) {
			Ways ways = this.loops.isHeader(position) ? at(position) : null;
			if (ways != null) {
				all.add(ways);
			}
		}
		Map<Integer, Found> found = new HashMap<>();
		if (!all.isEmpty()) {
			findEntered(all);
			all.stream().filter((ways) -> !ways.entered.isEmpty()).forEach((ways) -> addIfShort(ways, found));
		}
		return found;
	}

	/// Whether there is a way around a loop on which nobody calls.
	/// @param position where the loop's header is
	boolean areWithoutCallsAt(int position) {
		int header = this.graph.lineAt(position);
		return isPlain(header) && !rounds(header, this.loops.end(position)).isEmpty();
	}

	private @Nullable Ways at(int position) {
		int header = this.graph.lineAt(position);
		int end = this.loops.end(position);
		if (loopsBeginning(header) > 1 || !isPlain(header) || !callsBetween(position, end)) {
			return null;
		}
		SortedSet<Integer> lines = rounds(header, end);
		boolean suits = !lines.isEmpty() && nodes(lines) <= MOST_NODES && (store(lines) || !isCounted(header, lines))
				&& !this.loops.isEnteredAside(position);
		return suits ? new Ways(position, end, lines, new HashSet<>()) : null;
	}

	private boolean store(Set<Integer> lines) {
		return lines.stream().flatMap((line) -> this.graph.statements(line).stream()).anyMatch(Store.class::isInstance);
	}

	// HotSpot unrolls a loop that counts, and keeps even more in the frame then; one that
	// stores does not become slower by that.
	private boolean isCounted(int header, Set<Integer> lines) {
		Set<Variable> counters = new HashSet<>();
		for (int line : lines) {
			for (Statement statement : this.graph.statements(line)) {
				if (statement instanceof Assign assign && CountedLoop.stride(assign) != 0) {
					counters.add(assign.variable());
				}
			}
		}
		return lines.stream()
			.map((line) -> this.graph.statements(line).getLast())
			.anyMatch((last) -> last instanceof JumpIf jump && this.graph.line(jump.target()) == header
					&& counts(jump.condition(), counters));
	}

	private static boolean counts(Expression condition, Set<Variable> counters) {
		if (condition instanceof Numeric numeric) {
			return switch (numeric.op()) {
				case I32_EQZ, I32_EQ, I32_NE, I32_LT_S, I32_GT_S, I32_LE_S, I32_GE_S ->
					IntStream.range(0, numeric.operandCount())
						.anyMatch((number) -> counts(numeric.operand(number), counters));
				default -> false;
			};
		}
		return condition instanceof Read read && counters.contains(read.variable());
	}

	private void addIfShort(Ways ways, Map<Integer, Found> found) {
		Set<Integer> shared = shared(ways);
		if (nodes(shared) <= MOST_COPIED) {
			int header = ways.header();
			found.put(header,
					new Found(header, (Mark) this.statements.get(ways.position), poll(header), ways.lines, shared));
		}
	}

	private @Nullable Poll poll(int line) {
		for (Statement statement : this.graph.statements(line)) {
			if (statement instanceof Poll poll) {
				return poll;
			}
		}
		return null;
	}

	private int loopsBeginning(int line) {
		return (int) this.graph.statements(line)
			.stream()
			.takeWhile(Mark.class::isInstance)
			.filter((statement) -> statement instanceof Mark mark && mark.label().isLoop())
			.count();
	}

	// The switch of an interpreter leads to short rounds only.
	private boolean isPlain(int line) {
		List<Statement> statements = this.graph.statements(line);
		return !(statements.getLast() instanceof Switch) && !callsBetween(this.graph.start(line), this.graph.end(line));
	}

	private boolean callsBetween(int from, int to) {
		return this.callsBefore[from] < this.callsBefore[to];
	}

	// The lines on all ways from the header back to it along plain lines.
	private SortedSet<Integer> rounds(int header, int end) {
		Map<Integer, Set<Integer>> before = new HashMap<>();
		Deque<Integer> pending = new ArrayDeque<>(List.of(header));
		while (!pending.isEmpty() && before.size() < MOST_LINES) {
			int line = pending.remove();
			for (int next : this.graph.successors(line)) {
				boolean inRound = next == header
						|| next > header && this.graph.start(next) < end && isPlain(next) && loopsBeginning(next) == 0;
				if (inRound) {
					if (!before.containsKey(next) && next != header) {
						pending.add(next);
					}
					before.computeIfAbsent(next, (_) -> new HashSet<>()).add(line);
				}
			}
		}
		SortedSet<Integer> lines = new TreeSet<>();
		pending = new ArrayDeque<>(List.of(header));
		while (!pending.isEmpty()) {
			for (int line : before.getOrDefault(pending.remove(), Set.of())) {
				if (lines.add(line) && line != header) {
					pending.add(line);
				}
			}
		}
		return lines;
	}

	// Loops in each other are many times as long as a body, so all lines are looked at
	// once.
	private void findEntered(List<Ways> all) {
		@Nullable Ways[] ofLines = new @Nullable Ways[this.graph.size()];
		all.forEach((ways) -> ways.lines.forEach((line) -> ofLines[line] = ways));
		for (int line = 0; line < this.graph.size(); line++) {
			for (int number = this.graph.successorStart(line); number < this.graph.successorEnd(line); number++) {
				int next = this.graph.successor(number);
				Ways ways = ofLines[next];
				if (ways != null && !ways.lines.contains(line) && ways.isInLoop(this.graph.start(line))) {
					ways.entered.add(next);
				}
			}
		}
	}

	// Which of the lines come behind those that are entered, up to the header.
	private Set<Integer> shared(Ways ways) {
		int header = ways.header();
		Set<Integer> shared = new HashSet<>(ways.entered);
		shared.remove(header);
		Deque<Integer> pending = new ArrayDeque<>(shared);
		while (!pending.isEmpty()) {
			for (int next : this.graph.successors(pending.remove())) {
				if (next != header && ways.lines.contains(next) && shared.add(next)) {
					pending.add(next);
				}
			}
		}
		return shared;
	}

	private int nodes(Collection<Integer> lines) {
		int nodes = 0;
		for (int line : lines) {
			for (Statement statement : this.graph.statements(line)) {
				for (int number = 0; number < statement.operandCount(); number++) {
					nodes += statement.operand(number).nodes();
				}
			}
		}
		return nodes;
	}

}
