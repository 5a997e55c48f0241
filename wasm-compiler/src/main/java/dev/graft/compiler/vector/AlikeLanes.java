package dev.graft.compiler.vector;

import java.io.Serial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

import dev.graft.compiler.ir.Access;
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
import dev.graft.compiler.ir.Statement.Poll;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;

/// Lanes that differ in their variables only, and in numbers that grow evenly from lane to
/// lane: a round of a loop for each.
///
/// ```
///     v1 = v9 + 0                 v5 = 0, v6 = 0, v7 = 0
///     L0: … v1 …                L2:
///     store (check v8) v1         v1 = v9 + v5
///     v2 = v9 + 1          ─▶     L0: … v1 …
///     L1: … v2 …                  store (check (v8 + v6)) v1
///     store (check v8 + 16) v2    v5 = v5 + 1, v6 = v6 + 16, v7 = v7 + 1
///                                 if (v7 < 2) goto L2
/// ```
final class AlikeLanes {

	/// So far apart the addresses of two lanes may be.
	private static final long FURTHEST = 1L << 20;

	private final Body.Variables variables;

	private final int count;

	/// What each lane assigns.
	private final List<Set<Variable>> own = new ArrayList<>();

	/// For each lane: what each of its variables is in the first.
	private final List<Map<Variable, Variable>> counterparts = new ArrayList<>();

	/// For each lane: what each variable of the first is in it. One that is two there
	/// would lose what the other still holds.
	private final List<Map<Variable, Variable>> originals = new ArrayList<>();

	/// What the first lane has assigned so far.
	private final Set<Variable> assigned = new HashSet<>();

	/// For each lane: what each of its labels is in the first.
	private final List<Map<Label, Label>> labels = new ArrayList<>();

	/// What holds numbers that grow from lane to lane.
	private final Map<Growing, Variable> growing = new LinkedHashMap<>();

	private final List<Statement> round = new ArrayList<>();

	private AlikeLanes(Body.Variables variables, List<List<Statement>> lanes) {
		this.variables = variables;
		this.count = lanes.size();
		for (List<Statement> lane : lanes) {
			Set<Variable> assigned = new HashSet<>();
			lane.forEach((statement) -> {
				if (statement instanceof Assign assign) {
					assigned.add(assign.variable());
				}
			});
			this.own.add(assigned);
			this.counterparts.add(new HashMap<>());
			this.originals.add(new HashMap<>());
			this.labels.add(new HashMap<>());
		}
	}

	/// The loop over lanes.
	/// @param variables the body's
	/// @param lanes the statements of each lane, which nobody else reads numbers from
	/// @return no statements if lanes differ otherwise
	static List<Statement> loop(Body.Variables variables, List<List<Statement>> lanes) {
		AlikeLanes alike = new AlikeLanes(variables, lanes);
		try {
			alike.findRound(lanes);
		}
		catch (DifferentException ex) {
			return List.of();
		}
		return alike.loop();
	}

	private List<Statement> loop() {
		List<Statement> loop = new ArrayList<>();
		Variable lane = this.variables.variable(Kind.INT);
		Label header = this.variables.label(true);
		loop.add(new Assign(lane, Constant.ofInt(0)));
		this.growing.forEach((growing, variable) -> loop.add(new Assign(variable, growing.begin())));
		loop.add(new Mark(header));
		loop.addAll(this.round);
		this.growing.forEach((growing, variable) -> loop.add(new Assign(variable, growing.next(Read.of(variable)))));
		loop.add(new Assign(lane, new Numeric(NumericOp.I32_ADD, 0, Read.of(lane), Constant.ofInt(1))));
		loop.add(new JumpIf(new Numeric(NumericOp.I32_LT_S, 0, Read.of(lane), Constant.ofInt(this.count)), true,
				header));
		return loop;
	}

	private void findRound(List<List<Statement>> lanes) {
		int length = lanes.getFirst().size();
		require(lanes.stream().allMatch((lane) -> lane.size() == length));
		for (int number = 0; number < length; number++) {
			List<Statement> alike = new ArrayList<>();
			for (List<Statement> lane : lanes) {
				alike.add(lane.get(number));
			}
			this.round.add(statement(alike));
		}
	}

	private static void require(boolean alike) {
		if (!alike) {
			throw new DifferentException();
		}
	}

	private static <T> List<T> all(List<?> lanes, Class<T> type) {
		require(lanes.stream().allMatch(type::isInstance));
		return lanes.stream().map(type::cast).toList();
	}

	private static boolean same(List<? extends Object> lanes) {
		return lanes.stream().allMatch(lanes.getFirst()::equals);
	}

	private Statement statement(List<Statement> lanes) {
		return switch (lanes.getFirst()) {
			case Assign _ -> assign(all(lanes, Assign.class));
			case Store store -> {
				List<Store> stores = all(lanes, Store.class);
				require(same(stores.stream().map(Store::access).toList()));
				yield new Store(store.access(), tree(stores.stream().map(Store::address).toList()),
						tree(stores.stream().map(Store::value).toList()));
			}
			case Mark mark -> {
				label(all(lanes, Mark.class).stream().map(Mark::label).toList());
				yield mark;
			}
			case JumpIf jump -> {
				List<JumpIf> jumps = all(lanes, JumpIf.class);
				label(jumps.stream().map(JumpIf::target).toList());
				require(same(jumps.stream().map(JumpIf::whenTrue).toList()));
				yield new JumpIf(tree(jumps.stream().map(JumpIf::condition).toList()), jump.whenTrue(), jump.target());
			}
			case Poll poll -> {
				all(lanes, Poll.class);
				yield poll;
			}
			default -> throw new DifferentException();
		};
	}

