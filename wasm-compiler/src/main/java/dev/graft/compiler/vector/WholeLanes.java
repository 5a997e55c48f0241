package dev.graft.compiler.vector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import dev.graft.compiler.ir.Body;
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
import dev.graft.compiler.ir.Renaming;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;

/// Does everything for a lane, then everything for the next: what its loop begins with, the
/// loop, and what becomes of its results. Then hardly anything is alive between one lane and
/// the next, and [AlikeLanes] can do the same for all of them.
///
/// ```
///     v1 = v9 + 0                    unless (v7 + 32 <= size of the memory) goto L2
///     v3 = v9 + 1                    v1 = v9 + 0
///   L0: … v1 …                     L0: … v1 …
///   L1: … v3 …                       v5 = check v7
///     v5 = check v7          ─▶      store v5 v1
///     store v5 v1                    v3 = v9 + 1
///     v6 = check (v7 + 16)         L1: … v3 …
///     store v6 v3                    v6 = check (v7 + 16)
///                                    store v6 v3
///                                    goto L3
///                                  L2: as before
///                                  L3:
/// ```
///
/// Nobody may notice in which order bytes are loaded and stored. So no check may fail, and
/// what is stored may not be loaded or stored in another order than before. Both is asked
/// first. Each access is checked all the same.
final class WholeLanes {

	/// When is computed what several lanes need, if it neither traps nor reads memory.
	private static final int PREPARED = -2;

	/// When the rest is computed that several lanes need.
	private static final int SHARED = -1;

	private static final int UNKNOWN = Integer.MIN_VALUE;

	private static final int MOST_STATEMENTS = 600;

	private final Body.Variables variables;

	private final Variable counter;

	private final int lanes;

	private final List<Step> steps = new ArrayList<>();

	/// What holds addresses that have been checked.
	private final Map<Variable, Checked> addresses = new HashMap<>();

	private final Map<Stream, Extent> extents = new LinkedHashMap<>();

	/// Those that must not meet, and whether they may be the same.
	private final Map<Pair, Boolean> apart = new LinkedHashMap<>();

	private WholeLanes(Body.Variables variables, Variable counter, int lanes) {
		this.variables = variables;
		this.counter = counter;
		this.lanes = lanes;
	}

	/// Where those at the end of statements begin that only compute numbers.
	static int front(List<Statement> statements) {
		int from = statements.size();
		while (from > 0 && statements.size() - from < MOST_STATEMENTS
				&& statements.get(from - 1) instanceof Assign assign && assign.effects() == Effects.NONE) {
			from--;
		}
		return from;
	}

	/// Where those behind a position end that only compute, load and store numbers.
	static int behind(List<Statement> statements, int from) {
		Set<Variable> checked = new HashSet<>();
		int to = from;
		while (to < statements.size() && to - from < MOST_STATEMENTS && isPlain(statements.get(to), checked)) {
			to++;
		}
		return to;
	}

	private static boolean isPlain(Statement statement, Set<Variable> checked) {
		if (statement instanceof Store store) {
			return !store.access().checks() && isChecked(store.address(), checked) && isPlain(store.value(), checked);
		}
		if (!(statement instanceof Assign assign)) {
			return false;
		}
		if (assign.value() instanceof CheckedAddress address && assign.variable().isTemporary()
				&& address.operand(0).effects() == Effects.NONE && Stream.of(address) != null) {
			checked.add(assign.variable());
			return true;
		}
		return !checked.contains(assign.variable()) && isPlain(assign.value(), checked);
	}

