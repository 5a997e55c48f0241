package dev.graft.compiler.vector;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.type.ExternalType;
import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.CheckedAddress;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.RegisterOperation;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Statement.VectorStore;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.ir.VectorLoad;
import dev.graft.compiler.ir.VectorOfHalves;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.VectorOp;
import dev.graft.compiler.pass.Loops;
import dev.graft.compiler.reroll.RerolledLoop;
import dev.graft.compiler.reroll.Rerolling;
import org.jspecify.annotations.Nullable;

/// Rewrites a body so that no vectors are left in it.
///
/// Lowering has seen to it that the vector operands of a node are variables or constants,
/// and that every vector that is computed is assigned to a variable at once. So each
/// statement can be rewritten by itself.
public final class VectorExpansion {

	private static final int VECTOR_BYTES = 16;

	/// In how many accesses to memory narrow lanes may result, if each is loaded by
	/// itself. HotSpot takes about 600 nodes for an access in place and calls instead of
	/// inlining when they are too many.
	private static final int MOST_ACCESSES = 80;

	/// So many numbers HotSpot still moves without a jump if which way it goes cannot be
	/// predicted, but no float.
	private static final int MOST_MOVES = 2;

	private final Body body;

	private final List<Statement> expanded = new ArrayList<>();

	private final LaneCode lanes;

	private final VectorArithmetic arithmetic;

	private final Registers registers;

	private final LoadedLanes loaded;

	private final boolean singleLoads;

	/// The comparisons that are followed by all that choose by them.
	private final Set<Variable> joint;

	private final List<RerolledLoop> rerolled;

	private VectorExpansion(Body body, List<ExternalType.Memory> memories, boolean vectorApi, boolean contrary) {
		this.body = body;
		IntPredicate shared = (memory) -> memories.get(memory).shared();
		VectorSimplification.simplifyLimits(body);
		EvenVectors.applyToPlaces(body);
		this.rerolled = Rerolling.apply(body, shared, Periods.of(body, Loops.of(body))::bytes,
				Demand.withLocals(body)::of);
		VectorSimplification.apply(body);
		BitSet registers = vectorApi ? RegisterChoice.choose(body, Loops.of(body)) : new BitSet();
		this.rerolled.removeIf((loop) -> loop.dropIf(body.statements(), registers));
		EvenVectors.apply(body, registers);
		this.joint = JointChoices.apply(body, registers);
		Loops loops = Loops.of(body);
		this.registers = new Registers(body, loops, registers, this.expanded);
		@Nullable Shape[] narrow = NarrowChoice.choose(body, loops, registers, contrary);
		@Nullable Shape[] shapes = ShapeInference.infer(body, loops, narrow);
		this.lanes = new LaneCode(body.variables(), shapes, Periods.of(body, loops), this.expanded);
		this.arithmetic = new VectorArithmetic(this.lanes, Selectors.of(body));
		this.loaded = new LoadedLanes(shared);
		this.singleLoads = accesses() <= MOST_ACCESSES;
	}

	/// Takes the vectors of a body apart.
	/// @param memories the memories of the module
	/// @param vectorApi whether they may become objects of the Vector API instead
	/// @param contrary whether narrow lanes are always taken apart if possible, for tests
	/// @return what there was
	public static Expanded expand(Body body, List<ExternalType.Memory> memories, boolean vectorApi, boolean contrary) {
		Set<Label> remainders = new HashSet<>();
		boolean vectors = hasVectors(body);
		if (vectors) {
			// What a shuffle names and does not use would tie locals together; which
			// lanes are used is known better once they are taken apart.
			simplifyShuffles(body);
			VectorCopies.apply(body);
			simplifyShuffles(body);
			VectorExpansion expansion = new VectorExpansion(body, memories, vectorApi, contrary);
			expansion.expand();
			RunningSums.apply(body);
			Substitution.apply(body);
			LaneTrees.apply(body);
			for (RerolledLoop loop : expansion.rerolled) {
				if (loop.keepCheaper(body.statements())) {
					remainders.add(loop.vectors());
				}
			}
			LaneLoops.apply(body);
			if (LaneOrder.apply(body, expansion.lanes.common())) {
				Substitution.apply(body);
			}
		}
		return new Expanded(vectors, remainders);
	}

