package dev.graft.compiler.pass;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Check;
import dev.graft.compiler.ir.CheckedAddress;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.MemoryBytes;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;

/// The addresses in a loop that change evenly from round to round: a variable that does, or
/// a multiple of it, perhaps another one that does not change at all, and a constant. Those
/// with the same variables in the same memory form a group, which one `long` stands for. So
/// do several addresses that do not change, as otherwise each would take a register.
final class EvenAddresses {

	/// Constants in addresses of 64 bits beyond that would overflow when they are added.
	private static final long FURTHEST = 1L << 32;

	/// More would occupy all registers.
	private static final int MOST_GROUPS = 4;

	/// Where more is computed for each access, its check is little of it, and HotSpot has
	/// the loop twice to find registers for.
	private static final int MOST_NODES_PER_ACCESS = 500;

	/// Vectors whose lanes are loaded one by one are large loops, and a strip is a second
	/// copy.
	private static final int MOST_NODES_WITH_MULTIPLES = 400;

	/// How far a sum is followed, as one of variables that hold sums of variables may
	/// double with each of them.
	private static final int MOST_STEPS = 64;

	private final CountedLoop loop;

	/// Whether multiples count, too.
	private final boolean multiples;

	private final Map<Place, Group> groups = new LinkedHashMap<>();

	private int even;

	private int uneven;

	private int steps;

	private EvenAddresses(CountedLoop loop, boolean multiples) {
		this.loop = loop;
		this.multiples = multiples;
		for (int position = loop.first(); position < loop.lastPosition(); position++) {
			find(position);
		}
		this.groups.values().removeIf((group) -> isFixed(group) && group.span() == 0);
		if (this.groups.size() > MOST_GROUPS) {
			this.groups.values().removeIf(this::isFixed);
		}
	}

	/// The addresses of a loop, null if they are not worth it: there are none, most
	/// accesses have others, or they are few for so large a loop. Multiples are only
	/// looked for if there is no strip without them.
	static @Nullable EvenAddresses of(CountedLoop loop) {
		EvenAddresses addresses = new EvenAddresses(loop, false);
		if (!addresses.areWorthIt() && loop.nodes() <= MOST_NODES_WITH_MULTIPLES) {
			addresses = new EvenAddresses(loop, true);
		}
		return addresses.areWorthIt() ? addresses : null;
	}

	private boolean areWorthIt() {
		return this.even > this.uneven && this.groups.size() <= MOST_GROUPS
				&& this.loop.nodes() <= MOST_NODES_PER_ACCESS * this.even
				&& this.groups.values().stream().allMatch((group) -> group.span() < Integer.MAX_VALUE);
	}

	/// Gives each group its variables.
	EvenAddresses heldIn(StripVariables variables) {
		this.groups.replaceAll((place, group) -> {
			Variable start = variables.next(Kind.LONG);
			return group.heldIn(start, isFixed(place) ? start : variables.next(Kind.LONG));
		});
		return this;
	}

	/// The largest number of bytes of which all groups move a multiple in a round, 1 if
	/// none moves.
	int unit() {
		int unit = 0;
		for (Group group : this.groups.values()) {
			unit = commonDivisor(unit, Math.abs(stride(group)));
		}
		return Math.max(unit, 1);
	}

	/// How far a round moves a group.
	int stride(Group group) {
		return this.loop.stride(group.variable()) * group.place().factor();
	}

	private static int commonDivisor(int one, int other) {
		return (other == 0) ? one : commonDivisor(other, one % other);
	}

	private void find(int position) {
		Statement statement = this.loop.statement(position);
		if (statement instanceof Store store && hasOwnAddress(store.access())) {
			count(position, store.access(), store.access().op().bytes(), store.address());
		}
		for (int number = 0; number < statement.operandCount(); number++) {
			find(position, statement.operand(number));
		}
	}

	private void find(int position, Expression tree) {
		switch (tree) {
			case CheckedAddress whole -> count(position, whole.access(), whole.bytes(), whole.operand(0));
			case Load load when hasOwnAddress(load.access()) ->
				count(position, load.access(), load.access().op().bytes(), load.operand(0));
			default -> {
			}
		}
		for (int number = 0; number < tree.operandCount(); number++) {
			find(position, tree.operand(number));
		}
	}

