package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Renaming;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Variable;
import org.jspecify.annotations.Nullable;

/// Writes the rounds of loops one behind the other that are short and always have the
/// same few.
///
/// ```
///     v1 = 0
///     v2 = v0
///   L0:
///     poll
///     f64.store v2 (f64.load v2) * v3       f64.store v0 (f64.load v0) * v3
///     v2 = v2 + 8                     ─▶    f64.store (v0 + 8) (f64.load (v0 + 8)) * v3
///     v1 = v1 + 1                           v2 = v0 + 16
///     if (v1 != 2) goto L0                  v1 = 2
/// ```
///
/// What is known of variables when the loop begins, that they are constants or another
/// variable and a constant, is carried through all rounds. So nothing is left of what
/// counts if it is not read behind the loop, and addresses can be compared with each
/// other. If the loop was in another one, that one may become an innermost one, with
/// addresses that change evenly.
public final class UnrolledLoops {

	private static final int MOST_ROUNDS = 16;

	/// How many nodes the trees of all rounds may have together.
	private static final int MOST_NODES = 400;

	private final Body body;

	private final List<Statement> rewritten = new ArrayList<>();

	private UnrolledLoops(Body body) {
		this.body = body;
	}

	/// Rewrites the loops of a body.
	public static void apply(Body body) {
		UnrolledLoops loops = new UnrolledLoops(body);
		if (loops.rewrite()) {
			body.statements().clear();
			body.statements().addAll(loops.rewritten);
			UnusedAssignments.drop(body);
		}
	}

	private boolean rewrite() {
		Loops loops = Loops.of(this.body);
		List<Statement> statements = this.body.statements();
		boolean changed = false;
		int position = 0;
		while (position < statements.size()) {
			CountedLoop loop = loops.isHeader(position) ? straight(loops, position) : null;
			if (loop != null && unroll(loop)) {
				position = loop.end();
				changed = true;
			}
			else {
				this.rewritten.add(statements.get(position++));
			}
		}
		return changed;
	}

	private @Nullable CountedLoop straight(Loops loops, int position) {
		CountedLoop loop = CountedLoop.at(this.body.statements(), loops, position, MOST_NODES / 2,
				Set.of(Kind.INT, Kind.LONG));
		return (loop != null && loop.isStraight() && loops.isEnteredFromAbove(position)) ? loop : null;
	}

	private boolean unroll(CountedLoop loop) {
		KnownSums known = KnownSums.behind(this.rewritten);
		int rounds = loop.rounds(known::constant, Math.min(MOST_ROUNDS, MOST_NODES / loop.nodes()));
		for (int round = 1; round <= rounds; round++) {
			Renaming renaming = (round < rounds) ? temporaries(loop) : Renaming.ofVariables(UnaryOperator.identity());
			for (int position = loop.first(); position < loop.lastPosition(); position++) {
				Statement statement = renaming.of(loop.statement(position)).map(known::put);
				known.pass(statement);
				this.rewritten.add(statement);
			}
		}
		return rounds > 0;
	}

	// Each of these is assigned by one statement only.
	private Renaming temporaries(CountedLoop loop) {
		Map<Variable, Variable> others = new HashMap<>();
		return Renaming.ofVariables((variable) -> variable.isTemporary() && loop.assigns(variable)
				? others.computeIfAbsent(variable, (each) -> this.body.variables().temporary(each.kind())) : variable);
	}

}
