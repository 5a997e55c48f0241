package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.pass.EvenAddresses.Group;

/// Cuts the rounds of loops over memory into strips, and looks for a request to stop
/// before each strip instead of in each round.
///
/// ```
///     L0:                        L0:
///       poll                       rounds = …                   how many are left, up to a strip
///                                  if (rounds < 16) goto L2
///                                  start = (unsigned) v1
///                                  unless (start + (rounds - 1) * 4 <= size - 4) goto L2
///                                  poll
///                                  end = rounds * 4
///                                  distance = 0
///                                L1:
///                                  wide = start + distance
///       … (load v1)       ─▶       … (load wide)
///       v1 = v1 + 4                v1 = v1 + 4
///                                  distance = distance + 4
///                                  if (distance < end) goto L1
///       if (v1 != v2) goto L0      if (v1 != v2) goto L0
///                                  goto L3
///                                L2:
///                                  the loop as it was
///                                L3:
/// ```
///
/// The inner loop is what HotSpot optimises best: it counts an `int` up to a number that is
/// known before, there is no volatile read in it, and addresses are sums of a `long` that
/// does not change and what is counted. They all lie within the memory, as has been asked
/// before the strip, so nothing is checked in it. All of this costs something before the
/// first round, so short loops stay as they are. So do loops that may be left in the middle
/// of a round: HotSpot vectorises none of them, most are left soon, and both copies
/// together may be too much to be inlined.
///
/// The number of rounds may be too small but not too large: whether the loop goes on is
/// asked after a strip as it was after a round. What traps does so where it did before.
public final class StripMining {

	/// Fewer rounds are not worth a strip.
	private static final int FEWEST_ROUNDS = 16;

	/// Nor are these where each waits for floats of the one before it: the processor
	/// computes what follows a loop with few rounds while it waits, if it foresees where
	/// the loop ends, and a strip has several ends.
	private static final int FEWEST_ROUNDS_OF_CHAINS = 64;

	/// As many nodes of trees are computed while one float waits for another.
	private static final int NODES_PER_FLOAT = 21;

	/// As many nodes of trees a strip may take, so that not too much time passes between
	/// two looks.
	private static final int NODES_PER_STRIP = 100_000;

	private static final int MOST_ROUNDS = 4_096;

	/// In a function that hardly ever runs strips have methods of their own, and HotSpot
	/// compiles these after some hundred calls.
	private static final int MOST_ROUNDS_IF_RARE = 64;

	/// Larger loops gain little, and would become twice as large.
	private static final int MOST_NODES = 400;

	/// What has been a few vectors.
	private static final int MOST_NODES_OF_VECTORS = 1_200;

	private final Body body;

	private final StripVariables variables;

	private final List<Statement> rewritten;

	private final int mostNodes;

	private final int mostRounds;

	private final Set<Label> remainders;

	private final Set<Label> plain = new HashSet<>();

	private final Set<Kind> counting;

	private StripMining(Body body, int mostNodes, int mostRounds, Set<Label> remainders, Set<Kind> counting) {
		this.mostRounds = mostRounds;
		this.counting = counting;
		this.mostNodes = mostNodes;
		this.remainders = remainders;
		this.body = body;
		this.variables = new StripVariables(body.variables());
		this.rewritten = new ArrayList<>(body.statements().size() + 16);
	}

	/// Cuts the loops of a body into strips where that pays.
	/// @param body the body; memory accesses have been planned
	/// @param vectors whether there were vectors in it
	/// @param isRare whether it hardly ever runs
	/// @param remainders the headers of loops that have few rounds
	/// @param memories the memories of the module
	/// @return the headers of loops as they were, which few rounds are left to
	public static Set<Label> apply(Body body, boolean vectors, boolean isRare, Set<Label> remainders,
			List<ExternalType.Memory> memories) {
		boolean wide = memories.stream().anyMatch((memory) -> memory.addressType() == AddressType.I64);
		StripMining mining = new StripMining(body, vectors ? MOST_NODES_OF_VECTORS : MOST_NODES,
				isRare ? MOST_ROUNDS_IF_RARE : MOST_ROUNDS, remainders,
				wide ? Set.of(Kind.INT, Kind.LONG) : Set.of(Kind.INT));
		mining.rewrite();
		return mining.plain;
	}