	// Whether the address is the guest's, not one that something else has made of it.
	private static boolean hasOwnAddress(Access access) {
		return access.check() != Check.ByOther.GIVEN_ADDRESS;
	}

	private boolean isEven(int position, Expression tree) {
		return switch (tree) {
			case CheckedAddress whole -> group(position, whole.access(), whole.operand(0)) != null;
			case Load load -> hasOwnAddress(load.access()) && group(position, load.access(), load.operand(0)) != null;
			default -> false;
		};
	}

	private void count(int position, Access access, int bytes, Expression address) {
		Place place = place(position, access, address);
		if (place != null) {
			this.even += isFixed(place) ? 0 : 1;
			long constant = constant(position, address);
			long end = constant + reach(access, bytes);
			this.groups.merge(place, new Group(place, access, constant, constant, end, null, null), Group::and);
		}
		else if (!isConstant(position, address)) {
			this.uneven++;
		}
	}

	// HotSpot checks an address that is the same in all rounds in front of them.
	private boolean isConstant(int position, Expression address) {
		Map<Variable, Integer> factors = factors(position, address);
		return factors != null && factors.keySet().stream().noneMatch(this.loop::assigns);
	}

	private boolean isFixed(Group group) {
		return isFixed(group.place());
	}

	private boolean isFixed(Place place) {
		return !this.loop.assigns(place.variable());
	}

	// Up to where the access makes sure that the memory reaches, from its address:
	// perhaps on behalf of others, whose addresses are not known to be even.
	private static long reach(Access access, int bytes) {
		long own = access.offset() + bytes;
		return (access.check() instanceof Check.Own(long end)) ? Math.max(end, own) : own;
	}

	/// Where an address is but for a constant, null if it changes, but not evenly.
	private @Nullable Place place(int position, Access access, Expression tree) {
		// A negative offset is one of 2^63 and more, which no memory has room for.
		return (access.offset() >= 0 && isNear(access.offset())) ? place(position, access.memoryIndex(), tree) : null;
	}

	private @Nullable Place place(int position, int memoryIndex, Expression tree) {
		Map<Variable, Integer> factors = factors(position, tree);
		if (factors == null) {
			return null;
		}
		List<Variable> changing = factors.keySet().stream().filter(this.loop::assigns).toList();
		List<Variable> fixed = factors.keySet().stream().filter((variable) -> !this.loop.assigns(variable)).toList();
		if (changing.isEmpty() && fixed.size() == 1 && isOnce(fixed.getFirst(), factors)) {
			return new Place(fixed.getFirst(), 1, null, memoryIndex);
		}
		if (changing.size() != 1 || !isEven(changing.getFirst(), factors) || fixed.size() > 1
				|| !fixed.stream().allMatch((variable) -> isOnce(variable, factors))) {
			return null;
		}
		return new Place(changing.getFirst(), factors.getOrDefault(changing.getFirst(), 1),
				fixed.isEmpty() ? null : fixed.getFirst(), memoryIndex);
	}

	private static boolean isOnce(Variable variable, Map<Variable, Integer> factors) {
		return factors.getOrDefault(variable, 0) == 1;
	}

	// Of multiples, too, no stride may take an address around within a strip.
	private boolean isEven(Variable variable, Map<Variable, Integer> factors) {
		long stride = (long) this.loop.stride(variable) * factors.getOrDefault(variable, 0);
		boolean possible = isOnce(variable, factors) || this.multiples && variable.kind() == Kind.INT;
		return possible && stride != 0 && Math.abs(stride) <= Short.MAX_VALUE;
	}

	// How often each variable is in a sum of variables, their multiples and constants;
	// null if it is something else. A variable that has been assigned one before, in the
	// same line, stands for that, as what several accesses have in common is kept in one.
	private @Nullable Map<Variable, Integer> factors(int position, Expression tree) {
		Map<Variable, Integer> factors = new LinkedHashMap<>();
		this.steps = 0;
		return addends(position, tree, 1, factors) ? factors : null;
	}

