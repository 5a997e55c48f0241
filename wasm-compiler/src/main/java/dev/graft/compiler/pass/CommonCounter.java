package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Leave;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Poll;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;

/// Lets the variable that ends a loop count for the others that change evenly with it, if
/// something is called in the loop.
///
/// ```
///                                v4 = v2 - (v1 << 2)
///   L0:                        L0:
///     …                          v2 = v4 + (v1 << 2)
///     … (load v2)                …
///     … (call …)        ─▶       … (load v2)
///     v2 = v2 + 4                … (call …)
///     v1 = v1 + 1                v1 = v1 + 1
///     if (v1 != v3) goto L0      if (v1 != v3) goto L0
/// ```
///
/// HotSpot's C2 does the same, but then keeps both: what it computes from, and the
/// variable, which the interpreter would want to go on with. In a loop with calls one
/// number more or less decides whether all others are in registers (see
/// `docs/RATIONALE.md`, "Why are loops with calls slower than elsewhere?").
public final class CommonCounter {

	/// Loops of more statements have other costs.
	private static final int MOST_STATEMENTS = 400;

	/// More have no registers either way, and each takes a statement before the loop and
	/// one behind it.
	private static final int MOST_SHARED = 16;

	/// After looking at so many statements of loops in each other, the rest stays as it
	/// is.
	private static final int MOST_EFFORT = 20_000_000;

	private final Body body;

	private final List<Statement> statements;

	private final Loops loops;

	/// What is to come in front of the statement at a position.
	private final Map<Integer, List<Statement>> inFront = new HashMap<>();

	/// The positions of what is to go.
	private final BitSet dropped = new BitSet();

	// Of the body as it was.
	private final AnalysisOnDemand analysis;

	private int effort;

	private CommonCounter(Body body) {
		this.body = body;
		this.analysis = new AnalysisOnDemand(body);
		this.statements = body.statements();
		this.loops = Loops.of(body);
	}

	/// Rewrites the statements of a body.
	public static void apply(Body body) {
		if (Loops.areIn(body)) {
			new CommonCounter(body).rewrite();
		}
	}

	private void rewrite() {
		for (int header = 0; header < this.statements.size() && this.effort < MOST_EFFORT; header++) {
			if (this.loops.isHeader(header)) {
				share(header);
			}
		}
		if (this.dropped.isEmpty()) {
			return;
		}
		List<Statement> rewritten = new ArrayList<>(this.statements.size() + 2 * this.dropped.cardinality());
		for (int position = 0; position < this.statements.size(); position++) {
			rewritten.addAll(this.inFront.getOrDefault(position, List.of()));
			if (!this.dropped.get(position)) {
				rewritten.add(this.statements.get(position));
			}
		}
		this.statements.clear();
		this.statements.addAll(rewritten);
	}

	private void share(int header) {
		int end = this.loops.end(header);
		if (end - header > MOST_STATEMENTS || !(this.statements.get(end - 1) instanceof JumpIf last)
				|| last.target() != ((Mark) this.statements.get(header)).label()) {
			return;
		}
		Map<Variable, Integer> strides = stridesAtEnd(header, end);
		if (strides.size() < 2 || strides.size() > MOST_SHARED + 1) {
			return;
		}
		this.effort += end - header;
		List<Statement> loop = this.statements.subList(header, end);
		strides.keySet().removeIf((variable) -> !isAssignedOnce(variable, loop));
		Variable counter = CountedLoop.compared(last, strides, loop);
		if (counter != null && this.loops.isEnteredFromAbove(header) && isSuitable(loop)) {
			int stride = strides.getOrDefault(counter, 1);
			strides.forEach((variable, change) -> {
				if (variable != counter && isPowerOfTwo(change, stride) && !last.condition().reads(variable)
						&& !isLiveInHandler(variable, header)) {
					share(variable, counter, change / stride, header);
				}
			});
		}
	}

	// What the statements right before the jump back add to variables.
	private Map<Variable, Integer> stridesAtEnd(int header, int end) {
		Map<Variable, Integer> strides = new LinkedHashMap<>();
		int position = end - 2;
		while (position > header && this.statements.get(position) instanceof Assign assign
				&& assign.variable().kind() == Kind.INT && CountedLoop.stride(assign) != 0) {
			strides.put(assign.variable(), CountedLoop.stride(assign));
			position--;
		}
		return strides;
	}

	private static boolean isAssignedOnce(Variable variable, List<Statement> loop) {
		int assignments = 0;
		for (Statement statement : loop) {
			if (statement instanceof Assign assign && assign.variable() == variable) {
				assignments++;
			}
		}
		return assignments == 1;
	}

	// Something is called, there is one way back, and none from or to a handler.
	private static boolean isSuitable(List<Statement> loop) {
		boolean calls = false;
		for (Statement statement : loop.subList(1, loop.size() - 1)) {
			if (statement instanceof Enter || statement instanceof Leave
					|| CountedLoop.jumpsTo(statement, ((Mark) loop.getFirst()).label())) {
				return false;
			}
			calls |= (statement.effects() & Effects.WRITES_SIZE) != 0;
		}
		return calls;
	}