	private void rewrite() {
		Loops loops = Loops.of(this.body);
		List<Statement> statements = this.body.statements();
		int position = 0;
		while (position < statements.size()) {
			CountedLoop loop = loops.isHeader(position) && !loops.isEnteredAside(position) && !isRemainder(position)
					? CountedLoop.at(statements, loops, position, this.mostNodes, this.counting) : null;
			EvenAddresses addresses = (loop != null && !loop.isLeft()) ? EvenAddresses.of(loop) : null;
			if (loop == null || addresses == null) {
				this.rewritten.add(statements.get(position++));
			}
			else {
				this.variables.begin();
				rewrite(loop, addresses.heldIn(this.variables));
				position = loop.end();
			}
		}
		if (this.rewritten.size() > statements.size()) {
			statements.clear();
			statements.addAll(this.rewritten);
		}
	}

	private boolean isRemainder(int position) {
		return this.body.statements().get(position) instanceof Mark mark && this.remainders.contains(mark.label());
	}

	private void rewrite(CountedLoop loop, EvenAddresses addresses) {
		Variable rounds = this.variables.next(Kind.LONG);
		Label plain = this.body.variables().label(true);
		Label exit = this.body.variables().label(false);
		this.plain.add(plain);
		this.rewritten.add(loop.header());
		findRounds(loop, rounds, plain);
		addresses.groups().forEach((group) -> begin(group, addresses.stride(group), rounds, plain));
		this.rewritten.addAll(loop.poll());
		strip(loop, addresses, rounds);
		this.rewritten.add(loop.last());
		this.rewritten.add(new Jump(exit));
		this.rewritten.add(new Mark(plain));
		this.rewritten.addAll(loop.poll());
		copy(loop, plain);
		this.rewritten.add(new Mark(exit));
	}

	// How many rounds the loop goes on for if nothing else ends it, but no more than a
	// strip.
	private void findRounds(CountedLoop loop, Variable rounds, Label plain) {
		int fewest = waits(loop) ? FEWEST_ROUNDS_OF_CHAINS : FEWEST_ROUNDS;
		Constant most = longOf(Math.clamp(NODES_PER_STRIP / loop.nodes(), fewest, this.mostRounds));
		this.rewritten.add(new Assign(rounds, loop.rounds()));
		this.rewritten.add(new JumpIf(node(NumericOp.I64_LT_S, Read.of(rounds), longOf(fewest)), true, plain));
		this.rewritten.add(
				new Assign(rounds, new Select(Read.of(rounds), most, node(NumericOp.I64_LT_S, Read.of(rounds), most))));
	}

	private static boolean waits(CountedLoop loop) {
		return loop.nodes() <= FloatChains.longest(loop) * NODES_PER_FLOAT;
	}

	// All accesses of the group must lie within the memory in all rounds, so none of
	// their addresses wraps around.
	private void begin(Group group, long stride, Variable rounds, Label plain) {
		Variable start = group.start();
		if (group.isOfLongs()) {
			// HotSpot is to know that the address is not negative, and that nothing wraps
			// around. No memory is larger.
			this.rewritten.add(
					new Assign(start, node(NumericOp.I64_AND, group.leastAddress(), longOf(GeneratedNames.BASE_MASK))));
			this.rewritten.add(new JumpIf(node(NumericOp.I64_NE, Read.of(start), group.leastAddress()), true, plain));
		}
		else {
			this.rewritten.add(new Assign(start, new Numeric(NumericOp.I64_EXTEND_I32_U, 0, group.leastAddress())));
		}
		Expression last = (stride == 0) ? Read.of(start) : node(NumericOp.I64_ADD, Read.of(start),
				node(NumericOp.I64_MUL, node(NumericOp.I64_SUB, Read.of(rounds), longOf(1)), longOf(stride)));
		Expression greatest = (stride > 0) ? last : Read.of(start);
		Expression most = node(NumericOp.I64_SUB, group.bytes(), longOf(group.reach()));
		this.rewritten.add(new JumpIf(node(NumericOp.I64_LE_S, greatest, most), false, plain));
		if (stride < 0) {
			this.rewritten.add(new JumpIf(node(NumericOp.I64_LT_S, last, longOf(0)), true, plain));
		}
	}