	/// What there was in a body.
	///
	/// @param vectors whether there were vectors
	/// @param remainders the headers of loops that only do what another loop has left
	public record Expanded(boolean vectors, Set<Label> remainders) {
	}

	private static void simplifyShuffles(Body body) {
		Demand demand = Demand.of(body);
		body.statements().replaceAll((statement) -> {
			if (statement instanceof Assign assign && assign.value() instanceof Vector vector
					&& vector.op() == VectorOp.I8X16_SHUFFLE) {
				byte[] lanes = demand.lanes(assign.variable(), vector);
				Vector shuffle = Vector.shuffle(lanes, vector.operand(0), vector.operand(1));
				Vector extension = Shuffle.extension(shuffle, demand.of(assign.variable()));
				return new Assign(assign.variable(), (extension != null) ? extension : withUsedOnly(shuffle));
			}
			if (statement instanceof Assign assign && assign.value() instanceof Vector vector && isNarrowing(vector)) {
				return new Assign(assign.variable(), withUsedOnly(demand, assign.variable(), vector));
			}
			return statement;
		});
	}

	// C compilers name any vector as the second where only the first is used, which keeps
	// it alive.
	private static Vector withUsedOnly(Vector shuffle) {
		boolean first = Shuffle.uses(shuffle, 0);
		if (first && Shuffle.uses(shuffle, 1)) {
			return shuffle;
		}
		Expression used = shuffle.operand(first ? 0 : 1);
		return (Vector) shuffle.with(new Expression[] { used, used });
	}

	private static boolean isNarrowing(Vector vector) {
		return switch (vector.op()) {
			case I8X16_NARROW_I16X8_S, I8X16_NARROW_I16X8_U, I16X8_NARROW_I32X4_S, I16X8_NARROW_I32X4_U -> true;
			default -> false;
		};
	}

	// They also narrow any vector into the half that is not used.
	private static Expression withUsedOnly(Demand demand, Variable target, Vector narrowing) {
		for (int number = 0; number < 2; number++) {
			if (demand.ignores(target, narrowing, number)) {
				Expression used = narrowing.operand(1 - number);
				return narrowing.with(new Expression[] { used, used });
			}
		}
		return narrowing;
	}

	private static boolean hasVectors(Body body) {
		for (Statement statement : body.statements()) {
			for (int number = 0; number < statement.operandCount(); number++) {
				if (statement.operand(number).hasVectors()) {
					return true;
				}
			}
		}
		return false;
	}

	private void expand() {
		List<Statement> statements = this.body.statements();
		for (int position = 0; position < statements.size();) {
			int end = position + 1;
			if (statements.get(position) instanceof Assign comparison && this.joint.contains(comparison.variable())) {
				while (end < statements.size() && isChoice(statements.get(end), comparison.variable())) {
					end++;
				}
			}
			List<Statement> together = statements.subList(position, end);
			if (end == position + 1 || !choose(together)) {
				together.forEach(this::expand);
			}
			position = end;
		}
		statements.clear();
		statements.addAll(this.registers.beginning());
		statements.addAll(this.expanded);
	}

	private static boolean isChoice(Statement statement, Variable mask) {
		return statement instanceof Assign assign && assign.value() instanceof Vector vector
				&& vector.op() == VectorOp.V128_BITSELECT && vector.operand(2) instanceof Read read
				&& read.variable() == mask;
	}

