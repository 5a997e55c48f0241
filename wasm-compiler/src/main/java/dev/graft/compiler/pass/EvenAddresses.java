package dev.graft.compiler.pass;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Check;
import dev.graft.compiler.ir.CheckedAddress;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;

/// The addresses in a loop that change evenly from round to round: a variable that does,
/// and a constant. Those with the same variable form a group, which one `long` stands
/// for.
final class EvenAddresses {

	/// More would occupy all registers.
	private static final int MOST_GROUPS = 4;

	private final CountedLoop loop;

	private final Map<Variable, Group> groups = new LinkedHashMap<>();

	private int even;

	private int uneven;

	private EvenAddresses(CountedLoop loop) {
		this.loop = loop;
	}

	/// The addresses of a loop, null if they are not worth it: there are none, or most
	/// accesses have others.
	static @Nullable EvenAddresses of(CountedLoop loop, Body.Variables variables) {
		EvenAddresses addresses = new EvenAddresses(loop);
		for (int position = loop.first(); position < loop.lastPosition(); position++) {
			addresses.find(position);
		}
		boolean worthIt = addresses.even > addresses.uneven && addresses.groups.size() <= MOST_GROUPS
				&& addresses.groups.values().stream().allMatch((group) -> group.span() < Integer.MAX_VALUE);
		if (!worthIt) {
			return null;
		}
		addresses.groups.replaceAll((variable, group) -> group.heldIn(variables.variable(Kind.LONG)));
		return addresses;
	}

	private void find(int position) {
		Statement statement = this.loop.statement(position);
		if (statement instanceof Store store && isChecked(store.access())) {
			count(position, store.address());
		}
		for (int number = 0; number < statement.operandCount(); number++) {
			find(position, statement.operand(number));
		}
	}

	private void find(int position, Expression tree) {
		if (isChecked(tree)) {
			count(position, tree.operand(0));
		}
		for (int number = 0; number < tree.operandCount(); number++) {
			find(position, tree.operand(number));
		}
	}

	// What an earlier access has checked is checked again, as HotSpot then knows more of
	// its address.
	private static boolean isChecked(Access access) {
		return access.check() != Check.ByOther.AS_A_WHOLE;
	}

	private static boolean isChecked(Expression tree) {
		return tree instanceof CheckedAddress || tree instanceof Load load && isChecked(load.access());
	}

	private void count(int position, Expression tree) {
		Variable variable = variable(tree);
		if (variable != null) {
			this.even++;
			this.groups.merge(variable, Group.of(variable, constant(position, tree)), Group::and);
		}
		else if (!(tree instanceof Constant)) {
			this.uneven++;
		}
	}

	/// The variable in an address, null if it does not change evenly.
	private @Nullable Variable variable(Expression tree) {
		boolean sum = tree instanceof Numeric numeric && numeric.op() == NumericOp.I32_ADD
				&& numeric.operand(1) instanceof Constant;
		Expression variable = sum ? tree.operand(0) : tree;
		return (variable instanceof Read read && this.loop.stride(read.variable()) != 0) ? read.variable() : null;
	}

	/// What is added to the variable's value at the beginning of the round.
	private int constant(int position, Expression tree) {
		if (tree instanceof Numeric sum) {
			return constant(position, sum.operand(0)) + (int) ((Constant) sum.operand(1)).bits();
		}
		return this.loop.change(((Read) tree).variable(), position);
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
		if (statement instanceof Store store && isChecked(store.access()) && variable(store.address()) != null) {
			return new Store(moved(store.access(), position, store.address()), wide(store.address()), operands[1]);
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
		if (isChecked(tree) && variable(tree.operand(0)) != null) {
			Expression address = tree.operand(0);
			return switch (tree) {
				case Load load -> new Load(moved(load.access(), position, address), wide(address));
				case CheckedAddress checked ->
					new CheckedAddress(moved(checked.access(), position, address), checked.bytes(), wide(address));
				default -> throw new IllegalArgumentException(tree + " checks no address");
			};
		}
		return tree.with(operands);
	}

	private Access moved(Access access, int position, Expression address) {
		return access.further((long) constant(position, address) - group(address).least);
	}

	private Read wide(Expression address) {
		return new Read(group(address).wide());
	}

	private Group group(Expression address) {
		Group group = this.groups.get(variable(address));
		if (group == null) {
			throw new IllegalArgumentException(address + " is in no group");
		}
		return group;
	}

	/// Addresses with the same variable.
	///
	/// @param variable the variable
	/// @param least the smallest constant
	/// @param most the largest constant
	/// @param held the `long` that holds the smallest of the addresses, null before there
	/// is one
	record Group(Variable variable, int least, int most, @Nullable Variable held) {

		static Group of(Variable variable, int constant) {
			return new Group(variable, constant, constant, null);
		}

		Group and(Group other) {
			return new Group(this.variable, Math.min(this.least, other.least), Math.max(this.most, other.most), null);
		}

		Group heldIn(Variable wide) {
			return new Group(this.variable, this.least, this.most, wide);
		}

		/// The variable that holds the smallest address.
		Variable wide() {
			if (this.held == null) {
				throw new IllegalStateException("nothing holds the addresses yet");
			}
			return this.held;
		}

		/// The smallest address, from the variable.
		Expression leastAddress() {
			Expression read = new Read(this.variable);
			return (this.least == 0) ? read : new Numeric(NumericOp.I32_ADD, 0, read, Constant.ofInt(this.least));
		}

		/// How far the largest address is from the smallest.
		long span() {
			return (long) this.most - this.least;
		}

	}

}