	private boolean addends(int position, Expression tree, int factor, Map<Variable, Integer> factors) {
		if (++this.steps > MOST_STEPS) {
			return false;
		}
		return switch (tree) {
			case Read read -> {
				int assignment = assignmentOfSum(read.variable(), position);
				if (assignment >= 0) {
					yield addends(assignment, assigned(assignment), factor, factors);
				}
				factors.merge(read.variable(), factor, Integer::sum);
				yield true;
			}
			case Constant constant -> isNear(constant.bits());
			case Numeric sum when isSum(sum) -> addends(position, sum.operand(0), factor, factors)
					&& addends(position, sum.operand(1), factor, factors);
			case Numeric multiple when isMultiple(multiple) ->
				addends(position, multiple.operand(0), factor * factor(multiple), factors);
			default -> false;
		};
	}

	private int assignmentOfSum(Variable variable, int position) {
		int assignment = (this.loop.stride(variable) == 0) ? this.loop.assignmentBefore(variable, position) : -1;
		boolean sum = assignment >= 0 && (assigned(assignment) instanceof Read
				|| assigned(assignment) instanceof Numeric value && (isSum(value) || isMultiple(value)));
		return sum ? assignment : -1;
	}

	private Expression assigned(int position) {
		return ((Assign) this.loop.statement(position)).value();
	}

	private static boolean isSum(Numeric numeric) {
		return numeric.op() == NumericOp.I32_ADD || numeric.op() == NumericOp.I64_ADD;
	}

	// As C compilers write them.
	private static boolean isMultiple(Numeric numeric) {
		return (numeric.op() == NumericOp.I32_MUL || numeric.op() == NumericOp.I32_SHL)
				&& numeric.operand(1) instanceof Constant;
	}

	private static int factor(Numeric multiple) {
		int constant = (int) ((Constant) multiple.operand(1)).bits();
		return (multiple.op() == NumericOp.I32_SHL) ? 1 << constant : constant;
	}

	private static boolean isNear(long constant) {
		return constant > -FURTHEST && constant < FURTHEST;
	}

	/// What is added to the variable's value at the beginning of the round.
	private long constant(int position, Expression tree) {
		return switch (tree) {
			case Read read -> {
				int assignment = assignmentOfSum(read.variable(), position);
				yield (assignment >= 0) ? constant(assignment, assigned(assignment))
						: this.loop.change(read.variable(), position);
			}
			case Constant constant -> constant.bits();
			case Numeric multiple when isMultiple(multiple) ->
				(int) (constant(position, multiple.operand(0)) * factor(multiple));
			default -> {
				long sum = constant(position, tree.operand(0)) + constant(position, tree.operand(1));
				yield (tree.kind() == Kind.INT) ? (int) sum : sum;
			}
		};
	}

	/// The groups, in the order in which they are met.
	List<Group> groups() {
		return List.copyOf(this.groups.values());
	}

	/// The statement at a position, with wide addresses.
	Statement widened(int position) {
		Statement statement = this.loop.statement(position);
		Expression[] operands = new Expression[statement.operandCount()];
		for (int number = 0; number < operands.length; number++) {
			operands[number] = widened(position, statement.operand(number));
		}
		if (statement instanceof Store store && hasOwnAddress(store.access())
				&& group(position, store.access(), store.address()) != null) {
			return new Store(moved(store.access(), position, store.address()),
					wide(position, store.access(), store.address()), operands[1]);
		}
		return (operands.length == 0) ? statement : statement.with(operands);
	}

	private Expression widened(int position, Expression tree) {
		if (tree.operandCount() == 0) {
			return tree;
		}
		Expression[] operands = new Expression[tree.operandCount()];
		for (int number = 0; number < operands.length; number++) {
			operands[number] = widened(position, tree.operand(number));
		}
		if (isEven(position, tree)) {
			Expression address = tree.operand(0);
			return switch (tree) {
				case Load load ->
					new Load(moved(load.access(), position, address), wide(position, load.access(), address));
				case CheckedAddress checked ->
					sum(wide(position, checked.access(), address), moved(checked.access(), position, address).offset());
				default -> throw new IllegalArgumentException(tree + " checks no address");
			};
		}
		return tree.with(operands);
	}

