package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Check;
import dev.graft.compiler.ir.CheckedAddress;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.MemoryBytes;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;

/// Checks at once what loads of a straight line access near to each other, where the guest
/// has added constants to the address by itself.
///
/// ```
///                                         wide = (unsigned) v1
///                                         if (wide + 12 <= size) goto L1
///                                         check v1; check v1 + 4; check v1 + 8
///                                         mask = 2^32 - 1
///                                         goto L2
///     v2 = (i32.load v1)                L1:
///     v3 = (i32.load v1 + 4)     ─▶       mask = -1
///     v4 = (i32.load v1 + 8)            L2:
///                                         v2 = (i32.load unchecked (wide & mask))
///                                         v3 = (i32.load unchecked (wide + 4 & mask))
///                                         v4 = (i32.load unchecked (wide + 8 & mask))
/// ```
///
/// Each of these sums may wrap around, so one that lies within the memory tells nothing
/// about the next. But if the memory reaches from the least of them to the end of the
/// greatest, none has wrapped around, as no memory goes on behind the last address. If it
/// does not, all are checked one by one, and hold only if the memory has nearly 4 GiB: then
/// the mask makes the sums wrap around. HotSpot leaves that way out as long as nobody takes
/// it, so the mask is a constant that changes nothing, and the loads share one address.
///
/// Nothing that anybody could notice lies between the loads: no store, no call, no jump, no
/// other kind of trap. So all of them are executed or none, and which of them traps only
/// shows in the backtrace.
public final class CombinedChecks {

	/// Fewer are not worth the other way.
	private static final int FEWEST_LOADS = 3;

	/// How far loads may lie from each other, and what they access from their addresses.
	private static final long FURTHEST = 1L << 12;

	private static final long UNSIGNED_INT = 0xFFFF_FFFFL;

	private final Body body;

	private final List<Statement> rewritten;

	/// Where the straight line begins.
	private int begin;

	/// What variables hold, where something is known of it.
	private final Map<Variable, Sum> sums = new HashMap<>();

	private final Map<Place, List<Member>> places = new LinkedHashMap<>();

	private CombinedChecks(Body body) {
		this.body = body;
		this.rewritten = new ArrayList<>(body.statements().size() + 16);
	}

	/// Combines checks of a body.
	/// @param body the body; memory accesses have been planned
	public static void apply(Body body) {
		new CombinedChecks(body).rewrite();
	}

	private void rewrite() {
		List<Statement> statements = this.body.statements();
		for (int position = 0; position < statements.size(); position++) {
			Statement statement = statements.get(position);
			if (!isQuiet(statement)) {
				end(position);
			}
			else {
				find(statement, position);
			}
			switch (statement) {
				case Assign assign -> assign(assign);
				case Evaluate _ -> {
				}
				default -> end(position + 1);
			}
		}
		end(statements.size());
		if (this.rewritten.size() > statements.size()) {
			statements.clear();
			statements.addAll(this.rewritten);
		}
	}