	private void strip(CountedLoop loop, EvenAddresses addresses, Variable rounds) {
		Variable end = this.variables.next(Kind.INT);
		Variable distance = this.variables.next(Kind.INT);
		Label inner = this.body.variables().label(true);
		int unit = addresses.unit();
		this.rewritten.add(new Assign(end, distance(rounds, unit)));
		this.rewritten.add(new Assign(distance, Constant.ofInt(0)));
		this.rewritten.add(new Mark(inner));
		addresses.groups().forEach((group) -> move(group, distance, addresses.stride(group) / unit));
		for (int position = loop.first(); position < loop.lastPosition(); position++) {
			this.rewritten.add(addresses.widened(position));
		}
		this.rewritten.add(new Assign(distance, node(NumericOp.I32_ADD, Read.of(distance), Constant.ofInt(unit))));
		this.rewritten.add(new JumpIf(node(NumericOp.I32_LT_S, Read.of(distance), Read.of(end)), true, inner));
	}

	// How far the rounds go in all. HotSpot is to know that this is little, as it
	// vectorises no loop of which it fears that its counter overflows.
	private static Expression distance(Variable rounds, int unit) {
		Expression distance = (unit == 1) ? Read.of(rounds) : node(NumericOp.I64_MUL, Read.of(rounds), longOf(unit));
		int most = Integer.highestOneBit(MOST_ROUNDS * unit) * 2 - 1;
		return node(NumericOp.I32_AND, new Numeric(NumericOp.I32_WRAP_I64, 0, distance), Constant.ofInt(most));
	}

	// Where a group is in the round that begins.
	private void move(Group group, Variable distance, int factor) {
		if (factor != 0) {
			Expression far = new Numeric(NumericOp.I64_EXTEND_I32_S, 0, Read.of(distance));
			Expression moved = (Math.abs(factor) == 1) ? far : node(NumericOp.I64_MUL, far, longOf(Math.abs(factor)));
			NumericOp direction = (factor > 0) ? NumericOp.I64_ADD : NumericOp.I64_SUB;
			this.rewritten.add(new Assign(group.wide(), node(direction, Read.of(group.start()), moved)));
		}
	}

	// The same statements once more, with labels of their own.
	private void copy(CountedLoop loop, Label header) {
		Map<Label, Label> labels = new HashMap<>();
		labels.put(loop.header().label(), header);
		for (int position = loop.first(); position < loop.lastPosition(); position++) {
			if (loop.statement(position) instanceof Mark mark) {
				labels.put(mark.label(), this.body.variables().label(false));
			}
		}
		for (int position = loop.first(); position <= loop.lastPosition(); position++) {
			this.rewritten.add(relabelled(loop.statement(position), labels));
		}
	}

	private static Statement relabelled(Statement statement, Map<Label, Label> labels) {
		UnaryOperator<Label> change = (label) -> labels.getOrDefault(label, label);
		return (statement instanceof Mark mark) ? new Mark(change.apply(mark.label())) : statement.retargeted(change);
	}

	private static Expression node(NumericOp op, Expression one, Expression other) {
		return new Numeric(op, 0, one, other);
	}

	private static Constant longOf(long value) {
		return Constant.of(Kind.LONG, value);
	}

}