	private static Expression sum(Read wide, long offset) {
		return (offset == 0) ? wide : Place.sum(wide, Constant.of(Kind.LONG, offset));
	}

	private Access moved(Access access, int position, Expression address) {
		return access.further(constant(position, address) - groupOf(position, access, address).least);
	}

	private Read wide(int position, Access access, Expression address) {
		return Read.of(groupOf(position, access, address).wide());
	}

	private @Nullable Group group(int position, Access access, Expression address) {
		Place place = place(position, access, address);
		return (place != null) ? this.groups.get(place) : null;
	}

	private Group groupOf(int position, Access access, Expression address) {
		Group group = group(position, access, address);
		if (group == null) {
			throw new IllegalArgumentException(address + " is in no group");
		}
		return group;
	}

	/// What addresses have in common.
	///
	/// @param variable what changes evenly, or not at all
	/// @param factor how often it is in the address
	/// @param fixed what is added to it and does not change, null if there is nothing
	/// @param memoryIndex the memory
	private record Place(Variable variable, int factor, @Nullable Variable fixed, int memoryIndex) {

		Expression address() {
			Expression read = Read.of(this.variable);
			Expression multiple = (this.factor == 1) ? read
					: new Numeric(NumericOp.I32_MUL, 0, read, Constant.ofInt(this.factor));
			return (this.fixed != null) ? sum(multiple, Read.of(this.fixed)) : multiple;
		}

		static Numeric sum(Expression one, Expression other) {
			return new Numeric((one.kind() == Kind.LONG) ? NumericOp.I64_ADD : NumericOp.I32_ADD, 0, one, other);
		}

	}

	/// Addresses with the same variables in the same memory.
	///
	/// @param place where they are but for a constant
	/// @param access one of the accesses
	/// @param least the smallest constant
	/// @param most the largest constant
	/// @param end up to where the memory is accessed, from the variable's value
	/// @param first the `long` that holds the smallest of the addresses of the first
	/// round, null before there is one
	/// @param held the `long` that holds the smallest of the addresses, null before there
	/// is one
	record Group(Place place, Access access, long least, long most, long end, @Nullable Variable first,
			@Nullable Variable held) {

		Group and(Group other) {
			return new Group(this.place, this.access, Math.min(this.least, other.least),
					Math.max(this.most, other.most), Math.max(this.end, other.end), null, null);
		}

		Group heldIn(Variable start, Variable wide) {
			return new Group(this.place, this.access, this.least, this.most, this.end, start, wide);
		}

		/// The variable that holds the smallest address of the first round.
		Variable start() {
			return held(this.first);
		}

		/// The variable that holds the smallest address; the same if it does not change.
		Variable wide() {
			return held(this.held);
		}

		private static Variable held(@Nullable Variable variable) {
			if (variable == null) {
				throw new IllegalStateException("nothing holds the addresses yet");
			}
			return variable;
		}

		/// What changes evenly, or not at all.
		Variable variable() {
			return this.place.variable();
		}

		/// The smallest address, from the variables.
		Expression leastAddress() {
			Expression address = this.place.address();
			return (this.least == 0) ? address : Place.sum(address, Constant.of(address.kind(), this.least));
		}

		/// Whether its addresses have 64 bits.
		boolean isOfLongs() {
			return variable().kind() == Kind.LONG;
		}

		/// How far the largest address is from the smallest.
		long span() {
			return this.most - this.least;
		}

		/// How far the memory is accessed from the smallest address on.
		long reach() {
			return this.end - this.least;
		}

		/// The size of the memory.
		Expression bytes() {
			Variable bound = this.access.bound();
			return (bound != null) ? Read.of(bound) : new MemoryBytes(this.access.memoryIndex());
		}

	}

}