	/// Whether evaluating its operands changes nothing, and if it traps, then because an
	/// address is out of bounds.
	static boolean isQuiet(Statement statement) {
		for (int number = 0; number < statement.operandCount(); number++) {
			if (!isQuiet(statement.operand(number))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isQuiet(Expression tree) {
		if (Effects.isRemovable(tree.effects())) {
			return true;
		}
		boolean quiet = switch (tree) {
			case Load _, CheckedAddress _, Select _ -> true;
			case Numeric numeric -> numeric.site() == 0;
			default -> false;
		};
		for (int number = 0; number < tree.operandCount() && quiet; number++) {
			quiet = isQuiet(tree.operand(number));
		}
		return quiet;
	}

	private void find(Statement statement, int position) {
		if ((statement.effects() & Effects.READS_MEMORY) != 0) {
			for (int number = 0; number < statement.operandCount(); number++) {
				find(statement.operand(number), position);
			}
		}
	}

	private void find(Expression tree, int position) {
		if ((tree.effects() & Effects.READS_MEMORY) == 0) {
			return;
		}
		for (int number = 0; number < tree.operandCount(); number++) {
			find(tree.operand(number), position);
		}
		if (tree instanceof Load load && load.access().check() instanceof Check.Own(long end) && end >= 0
				&& end <= FURTHEST) {
			Sum sum = sum(load.operand(0));
			if (sum != null) {
				List<Member> members = this.places.computeIfAbsent(new Place(sum.origin, load.access().memoryIndex()),
						(_) -> new ArrayList<>());
				members.add(new Member(members.size(), load, position, sum.plus, end));
			}
		}
	}

	private void assign(Assign assign) {
		if (assign.variable().kind() == Kind.INT) {
			Sum sum = sum(assign.value());
			if (sum != null) {
				this.sums.put(assign.variable(), sum);
			}
			else {
				this.sums.remove(assign.variable());
			}
		}
	}

	// An address of 32 bits as what a variable holds and a constant, null if it is
	// something else.
	private @Nullable Sum sum(Expression address) {
		return switch (address) {
			case Read read when read.kind() == Kind.INT ->
				this.sums.computeIfAbsent(read.variable(), (_) -> new Sum(new Origin(), 0));
			case Numeric numeric when adds(numeric) -> {
				Sum sum = sum(numeric.operand(0));
				yield (sum != null) ? new Sum(sum.origin, sum.plus + addend(numeric)) : null;
			}
			default -> null;
		};
	}

	private static boolean adds(Numeric numeric) {
		return (numeric.op() == NumericOp.I32_ADD || numeric.op() == NumericOp.I32_SUB)
				&& numeric.operand(1) instanceof Constant;
	}

	private static int addend(Numeric sum) {
		int by = (int) ((Constant) sum.operand(1)).bits();
		return (sum.op() == NumericOp.I32_ADD) ? by : -by;
	}

	// The straight line ends in front of a position.
	private void end(int position) {
		List<Statement> line = this.body.statements().subList(this.begin, position);
		if (this.places.values().stream().anyMatch((members) -> members.size() >= FEWEST_LOADS)) {
			rewrite(line);
		}
		else {
			this.rewritten.addAll(line);
		}
		this.begin = position;
		this.places.clear();
		this.sums.clear();
	}

	private void rewrite(List<Statement> line) {
		Map<Integer, List<Statement>> fronts = new HashMap<>();
		IdentityHashMap<Load, Load> instead = new IdentityHashMap<>();
		this.places.values().forEach((members) -> combine(members, fronts, instead));
		for (int at = 0; at < line.size(); at++) {
			this.rewritten.addAll(fronts.getOrDefault(this.begin + at, List.of()));
			this.rewritten.add(line.get(at).map((tree) -> rewritten(tree, instead)));
		}
	}

	private static Expression rewritten(Expression tree, IdentityHashMap<Load, Load> instead) {
		if ((tree.effects() & Effects.READS_MEMORY) == 0) {
			return tree;
		}
		return (tree instanceof Load load && instead.containsKey(load)) ? instead.get(load)
				: tree.map((operand) -> rewritten(operand, instead));
	}

	// Those near to each other.
	private void combine(List<Member> members, Map<Integer, List<Statement>> fronts,
			IdentityHashMap<Load, Load> instead) {
		List<Member> ascending = new ArrayList<>(members);
		ascending.sort(Comparator.comparingInt(Member::plus));
		int from = 0;
		for (int to = 1; to <= ascending.size(); to++) {
			if (to == ascending.size() || (long) ascending.get(to).plus - ascending.get(from).plus > FURTHEST) {
				if (to - from >= FEWEST_LOADS) {
					List<Member> near = ascending.subList(from, to);
					List<Member> inOrder = near.stream().sorted(Comparator.comparingInt(Member::number)).toList();
					Group group = new Group(inOrder, near.getFirst().plus, this.body.variables().temporary(Kind.LONG),
							this.body.variables().variable(Kind.LONG));
					fronts.computeIfAbsent(inOrder.getFirst().position, (_) -> new ArrayList<>())
						.addAll(group.front(this.body.variables()));
					inOrder.forEach((member) -> instead.put(member.load, group.unchecked(member)));
				}
				from = to;
			}
		}
	}

	/// What a variable holds from some statement on.
	private static final class Origin {

	}

	/// @param plus a constant, modulo 2^32
	private record Sum(Origin origin, int plus) {
	}

	private record Place(Origin origin, int memoryIndex) {
	}

	/// A load.
	///
	/// @param number how many loads there are before it at its place
	/// @param position of its statement
	/// @param plus how far its address is from the place's
	/// @param end up to where it checks, from its address
	private record Member(int number, Load load, int position, int plus, long end) {
	}

	/// Loads that are checked together.
	///
	/// @param members in the order in which they are executed
	/// @param least the smallest constant
	/// @param wide is to hold the least address
	/// @param mask is to hold what keeps sums within 32 bits, if there is need
	private record Group(List<Member> members, int least, Variable wide, Variable mask) {

		List<Statement> front(Body.Variables variables) {
			Label together = variables.label(false);
			Label end = variables.label(false);
			List<Statement> front = new ArrayList<>();
			front.add(new Assign(this.wide, new Numeric(NumericOp.I64_EXTEND_I32_U, 0, address(this.least))));
			front.add(new JumpIf(node(NumericOp.I64_LE_S, plus(reach()), bytes()), true, together));
			this.members.forEach((member) -> front.add(new Evaluate(check(member))));
			front.add(new Assign(this.mask, longOf(UNSIGNED_INT)));
			front.add(new Jump(end));
			front.add(new Mark(together));
			front.add(new Assign(this.mask, longOf(-1)));
			front.add(new Mark(end));
			return front;
		}

		private long reach() {
			return this.members.stream()
				.mapToLong((member) -> member.plus - this.least + member.end)
				.max()
				.orElseThrow();
		}

		private Expression bytes() {
			Load first = this.members.getFirst().load;
			Variable bound = first.access().bound();
			return (bound != null) ? Read.of(bound) : new MemoryBytes(first.access().memoryIndex());
		}

		private Expression check(Member member) {
			int bytes = (int) (member.end - member.load.access().offset());
			return new CheckedAddress(member.load.access(), bytes, address(member.plus));
		}

		// In terms of what the first load adds to its variable.
		private Expression address(int plus) {
			Member first = this.members.getFirst();
			Expression tree = first.load.operand(0);
			int by = plus - first.plus;
			while (tree instanceof Numeric sum && adds(sum)) {
				by += addend(sum);
				tree = sum.operand(0);
			}
			Expression variable = Read.of(((Read) tree).variable());
			return (by != 0) ? node(NumericOp.I32_ADD, variable, Constant.ofInt(by)) : variable;
		}

		Load unchecked(Member member) {
			return new Load(member.load.access().checkedBy(Check.ByOther.GIVEN_ADDRESS),
					node(NumericOp.I64_AND, plus((long) member.plus - this.least), Read.of(this.mask)));
		}

		private Expression plus(long bytes) {
			Expression read = Read.of(this.wide);
			return (bytes != 0) ? node(NumericOp.I64_ADD, read, longOf(bytes)) : read;
		}

		private static Expression node(NumericOp op, Expression one, Expression other) {
			return new Numeric(op, 0, one, other);
		}

		private static Constant longOf(long value) {
			return Constant.of(Kind.LONG, value);
		}

	}

}