	private static boolean isPowerOfTwo(int change, int stride) {
		return change % stride == 0 && Integer.bitCount(Math.abs(change / stride)) == 1;
	}

	// Numbers of 32 bits wrap around, so the difference stays what it was whatever
	// happens to either.
	private void share(Variable variable, Variable counter, int factor, int header) {
		int end = this.loops.end(header);
		Variable difference = this.body.variables().variable(Kind.INT);
		Expression counted = counted(counter, Math.abs(factor));
		Expression current = new Numeric((factor > 0) ? NumericOp.I32_ADD : NumericOp.I32_SUB, 0, Read.of(difference),
				counted);
		put(header, new Assign(difference,
				new Numeric((factor > 0) ? NumericOp.I32_SUB : NumericOp.I32_ADD, 0, Read.of(variable), counted)));
		dropLast(variable, end);
		if (!replaceOnlyRead(variable, current, header, end)) {
			put(firstRead(variable, header), new Assign(variable, current));
		}
		if (end < this.statements.size() && isLiveIn(this.analysis.get().graph().lineAt(end), variable)) {
			put(end, new Assign(variable, current));
		}
	}

	private void dropLast(Variable variable, int end) {
		int position = end - 1;
		while (!assigns(position, variable)) {
			position--;
		}
		this.dropped.set(position);
	}

	private boolean assigns(int position, Variable variable) {
		return this.statements.get(position) instanceof Assign assign && assign.variable() == variable;
	}

	// A variable that is read in one place need not be alive before it, unless rounds of
	// another loop would compute it over and over. An access may read one beside its
	// trees.
	private boolean replaceOnlyRead(Variable variable, Expression current, int header, int end) {
		int[] reads = new int[1];
		int reader = -1;
		for (int position = header; position < end; position++) {
			if (assigns(position, variable)) {
				continue;
			}
			int before = reads[0];
			this.statements.get(position).forEachRead((read) -> reads[0] += (read == variable) ? 1 : 0);
			reader = (reads[0] > before) ? position : reader;
		}
		if (reads[0] != 1 || this.loops.depth(reader) > this.loops.depth(header)
				|| isReadAside(variable, header, end)) {
			return false;
		}
		Statement replaced = this.statements.get(reader).map((tree) -> replace(tree, variable, current));
		replaced.forEachRead((read) -> reads[0] += (read == variable) ? 1 : 0);
		if (reads[0] > 1) {
			return false;
		}
		this.statements.set(reader, replaced);
		return true;
	}

	private static Expression replace(Expression tree, Variable variable, Expression value) {
		if (tree instanceof Read read) {
			return (read.variable() == variable) ? value : tree;
		}
		return tree.reads(variable) ? tree.map((operand) -> replace(operand, variable, value)) : tree;
	}

	// Behind a jump out of the loop other than its end.
	private boolean isReadAside(Variable variable, int header, int end) {
		FlowGraph graph = this.analysis.get().graph();
		boolean[] isRead = new boolean[1];
		for (int position = header; position < end; position++) {
			this.statements.get(position).forEachTarget((target) -> {
				int line = graph.line(target);
				boolean outside = graph.start(line) < header || graph.start(line) >= end;
				isRead[0] |= outside && isLiveIn(line, variable);
			});
		}
		return isRead[0];
	}

	private boolean isLiveInHandler(Variable variable, int header) {
		boolean[] isLive = new boolean[1];
		this.analysis.get()
			.liveness()
			.forEachLiveInHandler(this.analysis.get().graph().lineAt(header), (live) -> isLive[0] |= live == variable);
		return isLive[0];
	}

	private boolean isLiveIn(int line, Variable variable) {
		return this.analysis.get().liveness().isLiveIn(line, variable);
	}

	// Every way through the round begins with the line of the header.
	private int firstRead(Variable variable, int header) {
		int last = this.analysis.get().graph().end(this.analysis.get().graph().lineAt(header)) - 1;
		int position = (this.statements.get(header + 1) instanceof Poll) ? header + 2 : header + 1;
		boolean[] reads = new boolean[1];
		while (position < last) {
			this.statements.get(position).forEachRead((read) -> reads[0] |= read == variable);
			if (reads[0]) {
				break;
			}
			position++;
		}
		return position;
	}

	private static Expression counted(Variable counter, int factor) {
		return (factor == 1) ? Read.of(counter) : new Numeric(NumericOp.I32_SHL, 0, Read.of(counter),
				Constant.ofInt(Integer.numberOfTrailingZeros(factor)));
	}

	private void put(int position, Statement statement) {
		this.inFront.computeIfAbsent(position, (_) -> new ArrayList<>()).add(statement);
	}

}
