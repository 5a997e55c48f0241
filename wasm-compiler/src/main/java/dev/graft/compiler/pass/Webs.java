package dev.graft.compiler.pass;

import java.util.Arrays;
import java.util.List;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Renaming;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Variable;
import org.jspecify.annotations.Nullable;

/// Makes several variables of one that is used for several things.
///
/// ```
///     v1 = (i32.load v0)                  v1 = (i32.load v0)
///     switch …                            switch …
///   L1:                                 L1:
///     v2 = (i32.load +4 v1)      ─▶       v2 = (i32.load +4 v1)
///     …                                   …
///   L2:                                 L2:
///     v2 = (i32.load +8 v1)               v3 = (i32.load +8 v1)
///     …                                   …
/// ```
///
/// Compilers give one local to all values that are not alive at the same time. That makes
/// each of them look as if it were alive from the first to the last of its uses. A web is
/// what must be one variable: assignments, and the reads that may see them.
public final class Webs {

	private static final int NONE = -1;

	/// With more nodes nothing is separated: each takes two words of memory, and there
	/// are as many as there are lines, times what is alive at them. The bodies of
	/// programs have a tenth of that.
	private static final int MOST_NODES = 8 << 20;

	private final Body body;

	private final Analysis analysis;

	/// For each line: the number of its first node. It has one for each variable that is
	/// live where it begins, in index order.
	private final int[] atLine;

	/// For each statement: the number of the node that it is if it assigns a variable.
	private final int[] atStatement;

	/// For each node: another one of the same web, itself if it stands for the web.
	private final int[] webs;

	/// For each variable: the node that it is where somebody looks.
	private final int[] current;

	private Webs(Analysis analysis) {
		this.analysis = analysis;
		this.body = analysis.body();
		this.atLine = new int[analysis.graph().size()];
		this.atStatement = new int[this.body.statements().size()];
		this.current = new int[this.body.variables().size()];
		Arrays.fill(this.current, NONE);
		this.webs = new int[numberNodes()];
		Arrays.setAll(this.webs, (node) -> node);
	}

	/// Separates what need not be the same variable, unless a body handles exceptions or
	/// is too large to know what is alive where, or too much is.
	/// @return what is known of the body as it is then
	public static Analysis separate(Analysis analysis) {
		Body body = analysis.body();
		if (analysis.liveness().isEverythingLive() || nodesAtLines(analysis) > MOST_NODES
				|| body.statements().stream().anyMatch((statement) -> statement instanceof Enter)) {
			return analysis;
		}
		Webs webs = new Webs(analysis);
		webs.join();
		webs.rewrite();
		return Analysis.of(body);
	}

	private static long nodesAtLines(Analysis analysis) {
		long nodes = 0;
		for (int line = 0; line < analysis.graph().size(); line++) {
			nodes += analysis.liveness().countLiveIn(line);
		}
		return nodes;
	}

	private int numberNodes() {
		int next = 0;
		for (int line = 0; line < this.atLine.length; line++) {
			this.atLine[line] = next;
			next += this.analysis.liveness().countLiveIn(line);
		}
		for (int position = 0; position < this.atStatement.length; position++) {
			this.atStatement[position] = (crossing(position) != null) ? next++ : NONE;
		}
		return next;
	}

	// The variable that a statement assigns, if it may be read in another line.
	private @Nullable Variable crossing(int position) {
		return (this.body.statements().get(position) instanceof Assign assign
				&& !this.analysis.liveness().isWithinLine(assign.variable())) ? assign.variable() : null;
	}

	private void begin(int line) {
		int[] node = { this.atLine[line] };
		this.analysis.liveness().forEachLiveIn(line, (variable) -> this.current[variable.index()] = node[0]++);
	}

	private void pass(int position) {
		Variable assigned = crossing(position);
		if (assigned != null) {
			this.current[assigned.index()] = this.atStatement[position];
		}
	}

	private void join() {
		FlowGraph graph = this.analysis.graph();
		for (int line = 0; line < graph.size(); line++) {
			begin(line);
			for (int position = graph.start(line); position < graph.end(line); position++) {
				pass(position);
			}
			for (int number = graph.successorStart(line); number < graph.successorEnd(line); number++) {
				join(graph.successor(number));
			}
		}
	}

	// What is known by now is alive where a line begins.
	private void join(int line) {
		int[] node = { this.atLine[line] };
		this.analysis.liveness()
			.forEachLiveIn(line, (variable) -> this.webs[web(this.current[variable.index()])] = web(node[0]++));
	}

	private int web(int node) {
		int web = node;
		while (this.webs[web] != web) {
			this.webs[web] = this.webs[this.webs[web]];
			web = this.webs[web];
		}
		return web;
	}

	private void rewrite() {
		FlowGraph graph = this.analysis.graph();
		@Nullable Variable[] variables = variables();
		Renaming renaming = Renaming.ofVariables((variable) -> at(variable, variables));
		List<Statement> statements = this.body.statements();
		for (int line = 0; line < graph.size(); line++) {
			begin(line);
			for (int position = graph.start(line); position < graph.end(line); position++) {
				Statement statement = renaming.of(statements.get(position));
				pass(position);
				if (statement instanceof Assign(Variable _, Expression value)) {
					Variable assigned = ((Assign) statements.get(position)).variable();
					statement = new Assign(at(assigned, variables), value);
				}
				statements.set(position, statement);
			}
		}
	}

	private Variable at(Variable variable, @Nullable Variable[] variables) {
		int index = variable.index();
		Variable found = (index < this.current.length && this.current[index] != NONE)
				? variables[web(this.current[index])] : null;
		return (found != null) ? found : variable;
	}

	// For each web its variable. What a call begins with, arguments and zeros, stays in
	// the one where it is.
	private @Nullable Variable[] variables() {
		@Nullable Variable[] variables = new @Nullable Variable[this.webs.length];
		boolean[] taken = new boolean[this.current.length];
		this.body.parameters().forEach((parameter) -> taken[parameter.index()] = true);
		if (this.atLine.length > 0) {
			int[] node = { this.atLine[0] };
			this.analysis.liveness().forEachLiveIn(0, (variable) -> {
				variables[web(node[0]++)] = variable;
				taken[variable.index()] = true;
			});
		}
		for (int position = 0; position < this.atStatement.length; position++) {
			Variable assigned = crossing(position);
			if (assigned != null) {
				int web = web(this.atStatement[position]);
				if (variables[web] == null) {
					variables[web] = taken[assigned.index()] ? this.body.variables().variable(assigned.kind())
							: assigned;
					taken[assigned.index()] = true;
				}
			}
		}
		return variables;
	}

}
