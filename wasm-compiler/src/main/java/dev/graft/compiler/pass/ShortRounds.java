package dev.graft.compiler.pass;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Poll;
import dev.graft.compiler.ir.Statement.Switch;
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

	/// After looking at so many statements no more loops are looked at. No body that a
	/// compiler has made comes near.
	private static final long MOST_EFFORT = 20_000_000;

	private final List<Statement> statements;

	private final Loops loops;

	private final FlowGraph graph;

	private long effort;

	/// Short rounds of a loop.
	///
	/// @param header the line of the loop's header
	/// @param mark the header
	/// @param poll what the header's line polls by, null for code that nobody interrupts
	/// @param lines what the rounds consist of, the line of the header among them
	/// @param shared which of these lines other rounds come by
	record Found(int header, Mark mark, @Nullable Poll poll, SortedSet<Integer> lines, Set<Integer> shared) {
	}

	ShortRounds(Body body, FlowGraph graph) {
		this.statements = body.statements();
		this.loops = Loops.of(body);
		this.graph = graph;
	}

	/// Whether a statement calls a function.
	static boolean calls(Statement statement) {
		return (statement.effects() & Effects.CALL) == Effects.CALL;
	}

	/// What there is in a body, by the lines of the headers. No line is in two of them.
	Map<Integer, Found> find() {
		Map<Integer, Found> all = new HashMap<>();
		for (int position = 0; position < this.statements.size() && this.effort < MOST_EFFORT; position++) {
			if (this.loops.isHeader(position)) {
				Found found = at(position);
				if (found != null) {
					all.put(found.header(), found);
				}
			}
		}
		return all;
	}

	private @Nullable Found at(int position) {
		int header = this.graph.lineAt(position);
		int end = this.loops.end(position);
		if (loopsBeginning(header) > 1 || !isPlain(header)) {
			return null;
		}
		SortedSet<Integer> lines = rounds(header, end);
		if (lines.isEmpty() || nodes(lines) > MOST_NODES) {
			return null;
		}
		this.effort += end - position;
		if (this.loops.isEnteredAside(position)
				|| this.statements.subList(position, end).stream().noneMatch(ShortRounds::calls)) {
			return null;
		}
		Set<Integer> entered = entered(header, end, lines);
		Set<Integer> shared = shared(header, lines, entered);
		return (entered.isEmpty() || nodes(shared) > MOST_COPIED) ? null
				: new Found(header, (Mark) this.statements.get(position), poll(header), lines, shared);
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
			.filter((statement) -> statement instanceof Mark mark && mark.label().isLoop())
			.count();
	}

	// The switch of an interpreter leads to short rounds only.
	private boolean isPlain(int line) {
		List<Statement> statements = this.graph.statements(line);
		return !(statements.getLast() instanceof Switch) && statements.stream().noneMatch(ShortRounds::calls);
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

	// Which of the lines other lines of the loop lead to.
	private Set<Integer> entered(int header, int end, Set<Integer> lines) {
		Set<Integer> entered = new HashSet<>();
		for (int line = header; line < this.graph.size() && this.graph.start(line) < end; line++) {
			if (!lines.contains(line)) {
				for (int next : this.graph.successors(line)) {
					if (lines.contains(next)) {
						entered.add(next);
					}
				}
			}
		}
		return entered;
	}

	// Which of the lines come behind those, up to the header.
	private Set<Integer> shared(int header, Set<Integer> lines, Set<Integer> entered) {
		Set<Integer> shared = new HashSet<>(entered);
		shared.remove(header);
		Deque<Integer> pending = new ArrayDeque<>(shared);
		while (!pending.isEmpty()) {
			for (int next : this.graph.successors(pending.remove())) {
				if (next != header && lines.contains(next) && shared.add(next)) {
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
