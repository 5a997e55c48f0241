package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.CheckedAddress;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;

/// Cuts the rounds of a counted loop into strips, and looks for a request to stop before
/// each strip instead of in each round.
///
/// ```
///     L0:                         L0:
///       poll                        poll
///                                   rounds = …                  how many are left, up to a strip
///                                   wide = (unsigned) v1        and rounds = 1 if it would overflow
///                                   count = 0
///       …             ─▶         L1:
///       … (load v1)                 … (load wide)
///       v1 = v1 + 4                 v1 = v1 + 4
///                                   wide = wide + 4
///                                   count = count + 1
///                                   if (count < rounds) goto L1
///       if (v1 != v2) goto L0       if (v1 != v2) goto L0
/// ```
///
/// The inner loop is what HotSpot optimises best: it counts an `int` up to a number that
/// is known before, there is no volatile read in it, and addresses in it are `long`s that
/// grow evenly. An address of 32 bits may wrap around in each round, for all that HotSpot
/// knows, so that each access has to be checked; of one that cannot, HotSpot checks the
/// first and the last.
///
/// All that is computed before a strip may be too little but not too much: whether the
/// loop goes on is asked after a strip as it was after a round.
public final class StripMining {

	/// How many nodes of trees a strip takes at most, so that not too much time passes
	/// between two looks.
	private static final int NODES_PER_STRIP = 100_000;

	private static final int MOST_ROUNDS = 4_096;

	/// Loops with larger rounds gain little.
	private static final int MOST_NODES = 600;

	/// More addresses than that would occupy all registers.
	private static final int MOST_ADDRESSES = 4;

	private static final long ADDRESSES = 1L << Integer.SIZE;

	private final Body body;

	private final List<Statement> rewritten;

	private StripMining(Body body) {
		this.body = body;
		this.rewritten = new ArrayList<>(body.statements().size() + 16);
	}

	/// Cuts the counted loops of a body into strips.
	/// @param body the body; memory accesses have been planned
	public static void apply(Body body) {
		new StripMining(body).rewrite();
	}

	private void rewrite() {
		Loops loops = Loops.of(this.body);
		List<Statement> statements = this.body.statements();
		int position = 0;
		while (position < statements.size()) {
			CountedLoop loop = loops.isHeader(position) ? CountedLoop.at(statements, loops, position, MOST_NODES)
					: null;
			if (loop == null) {
				this.rewritten.add(statements.get(position++));
			}
			else {
				rewrite(loop);
				position = loop.end();
			}
		}
		statements.clear();
		statements.addAll(this.rewritten);
	}

	private void rewrite(CountedLoop loop) {
		Map<Address, Variable> wide = wideAddresses(loop);
		Variable rounds = this.body.variables().variable(Kind.LONG);
		Variable strip = this.body.variables().variable(Kind.INT);
		Variable count = this.body.variables().variable(Kind.INT);
		Label inner = this.body.variables().label(true);
		this.rewritten.addAll(loop.statements().subList(0, 2));
		findRounds(loop, rounds);
		wide.forEach((address, variable) -> begin(loop, address, variable, rounds));
		this.rewritten.add(new Assign(strip, new Numeric(NumericOp.I32_WRAP_I64, 0, new Read(rounds))));
		this.rewritten.add(new Assign(count, Constant.ofInt(0)));
		this.rewritten.add(new Mark(inner));
		for (int position = 2; position < loop.statements().size() - 1; position++) {
			this.rewritten.add(new Widening(loop, position, wide).of(loop.statements().get(position)));
		}
		wide.forEach((address, variable) -> this.rewritten.add(new Assign(variable, sum(NumericOp.I64_ADD,
				new Read(variable), longOf(loop.stride(address.variable()))))));
		this.rewritten.add(new Assign(count, sum(NumericOp.I32_ADD, new Read(count), Constant.ofInt(1))));
		this.rewritten.add(new JumpIf(sum(NumericOp.I32_LT_S, new Read(count), new Read(strip)), true, inner));
		this.rewritten.add(loop.statements().getLast());
	}

	// How many rounds the loop goes on for if nothing else ends it, but at least one and
	// no more than a strip.
	private void findRounds(CountedLoop loop, Variable rounds) {
		long most = Math.clamp(NODES_PER_STRIP / loop.nodes(), 1, MOST_ROUNDS);
		this.rewritten.add(new Assign(rounds, loop.rounds()));
		this.rewritten.add(new Assign(rounds, lesserOf(new Read(rounds), most)));
		this.rewritten.add(new Assign(rounds, new Select(new Read(rounds), longOf(1),
				sum(NumericOp.I64_GT_S, new Read(rounds), longOf(0)))));
	}

	private static Expression lesserOf(Expression value, long limit) {
		return new Select(value, longOf(limit), sum(NumericOp.I64_LT_S, value, longOf(limit)));
	}