	private Assign assign(List<Assign> lanes) {
		Expression value = tree(lanes.stream().map(Assign::value).toList());
		Variable first = lanes.getFirst().variable();
		for (int lane = 0; lane < this.count; lane++) {
			stand(lane, lanes.get(lane).variable(), first);
		}
		this.assigned.add(first);
		return new Assign(first, value);
	}

	private void stand(int lane, Variable variable, Variable first) {
		Variable known = this.counterparts.get(lane).putIfAbsent(variable, first);
		Variable original = this.originals.get(lane).putIfAbsent(first, variable);
		require((known == null || known == first) && (original == null || original == variable)
				&& variable.kind() == first.kind());
	}

	private void label(List<Label> lanes) {
		for (int lane = 0; lane < this.count; lane++) {
			Label known = this.labels.get(lane).putIfAbsent(lanes.get(lane), lanes.getFirst());
			require(known == null || known == lanes.getFirst());
		}
	}

	private Expression tree(List<Expression> lanes) {
		return switch (lanes.getFirst()) {
			case Read read -> {
				read(all(lanes, Read.class));
				yield read;
			}
			case Constant _ -> constant(all(lanes, Constant.class));
			case CheckedAddress _ -> checked(all(lanes, CheckedAddress.class));
			case Numeric numeric -> {
				List<Numeric> all = all(lanes, Numeric.class);
				require(same(all.stream().map(Numeric::op).toList()) && numeric.site() == 0);
				yield numeric.with(operands(lanes));
			}
			case Load load -> {
				require(same(all(lanes, Load.class).stream().map(Load::access).toList()));
				yield load.with(operands(lanes));
			}
			case Select select -> {
				all(lanes, Select.class);
				yield select.with(operands(lanes));
			}
			default -> throw new DifferentException();
		};
	}

	private Expression[] operands(List<Expression> lanes) {
		Expression[] operands = new Expression[lanes.getFirst().operandCount()];
		for (int number = 0; number < operands.length; number++) {
			int operand = number;
			operands[number] = tree(lanes.stream().map((lane) -> lane.operand(operand)).toList());
		}
		return operands;
	}

	// Of what comes from elsewhere all lanes read the same. What a lane assigns it must
	// have assigned before.
	private void read(List<Read> lanes) {
		Variable first = lanes.getFirst().variable();
		boolean isOwn = this.own.getFirst().contains(first);
		require(!isOwn || this.assigned.contains(first));
		for (int lane = 0; lane < this.count; lane++) {
			Variable variable = lanes.get(lane).variable();
			require(isOwn ? this.counterparts.get(lane).get(variable) == first
					: variable == first && !this.own.get(lane).contains(variable));
		}
	}

	private Expression constant(List<Constant> lanes) {
		Constant first = lanes.getFirst();
		require(same(lanes.stream().map(Constant::kind).toList()));
		if (same(lanes.stream().map(Constant::bits).toList())) {
			return first;
		}
		require(first.kind() == Kind.INT || first.kind() == Kind.LONG);
		return growing(first.kind(), lanes, Constant::bits);
	}

	private <T> Read growing(Kind kind, List<T> lanes, ToLongFunction<T> number) {
		long begin = number.applyAsLong(lanes.getFirst());
		long step = number.applyAsLong(lanes.get(1)) - begin;
		for (int lane = 1; lane < this.count; lane++) {
			require(number.applyAsLong(lanes.get(lane)) - number.applyAsLong(lanes.get(lane - 1)) == step);
		}
		return Read
			.of(this.growing.computeIfAbsent(new Growing(kind, begin, step), (_) -> this.variables.variable(kind)));
	}

	// None of them wraps around, so neither do those that are counted from the least.
	private Expression checked(List<CheckedAddress> lanes) {
		CheckedAddress first = lanes.getFirst();
		require(same(lanes.stream().map(CheckedAddress::bytes).toList())
				&& same(lanes.stream().map((lane) -> lane.access().memoryIndex()).toList()));
		Expression address = operands(List.copyOf(lanes))[0];
		long least = lanes.stream().mapToLong((lane) -> lane.access().offset()).min().orElseThrow();
		long most = lanes.stream().mapToLong((lane) -> lane.access().offset()).max().orElseThrow();
		require(most - least <= FURTHEST && address.kind() == Kind.INT);
		if (most > least) {
			Read distance = growing(Kind.INT, lanes, (lane) -> lane.access().offset() - least);
			address = new Numeric(NumericOp.I32_ADD, 0, address, distance);
		}
		Access access = Access.of(first.access().op(), first.access().memoryIndex(), least, first.access().site());
		return new CheckedAddress(access, first.bytes(), address);
	}

	/// @param kind of which kind
	/// @param first in the first lane
	/// @param step how much more in each further one
	private record Growing(Kind kind, long first, long step) {

		Expression begin() {
			return constant(this.first);
		}

		Expression next(Expression last) {
			return new Numeric((this.kind == Kind.INT) ? NumericOp.I32_ADD : NumericOp.I64_ADD, 0, last,
					constant(this.step));
		}

		private Constant constant(long number) {
			return (this.kind == Kind.INT) ? Constant.ofInt((int) number) : Constant.of(this.kind, number);
		}

	}

	/// Lanes are not alike.
	private static final class DifferentException extends RuntimeException {

		@Serial
		private static final long serialVersionUID = 1L;

		DifferentException() {
			super(null, null, false, false);
		}

	}

}