	private static boolean isPlain(Expression tree, Set<Variable> checked) {
		if (tree.effects() == Effects.NONE) {
			return true;
		}
		if ((tree.effects() & ~Effects.READS_MEMORY) != 0) {
			return false;
		}
		if (tree instanceof Load load) {
			return isChecked(load.operand(0), checked);
		}
		// Others may load a register by themselves.
		if (!(tree instanceof Numeric || tree instanceof Select)) {
			return false;
		}
		for (int number = 0; number < tree.operandCount(); number++) {
			if (!isPlain(tree.operand(number), checked)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isChecked(Expression address, Set<Variable> checked) {
		return address instanceof Read read && checked.contains(read.variable());
	}

	/// Does everything for one lane after the other.
	/// @param variables the body's
	/// @param counter what counts the rounds of all loops
	/// @param front the statements in front of the loops
	/// @param loops a loop for each lane
	/// @param behind the statements behind the loops
	/// @param elsewhere whether a variable is read by other statements than these
	/// @return null if that cannot be
	static @Nullable List<Statement> order(Body.Variables variables, Variable counter, List<Statement> front,
			List<List<Statement>> loops, List<Statement> behind, Predicate<Variable> elsewhere) {
		WholeLanes lanes = new WholeLanes(variables, counter, loops.size());
		front.forEach((statement) -> lanes.steps.add(new Step(List.of(statement), false)));
		int first = lanes.steps.size();
		loops.forEach((loop) -> lanes.steps.add(new Step(loop, false)));
		behind.forEach((statement) -> lanes.steps.add(new Step(List.of(statement), true)));
		lanes.divide(first);
		return lanes.mayBeOrdered() ? lanes.ordered(elsewhere) : null;
	}

	// What reads numbers of one lane belongs to that lane, and so does what only that
	// lane reads.
	private void divide(int firstLoop) {
		Map<Variable, Integer> known = new HashMap<>();
		for (int number = firstLoop; number < this.steps.size(); number++) {
			Step step = this.steps.get(number);
			step.lane = (number < firstLoop + this.lanes) ? number - firstLoop : laneOfRead(step, known);
			step.assigned.forEach(
					(variable) -> known.merge(variable, step.lane, (one, other) -> step.behind ? other : this.lanes));
		}
		for (int number = this.steps.size() - 1; number >= 0; number--) {
			Step step = this.steps.get(number);
			if (step.lane == UNKNOWN) {
				step.lane = laneOfReaders(number);
			}
		}
	}

	private int laneOfRead(Step step, Map<Variable, Integer> known) {
		int lane = UNKNOWN;
		for (Variable variable : step.read) {
			int other = known.getOrDefault(variable, UNKNOWN);
			lane = (lane == UNKNOWN || lane == other) ? other : (other == UNKNOWN) ? lane : this.lanes;
		}
		return lane;
	}

	private int laneOfReaders(int number) {
		Step step = this.steps.get(number);
		Set<Integer> readers = new HashSet<>();
		for (Variable variable : step.assigned) {
			for (int later = number + 1; later < this.steps.size(); later++) {
				Step reader = this.steps.get(later);
				if (reader.read.contains(variable)) {
					readers.add(reader.lane);
				}
				if (reader.assigned.contains(variable)) {
					break;
				}
			}
		}
		int several = step.isFree() ? PREPARED : SHARED;
		int none = step.behind ? this.lanes : PREPARED;
		int lane = readers.isEmpty() ? none : (readers.size() == 1) ? readers.iterator().next() : several;
		boolean own = lane >= 0 && (step.behind || lane < this.lanes);
		return own ? lane : several;
	}

	private boolean mayBeOrdered() {
		for (Step step : this.steps) {
			step.statements.forEach((statement) -> findTouches(step, statement));
		}
		for (int later = 0; later < this.steps.size(); later++) {
			for (int earlier = 0; earlier < later; earlier++) {
				Step one = this.steps.get(earlier);
				Step other = this.steps.get(later);
				if (one.lane > other.lane && (one.disturbs(other) || !areApart(one, other))) {
					return false;
				}
			}
		}
		return isBaseKnown();
	}

	private void findTouches(Step step, Statement statement) {
		if (statement instanceof Assign assign && assign.value() instanceof CheckedAddress address) {
			Checked checked = new Checked(Objects.requireNonNull(Stream.of(address)), Stream.constant(address),
					address.access().offset(), address.bytes());
			this.addresses.put(assign.variable(), checked);
			this.extents.computeIfAbsent(checked.stream, (_) -> new Extent()).add(checked);
		}
		if (statement instanceof Store store) {
			step.touches.add(touch(store.address(), store.access().offset(), store.access().op().bytes(), true));
		}
		for (int number = 0; number < statement.operandCount(); number++) {
			findLoads(step, statement.operand(number));
		}
	}

	private void findLoads(Step step, Expression tree) {
		if ((tree.effects() & Effects.READS_MEMORY) == 0) {
			return;
		}
		if (tree instanceof Load load) {
			step.touches.add(touch(load.operand(0), load.access().offset(), load.access().op().bytes(), false));
		}
		for (int number = 0; number < tree.operandCount(); number++) {
			findLoads(step, tree.operand(number));
		}
	}

	private Touch touch(Expression address, long displacement, int bytes, boolean stores) {
		Checked checked = Objects.requireNonNull(this.addresses.get(((Read) address).variable()));
		return new Touch(checked.stream, checked.constant + checked.offset + displacement, bytes, stores);
	}

	// As far as can be told; otherwise it is to be asked.
	private boolean areApart(Step one, Step other) {
		for (Touch first : one.touches) {
			for (Touch second : other.touches) {
				boolean matters = first.stores || second.stores;
				boolean same = first.stream.equals(second.stream);
				if (matters && same && first.overlaps(second)) {
					return false;
				}
				if (matters && !same) {
					this.apart.merge(Pair.of(first.stream, second.stream), !first.overlaps(second),
							Boolean::logicalAnd);
				}
			}
		}
		return true;
	}

	// What an address is counted from must be what it is when everything is asked.
	private boolean isBaseKnown() {
		Set<Variable> assigned = new HashSet<>();
		for (Step step : this.steps) {
			for (Statement statement : step.statements) {
				if (statement instanceof Assign assign && assign.value() instanceof CheckedAddress address
						&& assigned.contains(Objects.requireNonNull(Stream.of(address)).base)) {
					return false;
				}
			}
			if (step.lane != PREPARED) {
				assigned.addAll(step.assigned);
			}
		}
		return true;
	}

	private @Nullable List<Statement> ordered(Predicate<Variable> elsewhere) {
		List<Statement> rounds = AlikeLanes.loop(this.variables,
				IntStream.range(0, this.lanes).mapToObj((lane) -> statements(lane, lane)).toList());
		Renaming renaming = (rounds.isEmpty() || isReadByOthers(elsewhere)) ? null : renaming(elsewhere);
		if (renaming == null) {
			return null;
		}
		Label plain = this.variables.label(false);
		Label end = this.variables.label(false);
		List<Statement> ordered = statements(PREPARED, PREPARED);
		this.extents.forEach((stream, extent) -> ask(stream, extent, plain, ordered));
		this.apart.forEach((streams, same) -> askApart(streams, same, plain, ordered));
		ordered.addAll(statements(SHARED, SHARED));
		ordered.addAll(rounds);
		ordered.addAll(statements(this.lanes, this.lanes));
		ordered.add(new Jump(end));
		ordered.add(new Mark(plain));
		for (Step step : this.steps) {
			if (step.lane != PREPARED) {
				step.statements.forEach((statement) -> ordered.add(renaming.of(statement)));
			}
		}
		ordered.add(new Mark(end));
		return ordered;
	}

	// All lanes have the same variables then.
	private boolean isReadByOthers(Predicate<Variable> elsewhere) {
		Set<Variable> assigned = new HashSet<>();
		Set<Variable> read = new HashSet<>();
		for (Step step : this.steps) {
			if (step.lane >= 0 && step.lane < this.lanes) {
				assigned.addAll(step.assigned);
			}
			else {
				read.addAll(step.read);
			}
		}
		assigned.remove(this.counter);
		return assigned.stream().anyMatch((variable) -> read.contains(variable) || elsewhere.test(variable));
	}

	private List<Statement> statements(int from, int to) {
		List<Statement> statements = new ArrayList<>();
		for (int lane = from; lane <= to; lane++) {
			for (Step step : this.steps) {
				if (step.lane == lane) {
					statements.addAll(step.statements);
				}
			}
		}
		return statements;
	}

	// A temporary is assigned by one statement.
	private @Nullable Renaming renaming(Predicate<Variable> elsewhere) {
		Map<Variable, Variable> own = new HashMap<>();
		Renaming renaming = Renaming.ofVariables((variable) -> own.getOrDefault(variable, variable));
		for (Step step : this.steps) {
			if (step.lane == PREPARED) {
				continue;
			}
			for (Variable variable : step.assigned) {
				if (variable.isTemporary()) {
					if (elsewhere.test(variable)) {
						return null;
					}
					own.put(variable, this.variables.temporary(variable.kind()));
				}
			}
			for (Statement statement : step.statements) {
				if (statement instanceof Mark mark) {
					renaming.put(mark.label(), this.variables.label(mark.label().isLoop()));
				}
			}
		}
		return renaming;
	}

	// No address wraps around if the last one lies within the memory, as that has at most
	// 4 GiB.
	private void ask(Stream stream, Extent extent, Label plain, List<Statement> ordered) {
		Expression least = (extent.least == 0) ? Read.of(stream.base)
				: node(NumericOp.I32_ADD, Read.of(stream.base), Constant.ofInt(extent.least));
		extent.begin = this.variables.temporary(Kind.LONG);
		ordered.add(new Assign(extent.begin, new Numeric(NumericOp.I64_EXTEND_I32_U, 0, least)));
		ordered.add(new JumpIf(node(NumericOp.I64_LE_S, extent.at(extent.to), new MemoryBytes(stream.memoryIndex)),
				false, plain));
	}

	// A module can import the same memory twice.
	private void askApart(Pair streams, boolean same, Label plain, List<Statement> ordered) {
		Extent one = Objects.requireNonNull(this.extents.get(streams.one));
		Extent other = Objects.requireNonNull(this.extents.get(streams.other));
		Label apart = this.variables.label(false);
		if (same) {
			ordered.add(new JumpIf(node(NumericOp.I64_EQ, one.at(0), other.at((long) one.least - other.least)), true,
					apart));
		}
		ordered.add(new JumpIf(node(NumericOp.I64_LE_S, one.at(one.to), other.at(other.from)), true, apart));
		ordered.add(new JumpIf(node(NumericOp.I64_LE_S, other.at(other.to), one.at(one.from)), false, plain));
		ordered.add(new Mark(apart));
	}

	private static Expression node(NumericOp op, Expression one, Expression other) {
		return new Numeric(op, 0, one, other);
	}

	/// What stays as it is: a statement, or a loop.
	private static final class Step {

		private final List<Statement> statements;

		/// What it reads without having assigned it.
		private final Set<Variable> read = new LinkedHashSet<>();

		private final Set<Variable> assigned = new LinkedHashSet<>();

		private final List<Touch> touches = new ArrayList<>();

		/// Whether it comes behind the loops.
		private final boolean behind;

		/// The number of the lane, or when it comes if it belongs to none.
		private int lane = UNKNOWN;

		Step(List<Statement> statements, boolean behind) {
			this.statements = statements;
			this.behind = behind;
			for (Statement statement : statements) {
				statement.forEachRead((variable) -> {
					if (!this.assigned.contains(variable)) {
						this.read.add(variable);
					}
				});
				if (statement instanceof Assign assign) {
					this.assigned.add(assign.variable());
				}
			}
		}

		boolean isFree() {
			return this.statements.stream().allMatch((statement) -> statement.effects() == Effects.NONE);
		}

		boolean disturbs(Step later) {
			return later.assigned.stream()
				.anyMatch((variable) -> this.read.contains(variable) || this.assigned.contains(variable))
					|| this.assigned.stream().anyMatch(later.read::contains);
		}

	}

	/// What addresses are counted from.
	private record Stream(int memoryIndex, Variable base) {

		/// Null if an address is no variable of 32 bits and a constant.
		static @Nullable Stream of(CheckedAddress address) {
			Expression tree = address.operand(0);
			Expression base = isSum(tree) ? tree.operand(0) : tree;
			return (base instanceof Read read && read.kind() == Kind.INT)
					? new Stream(address.access().memoryIndex(), read.variable()) : null;
		}

		static int constant(CheckedAddress address) {
			Expression tree = address.operand(0);
			return isSum(tree) ? (int) ((Constant) tree.operand(1)).bits() : 0;
		}

		private static boolean isSum(Expression tree) {
			return tree instanceof Numeric numeric && numeric.op() == NumericOp.I32_ADD
					&& numeric.operand(1) instanceof Constant;
		}

	}

	/// Two of them, in an order that is always the same.
	private record Pair(Stream one, Stream other) {

		static Pair of(Stream one, Stream other) {
			int order = Integer.compare(one.base.index(), other.base.index());
			order = (order != 0) ? order : Integer.compare(one.memoryIndex, other.memoryIndex);
			return (order < 0) ? new Pair(one, other) : new Pair(other, one);
		}

	}

	/// @param constant what is added to the variable, modulo 2^32
	/// @param offset what is added to that
	private record Checked(Stream stream, int constant, long offset, int bytes) {
	}

	/// @param distance from what the variable holds
	private record Touch(Stream stream, long distance, int bytes, boolean stores) {

		boolean overlaps(Touch other) {
			return this.distance < other.distance + other.bytes && other.distance < this.distance + this.bytes;
		}

	}

	/// What is accessed of a stream.
	private static final class Extent {

		private final List<Checked> addresses = new ArrayList<>();

		/// The least of the constants.
		private int least = Integer.MAX_VALUE;

		/// From where to where, counted from the variable and the least constant.
		private long from;

		private long to;

		/// What is to hold the sum of these, in 64 bits.
		private @Nullable Variable begin;

		void add(Checked checked) {
			this.addresses.add(checked);
			this.least = Math.min(this.least, checked.constant);
			this.from = Long.MAX_VALUE;
			this.to = Long.MIN_VALUE;
			for (Checked each : this.addresses) {
				long distance = (long) each.constant - this.least + each.offset;
				this.from = Math.min(this.from, distance);
				this.to = Math.max(this.to, distance + each.bytes);
			}
		}

		Expression at(long distance) {
			Read read = Read.of(Objects.requireNonNull(this.begin));
			return (distance != 0) ? node(NumericOp.I64_ADD, read, Constant.of(Kind.LONG, distance)) : read;
		}

	}

}