	// The last address of a strip must be one of 32 bits as the first is. A strip of one
	// round has but one.
	private void begin(CountedLoop loop, Address address, Variable wide, Variable rounds) {
		long stride = loop.stride(address.variable());
		this.rewritten.add(new Assign(wide, new Numeric(NumericOp.I64_EXTEND_I32_U, 0, address.value())));
		Expression last = sum(NumericOp.I64_ADD, new Read(wide), sum(NumericOp.I64_MUL,
				sum(NumericOp.I64_SUB, new Read(rounds), longOf(1)), longOf(stride)));
		Expression fits = (stride > 0) ? sum(NumericOp.I64_LT_S, last, longOf(ADDRESSES))
				: sum(NumericOp.I64_GE_S, last, longOf(0));
		this.rewritten.add(new Assign(rounds, new Select(new Read(rounds), longOf(1), fits)));
	}

	private static Expression sum(NumericOp op, Expression one, Expression other) {
		return new Numeric(op, 0, one, other);
	}

	private static Constant longOf(long value) {
		return Constant.of(Kind.LONG, value);
	}

	// Addresses

	private Map<Address, Variable> wideAddresses(CountedLoop loop) {
		Map<Address, Variable> found = new LinkedHashMap<>();
		for (int position = 2; position < loop.statements().size() - 1; position++) {
			Statement statement = loop.statements().get(position);
			if (isChecked(statement)) {
				find(loop, position, statement.operand(0), found);
			}
			for (int number = 0; number < statement.operandCount(); number++) {
				findIn(loop, position, statement.operand(number), found);
			}
		}
		if (found.size() > MOST_ADDRESSES) {
			return Map.of();
		}
		found.replaceAll((address, none) -> this.body.variables().variable(Kind.LONG));
		return found;
	}

	private static void findIn(CountedLoop loop, int position, Expression tree, Map<Address, Variable> found) {
		if (isChecked(tree)) {
			find(loop, position, tree.operand(0), found);
		}
		for (int number = 0; number < tree.operandCount(); number++) {
			findIn(loop, position, tree.operand(number), found);
		}
	}

	// Whatever is put in the map is replaced when it is known how many there are.
	private static void find(CountedLoop loop, int position, Expression tree, Map<Address, Variable> found) {
		Address address = Address.of(loop, position, tree);
		if (address != null) {
			found.putIfAbsent(address, address.variable());
		}
	}

	/// Whether a statement checks its first operand in place.
	private static boolean isChecked(Statement statement) {
		return statement instanceof Store store && store.access().base() != null && !store.access().checked();
	}

	/// Whether a node checks its operand in place.
	private static boolean isChecked(Expression tree) {
		return tree instanceof CheckedAddress
				|| tree instanceof Load load && load.access().base() != null && !load.access().checked();
	}

	/// An address that changes evenly: a variable and a constant.
	///
	/// @param variable the variable
	/// @param constant what is added to its value at the beginning of the round, before
	/// the sum is cut to 32 bits
	private record Address(Variable variable, int constant) {

		/// The address that a tree computes, null if it does not change evenly.
		/// @param position where it does
		static @Nullable Address of(CountedLoop loop, int position, Expression tree) {
			Expression variable = tree;
			int constant = 0;
			if (tree instanceof Numeric sum && sum.op() == NumericOp.I32_ADD && sum.operand(1) instanceof Constant by) {
				variable = sum.operand(0);
				constant = (int) by.bits();
			}
			if (!(variable instanceof Read read) || loop.stride(read.variable()) == 0) {
				return null;
			}
			return new Address(read.variable(), constant + loop.change(read.variable(), position));
		}

		Expression value() {
			Expression read = new Read(this.variable);
			return (this.constant == 0) ? read : sum(NumericOp.I32_ADD, read, Constant.ofInt(this.constant));
		}

	}

	/// Puts wide addresses in the place of others.
	private record Widening(CountedLoop loop, int position, Map<Address, Variable> wide) {

		Statement of(Statement statement) {
			if (this.wide.isEmpty() || statement.operandCount() == 0) {
				return statement;
			}
			Expression[] operands = new Expression[statement.operandCount()];
			for (int number = 0; number < operands.length; number++) {
				operands[number] = of(statement.operand(number));
			}
			if (isChecked(statement)) {
				operands[0] = address(statement.operand(0), operands[0]);
			}
			return statement.with(operands);
		}

		private Expression of(Expression tree) {
			if (tree.operandCount() == 0) {
				return tree;
			}
			Expression[] operands = new Expression[tree.operandCount()];
			for (int number = 0; number < operands.length; number++) {
				operands[number] = of(tree.operand(number));
			}
			if (isChecked(tree)) {
				operands[0] = address(tree.operand(0), operands[0]);
			}
			return tree.with(operands);
		}

		private Expression address(Expression original, Expression otherwise) {
			Address address = Address.of(this.loop, this.position, original);
			Variable variable = (address != null) ? this.wide.get(address) : null;
			return (variable != null) ? new Read(variable) : otherwise;
		}

	}

}