	// A jump for each lane, over all that is chosen there.
	private boolean choose(List<Statement> comparisonAndChoices) {
		Vector comparison = (Vector) ((Assign) comparisonAndChoices.getFirst()).value();
		List<Assign> choices = comparisonAndChoices.stream().skip(1).map(Assign.class::cast).toList();
		int count = comparison.op().lanes();
		boolean jump = choices.size() <= MOST_MOVES
				|| choices.stream().anyMatch((choice) -> this.lanes.shape(choice.variable()).isFloat());
		if (!jump || !choices.stream().allMatch((choice) -> hasLanes(choice.variable(), count))) {
			return false;
		}
		Expression[] conditions = this.arithmetic.conditions(comparison);
		List<Lanes> targets = new ArrayList<>();
		List<Expression[]> chosen = new ArrayList<>();
		List<Expression[]> others = new ArrayList<>();
		for (Assign choice : choices) {
			Shape shape = this.lanes.shape(choice.variable());
			chosen.add(this.lanes.lanes(choice.value().operand(0), shape));
			others.add(this.lanes.lanes(choice.value().operand(1), shape));
			targets.add(this.lanes.declare(choice.variable(), false));
		}
		for (int lane = 0; lane < conditions.length; lane++) {
			Label end = this.body.variables().label(false);
			assign(targets, others, lane);
			this.expanded.add(new JumpIf(conditions[lane], false, end));
			assign(targets, chosen, lane);
			this.expanded.add(new Mark(end));
		}
		return true;
	}

	private boolean hasLanes(Variable vector, int count) {
		return this.lanes.shape(vector).lanes() == count && !this.lanes.isUniform(vector);
	}

	private void assign(List<Lanes> targets, List<Expression[]> values, int lane) {
		for (int number = 0; number < targets.size(); number++) {
			Variable target = ((Read) targets.get(number).value(lane)).variable();
			this.expanded.add(new Assign(target, values.get(number)[lane]));
		}
	}

	private void expand(Statement statement) {
		if (statement instanceof Mark) {
			this.lanes.forget();
			this.registers.forget();
		}
		switch (statement) {
			case Assign assign when this.registers.holds(assign.variable()) -> inRegister(assign);
			case Assign assign when assign.variable().kind() == Kind.VECTOR -> assign(assign);
			case VectorStore store when this.registers.holds(store.value()) -> {
				Expression address = checked(store.access(), store.address());
				this.expanded.add(new Evaluate(RegisterOperation.store(this.registers.value(store.value()), address)));
			}
			case VectorStore store -> store(store);
			default -> this.expanded.add(withNumbersOnly(statement));
		}
		this.loaded.behind(statement);
	}

	private Statement withNumbersOnly(Statement statement) {
		Expression[] operands = new Expression[statement.operandCount()];
		boolean changed = false;
		for (int number = 0; number < operands.length; number++) {
			operands[number] = numbersOnly(statement.operand(number));
			changed |= operands[number] != statement.operand(number);
		}
		return changed ? statement.with(operands) : statement;
	}

	// What computes a number from vectors does so in the tree.
	private Expression numbersOnly(Expression tree) {
		if (!tree.hasVectors()) {
			return tree;
		}
		if (tree instanceof Vector vector) {
			return this.registers.holds(vector.operand(0)) ? this.registers.operation(vector)
					: this.arithmetic.number(vector);
		}
		Expression[] operands = new Expression[tree.operandCount()];
		for (int number = 0; number < operands.length; number++) {
			operands[number] = numbersOnly(tree.operand(number));
		}
		return tree.with(operands);
	}

	private void inRegister(Assign assign) {
		Variable target = assign.variable();
		switch (assign.value()) {
			case VectorOfHalves halves -> this.registers.assign(target,
					RegisterOperation.ofHalves(numbersOnly(halves.operand(0)), numbersOnly(halves.operand(1))));
			case VectorLoad load ->
				this.registers.assign(target, RegisterOperation.load(checked(load.access(), load.operand(0))));
			case Select select -> {
				Expression condition = this.lanes.once(numbersOnly(select.operand(2)));
				Label end = this.body.variables().label(false);
				this.registers.choose(target, select.operand(0));
				this.expanded.add(new JumpIf(condition, true, end));
				this.registers.assign(target, this.registers.value(select.operand(1)));
				this.expanded.add(new Mark(end));
			}
			case Vector vector -> this.registers.assign(target, this.registers.operation(withNumbersOnly(vector)));
			default -> this.registers.assign(target, this.registers.value(assign.value()));
		}
	}

	// The address of a whole vector as the machine counts.
	private Expression checked(Access access, Expression address) {
		Expression index = this.lanes.once(new CheckedAddress(access, VECTOR_BYTES, numbersOnly(address)));
		Expression base = this.registers.base(access.memoryIndex());
		Expression masked = Trees.numeric(NumericOp.I64_AND, base, Trees.constant(GeneratedNames.BASE_MASK));
		return Trees.numeric(NumericOp.I64_ADD, masked, index);
	}

	private void assign(Assign assign) {
		Variable target = assign.variable();
		switch (assign.value()) {
			case Read read -> {
				Shape shape = this.lanes.shape(target);
				this.lanes.assign(target, new Lanes(shape, this.lanes.lanes(read, shape)));
				this.arithmetic.copied(target, read);
			}
			case VectorConstant constant -> {
				Shape shape = this.lanes.shape(target);
				this.lanes.assign(target, new Lanes(shape, this.lanes.lanes(constant, shape)));
			}
			case VectorOfHalves halves -> {
				Expression low = numbersOnly(halves.operand(0));
				Expression high = numbersOnly(halves.operand(1));
				this.lanes.assign(target, new Lanes(Shape.I64X2, new Expression[] { low, high }));
			}
			case VectorLoad load -> load(target, load);
			case Select select -> select(target, select);
			case Vector vector -> {
				Vector simple = withNumbersOnly(vector);
				if (this.arithmetic.chooses(target, simple)) {
					return;
				}
				this.lanes.assign(target, this.arithmetic.vector(simple, this.lanes.shape(target)));
				this.arithmetic.assigned(target, simple);
			}
			default -> throw new IllegalArgumentException("not a vector: " + assign);
		}
	}

	private Vector withNumbersOnly(Vector vector) {
		Expression[] operands = new Expression[vector.operandCount()];
		for (int number = 0; number < operands.length; number++) {
			Expression operand = vector.operand(number);
			operands[number] = operand;
			if (operand.kind() != Kind.VECTOR) {
				operands[number] = this.lanes.once(numbersOnly(operand));
				if (operands[number] instanceof Read read && !isReplacement(vector.op())) {
					this.lanes.common().add(read.variable());
				}
			}
		}
		return (Vector) vector.with(operands);
	}

	private static boolean isReplacement(VectorOp op) {
		return switch (op) {
			case I8X16_REPLACE_LANE, I16X8_REPLACE_LANE, I32X4_REPLACE_LANE, I64X2_REPLACE_LANE, F32X4_REPLACE_LANE,
					F64X2_REPLACE_LANE ->
				true;
			default -> false;
		};
	}

	// By a jump: the choice is made once, and not for each lane.
	private void select(Variable target, Select select) {
		Expression condition = this.lanes.once(numbersOnly(select.operand(2)));
		Lanes chosen = this.lanes.declare(target, false);
		Label end = this.body.variables().label(false);
		int different = this.lanes.isUniform(target) ? 1 : chosen.values().length;
		assign(chosen, different, select.operand(0));
		this.expanded.add(new JumpIf(condition, true, end));
		assign(chosen, different, select.operand(1));
		this.expanded.add(new Mark(end));
	}

	private void assign(Lanes target, int different, Expression vector) {
		Expression[] values = this.lanes.lanesInTree(vector, target.shape());
		for (int lane = 0; lane < different; lane++) {
			this.expanded.add(new Assign(((Read) target.value(lane)).variable(), values[lane]));
		}
	}

	private void load(Variable target, VectorLoad load) {
		Access access = load.access();
		Expression address = numbersOnly(load.operand(0));
		Shape shape = loaded(this.lanes.shape(target));
		Expression checked = this.lanes.once(new CheckedAddress(access, VECTOR_BYTES, address));
		Expression[] values = new Expression[shape.lanes()];
		LoadedLanes.@Nullable Place[] places = new LoadedLanes.@Nullable Place[values.length];
		for (int lane = 0; lane < values.length; lane++) {
			Access part = part(access, shape, lane, true);
			LoadedLanes.Place place = this.loaded.place(access, address, part);
			Expression known = (place != null) ? this.loaded.at(place) : null;
			values[lane] = (known != null) ? known : new Load(part, checked);
			places[lane] = place;
		}
		this.lanes.assign(target, new Lanes(shape, values));
		if (shape == this.lanes.shape(target)) {
			remember(target, places);
		}
	}

	private void remember(Variable target, LoadedLanes.@Nullable Place[] places) {
		Expression[] lanes = this.lanes.lanes(Read.of(target), this.lanes.shape(target));
		for (int lane = 0; lane < lanes.length; lane++) {
			LoadedLanes.Place place = places[lane];
			if (place != null) {
				this.loaded.loaded(place, lanes[lane]);
			}
		}
	}

	// A load for each narrow lane is faster than taking it out of a `long`, as long as
	// there are few.
	private Shape loaded(Shape held) {
		return (held.isNarrow() && !this.singleLoads) ? Shape.I64X2 : held;
	}

	private int accesses() {
		int accesses = 0;
		for (Statement statement : this.body.statements()) {
			if (statement instanceof Assign assign && assign.value() instanceof VectorLoad) {
				accesses += this.lanes.shape(assign.variable()).lanes();
			}
			accesses += (statement instanceof VectorStore) ? 2 : (statement instanceof Store) ? 1 : 0;
			for (int number = 0; number < statement.operandCount(); number++) {
				accesses += loads(statement.operand(number));
			}
		}
		return accesses;
	}

	private static int loads(Expression tree) {
		int loads = (tree instanceof Load) ? 1 : 0;
		for (int number = 0; number < tree.operandCount(); number++) {
			loads += loads(tree.operand(number));
		}
		return loads;
	}

	private static Access part(Access access, Shape shape, int lane, boolean load) {
		MemoryAccessOp op = switch (shape) {
			case I32X4 -> load ? MemoryAccessOp.I32_LOAD : MemoryAccessOp.I32_STORE;
			case F32X4 -> load ? MemoryAccessOp.F32_LOAD : MemoryAccessOp.F32_STORE;
			case I64X2 -> load ? MemoryAccessOp.I64_LOAD : MemoryAccessOp.I64_STORE;
			case F64X2 -> load ? MemoryAccessOp.F64_LOAD : MemoryAccessOp.F64_STORE;
			case I16X8 -> load ? MemoryAccessOp.I32_LOAD16_U : MemoryAccessOp.I32_STORE16;
			case I8X16 -> load ? MemoryAccessOp.I32_LOAD8_U : MemoryAccessOp.I32_STORE8;
		};
		return Access.ofChecked(op, access.memoryIndex(), (long) lane * shape.laneBytes());
	}

	private void store(VectorStore store) {
		Access access = store.access();
		Expression address = numbersOnly(store.address());
		Shape shape = this.lanes.shape(store.value());
		Shape stored = (shape != null && !shape.isNarrow()) ? shape : Shape.I64X2;
		Expression checked = this.lanes.once(new CheckedAddress(access, VECTOR_BYTES, address));
		Expression[] values = this.lanes.lanes(store.value(), stored);
		for (int lane = 0; lane < values.length; lane++) {
			this.expanded.add(new Store(part(access, stored, lane, false), checked, values[lane]));
		}
	}

}
