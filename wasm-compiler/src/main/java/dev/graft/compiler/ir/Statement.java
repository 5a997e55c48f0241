package dev.graft.compiler.ir;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import dev.graft.artifact.abi.CallFrameField;
import org.jspecify.annotations.Nullable;

/// A step of a [Body]. Between two of them the JVM's operand stack is empty.
public sealed interface Statement {

	/// How many trees it evaluates.
	default int operandCount() {
		return 0;
	}

	/// A tree that it evaluates; they are evaluated in order.
	default Expression operand(int number) {
		throw new IndexOutOfBoundsException(number);
	}

	/// This statement over what stands for each tree; itself, if each stands for itself.
	/// @param change what stands for a tree, asked in order
	default Statement map(UnaryOperator<Expression> change) {
		Expression[] operands = new Expression[operandCount()];
		boolean changed = false;
		for (int number = 0; number < operands.length; number++) {
			operands[number] = change.apply(operand(number));
			changed |= operands[number] != operand(number);
		}
		return changed ? with(operands) : this;
	}

	/// The same statement over other trees.
	default Statement with(Expression[] operands) {
		return this;
	}

	/// Hands over every variable that it reads, once for each time.
	default void forEachRead(Consumer<Variable> action) {
		for (int number = 0; number < operandCount(); number++) {
			operand(number).forEachRead(action);
		}
	}

	/// Its [Effects], those of its trees included.
	default int effects() {
		return Effects.NONE;
	}

	/// Hands over every label that it may jump to; one may come more than once.
	default void forEachTarget(Consumer<Label> action) {
		// Most statements do not jump.
	}

	/// This statement with other places to jump to; itself if it does not jump.
	/// @param change what stands for a label
	default Statement retargeted(UnaryOperator<Label> change) {
		return this;
	}

	/// Whether control never goes on to the next statement.
	default boolean endsLine() {
		return false;
	}

	/// Gives a variable a value.
	/// @param variable the variable
	/// @param value its new value
	record Assign(Variable variable, Expression value) implements Statement {

		@Override
		public int operandCount() {
			return 1;
		}

		@Override
		public Expression operand(int number) {
			return this.value;
		}

		@Override
		public Statement with(Expression[] operands) {
			return new Assign(this.variable, operands[0]);
		}

		@Override
		public int effects() {
			return this.value.effects();
		}

		@Override
		public String toString() {
			return this.variable + " = " + this.value;
		}

	}

	/// Evaluates a tree and drops its value, if it has one.
	/// @param value the tree
	record Evaluate(Expression value) implements Statement {

		@Override
		public int operandCount() {
			return 1;
		}

		@Override
		public Expression operand(int number) {
			return this.value;
		}

		@Override
		public Statement with(Expression[] operands) {
			return new Evaluate(operands[0]);
		}

		@Override
		public int effects() {
			return this.value.effects();
		}

		@Override
		public String toString() {
			return this.value.toString();
		}

	}

	/// Stores to a memory.
	/// @param access what it does
	/// @param address the address without the offset
	/// @param value what is stored
	record Store(Access access, Expression address, Expression value) implements Statement {

		@Override
		public int operandCount() {
			return 2;
		}

		@Override
		public Expression operand(int number) {
			return (number == 0) ? this.address : this.value;
		}

		@Override
		public Statement with(Expression[] operands) {
			return new Store(this.access, operands[0], operands[1]);
		}

		@Override
		public void forEachRead(Consumer<Variable> action) {
			Statement.super.forEachRead(action);
			this.access.forEachRead(action);
		}

		@Override
		public int effects() {
			int written = this.address.effects() | this.value.effects() | Effects.WRITES_MEMORY;
			return this.access.checks() ? written | Effects.READS_SIZE | Effects.TRAPS : written;
		}

		@Override
		public String toString() {
			return this.access + " " + this.address + " " + this.value;
		}

	}

	/// Stores a whole vector.
	/// @param access what it does; its operator does not matter
	/// @param address the address without the offset
	/// @param value what is stored
	record VectorStore(Access access, Expression address, Expression value) implements Statement {

		@Override
		public int operandCount() {
			return 2;
		}

		@Override
		public Expression operand(int number) {
			return (number == 0) ? this.address : this.value;
		}

		@Override
		public Statement with(Expression[] operands) {
			return new VectorStore(this.access, operands[0], operands[1]);
		}

		@Override
		public int effects() {
			return this.address.effects() | this.value.effects() | Effects.WRITES_MEMORY | Effects.READS_SIZE
					| Effects.TRAPS;
		}

		@Override
		public String toString() {
			return "v128.store +" + this.access.offset() + " " + this.address + " " + this.value;
		}

	}

	/// Sets a global.
	/// @param globalIndex which one
	/// @param high whether it is the upper half of a vector
	/// @param value its new value
	record GlobalSet(int globalIndex, boolean high, Expression value) implements Statement {

		@Override
		public int operandCount() {
			return 1;
		}

		@Override
		public Expression operand(int number) {
			return this.value;
		}

		@Override
		public Statement with(Expression[] operands) {
			return new GlobalSet(this.globalIndex, this.high, operands[0]);
		}

		@Override
		public int effects() {
			return this.value.effects() | Effects.WRITES_GLOBAL;
		}

		@Override
		public String toString() {
			return "g" + this.globalIndex + " = " + this.value;
		}

	}

	/// Leaves a result beyond the first for the caller.
	/// @param index its place among the results, from 1
	/// @param value the result
	record SetFurtherResult(int index, Expression value) implements Statement {

		@Override
		public int operandCount() {
			return 1;
		}

		@Override
		public Expression operand(int number) {
			return this.value;
		}

		@Override
		public Statement with(Expression[] operands) {
			return new SetFurtherResult(this.index, operands[0]);
		}

		@Override
		public int effects() {
			return this.value.effects() | Effects.WRITES_TRANSFER;
		}

		@Override
		public String toString() {
			return "result" + this.index + " = " + this.value;
		}

	}

	/// Leaves a value for another piece of the function.
	/// @param index its place among those of its kind
	/// @param value the value
	record Transfer(int index, Expression value) implements Statement {

		@Override
		public int operandCount() {
			return 1;
		}

		@Override
		public Expression operand(int number) {
			return this.value;
		}

		@Override
		public Statement with(Expression[] operands) {
			return new Transfer(this.index, operands[0]);
		}

		@Override
		public int effects() {
			return this.value.effects() | Effects.WRITES_TRANSFER;
		}

		@Override
		public String toString() {
			return "transfer" + this.value.kind().descriptor().charAt(0) + this.index + " = " + this.value;
		}

	}

	/// Assigns the variable that lives in a field of the instance.
	/// @param index its place among the homes of its kind
	/// @param value its new value
	record SetHome(int index, Expression value) implements Statement {

		@Override
		public int operandCount() {
			return 1;
		}

		@Override
		public Expression operand(int number) {
			return this.value;
		}

		@Override
		public Statement with(Expression[] operands) {
			return new SetHome(this.index, operands[0]);
		}

		@Override
		public int effects() {
			return this.value.effects() | Effects.WRITES_TRANSFER;
		}

		@Override
		public String toString() {
			return "home" + this.value.kind().descriptor().charAt(0) + this.index + " = " + this.value;
		}

	}

	/// Assigns the variable that lives in a field of the call's own frame.
	/// @param frame the variable that holds the frame
	/// @param field where it lives
	/// @param value its new value
	record SetInFrame(Variable frame, CallFrameField field, Expression value) implements Statement {

		@Override
		public int operandCount() {
			return 1;
		}

		@Override
		public Expression operand(int number) {
			return this.value;
		}

		@Override
		public Statement with(Expression[] operands) {
			return new SetInFrame(this.frame, this.field, operands[0]);
		}

		@Override
		public void forEachRead(Consumer<Variable> action) {
			Statement.super.forEachRead(action);
			action.accept(this.frame);
		}

		@Override
		public int effects() {
			return this.value.effects() | Effects.WRITES_TRANSFER;
		}

		@Override
		public String toString() {
			return this.frame + "." + this.field.memberName() + " = " + this.value;
		}

	}

	/// Sets an element of an array.
	/// @param array the variable that holds the array
	/// @param index which element
	/// @param value its new value
	record SetElement(Variable array, int index, Expression value) implements Statement {

		@Override
		public int operandCount() {
			return 1;
		}

		@Override
		public Expression operand(int number) {
			return this.value;
		}

		@Override
		public Statement with(Expression[] operands) {
			return new SetElement(this.array, this.index, operands[0]);
		}

		@Override
		public void forEachRead(Consumer<Variable> action) {
			Statement.super.forEachRead(action);
			action.accept(this.array);
		}

		@Override
		public int effects() {
			return this.value.effects() | Effects.WRITES_TRANSFER;
		}

		@Override
		public String toString() {
			return this.array + "[" + this.index + "] = " + this.value;
		}

	}

	/// Makes an array the items of an element segment.
	/// @param segmentIndex which segment
	/// @param items the variable that holds the array
	record SetSegment(int segmentIndex, Variable items) implements Statement {

		@Override
		public void forEachRead(Consumer<Variable> action) {
			action.accept(this.items);
		}

		@Override
		public int effects() {
			return Effects.WRITES_TABLE;
		}

		@Override
		public String toString() {
			return "segment" + this.segmentIndex + " = " + this.items;
		}

	}

	/// The place of a label.
	/// @param label the label
	record Mark(Label label) implements Statement {

		@Override
		public int effects() {
			return Effects.JUMPS;
		}

		@Override
		public String toString() {
			return this.label + ":";
		}

	}

	/// Asks whether execution may go on.
	/// @param site where it is
	/// @param inLargeMethod whether the method is so large that HotSpot inlines no method
	/// in it that is not reached by a method handle
	record Poll(int site, boolean inLargeMethod) implements Statement {

		@Override
		public int effects() {
			return Effects.TRAPS;
		}

		@Override
		public String toString() {
			return "poll";
		}

	}

	/// Goes on elsewhere.
	/// @param target where
	record Jump(Label target) implements Statement {

		@Override
		public Statement retargeted(UnaryOperator<Label> change) {
			return new Jump(change.apply(this.target));
		}

		@Override
		public void forEachTarget(Consumer<Label> action) {
			action.accept(this.target);
		}

		@Override
		public int effects() {
			return Effects.JUMPS;
		}

		@Override
		public boolean endsLine() {
			return true;
		}

		@Override
		public String toString() {
			return "goto " + this.target;
		}

	}

	/// Goes on elsewhere under a condition.
	/// @param condition an `i32`
	/// @param whenTrue whether to jump if the condition is not zero, or if it is zero
	/// @param target where
	record JumpIf(Expression condition, boolean whenTrue, Label target) implements Statement {

		@Override
		public int operandCount() {
			return 1;
		}

		@Override
		public Expression operand(int number) {
			return this.condition;
		}

		@Override
		public Statement with(Expression[] operands) {
			return new JumpIf(operands[0], this.whenTrue, this.target);
		}

		@Override
		public Statement retargeted(UnaryOperator<Label> change) {
			return new JumpIf(this.condition, this.whenTrue, change.apply(this.target));
		}

		@Override
		public void forEachTarget(Consumer<Label> action) {
			action.accept(this.target);
		}

		@Override
		public int effects() {
			return this.condition.effects() | Effects.JUMPS;
		}

		@Override
		public String toString() {
			return (this.whenTrue ? "if " : "unless ") + this.condition + " goto " + this.target;
		}

	}

	/// Goes on where an index says.
	/// @param index an `i32`, unsigned
	/// @param targets where to go for `0`, `1` and so on; never written to
	/// @param otherwise where to go for all other numbers
	@SuppressWarnings("ArrayRecordComponent")
	record Switch(Expression index, Label[] targets, Label otherwise) implements Statement {

		/// To how many places a switch leads that is likely to be an interpreter's,
		/// wherever it is.
		public static final int MANY_PLACES = 64;

		/// To how many places it leads, not counting that for all other numbers.
		public int places() {
			return (int) Arrays.stream(this.targets).distinct().count();
		}

		@Override
		public int operandCount() {
			return 1;
		}

		@Override
		public Expression operand(int number) {
			return this.index;
		}

		@Override
		public Statement with(Expression[] operands) {
			return new Switch(operands[0], this.targets, this.otherwise);
		}

		@Override
		public Statement retargeted(UnaryOperator<Label> change) {
			return new Switch(this.index, Arrays.stream(this.targets).map(change).toArray(Label[]::new),
					change.apply(this.otherwise));
		}

		@Override
		public void forEachTarget(Consumer<Label> action) {
			for (Label each : this.targets) {
				action.accept(each);
			}
			action.accept(this.otherwise);
		}

		@Override
		public int effects() {
			return this.index.effects() | Effects.JUMPS;
		}

		@Override
		public boolean endsLine() {
			return true;
		}

		@Override
		public String toString() {
			return "switch " + this.index + " " + Arrays.toString(this.targets) + " else " + this.otherwise;
		}

	}

	/// Leaves the function. Results beyond the first have been left before.
	/// @param value the first result, null if there is none
	record Return(@Nullable Expression value) implements Statement {

		@Override
		public int operandCount() {
			return (this.value != null) ? 1 : 0;
		}

		@Override
		public Expression operand(int number) {
			if (this.value == null) {
				throw new IndexOutOfBoundsException(number);
			}
			return this.value;
		}

		@Override
		public Statement with(Expression[] operands) {
			return (operands.length == 0) ? this : new Return(operands[0]);
		}

		@Override
		public int effects() {
			return Effects.JUMPS | ((this.value != null) ? this.value.effects() : Effects.NONE);
		}

		@Override
		public boolean endsLine() {
			return true;
		}

		@Override
		public String toString() {
			return (this.value != null) ? "return " + this.value : "return";
		}

	}

	/// `unreachable`
	/// @param site where it is
	record Trap(int site) implements Statement {

		@Override
		public int effects() {
			return Effects.TRAPS | Effects.JUMPS;
		}

		@Override
		public boolean endsLine() {
			return true;
		}

		@Override
		public String toString() {
			return "trap";
		}

	}

	/// Throws an exception.
	/// @param exception the exception; a null reference traps
	/// @param site where it is
	record Throw(Expression exception, int site) implements Statement {

		@Override
		public int operandCount() {
			return 1;
		}

		@Override
		public Expression operand(int number) {
			return this.exception;
		}

		@Override
		public Statement with(Expression[] operands) {
			return new Throw(operands[0], this.site);
		}

		@Override
		public int effects() {
			return this.exception.effects() | Effects.TRAPS | Effects.JUMPS | Effects.THROWS;
		}

		@Override
		public boolean endsLine() {
			return true;
		}

		@Override
		public String toString() {
			return "throw " + this.exception;
		}

	}

	/// Begins a stretch of statements whose exceptions lead to the handler of a region.
	/// @param region the region
	record Enter(Region region) implements Statement {

		@Override
		public int effects() {
			return Effects.JUMPS;
		}

		@Override
		public String toString() {
			return "enter " + this.region;
		}

	}

	/// Ends the stretch that the last [Enter] before it has begun, of those that have not
	/// been ended.
	record Leave() implements Statement {

		@Override
		public int effects() {
			return Effects.JUMPS;
		}

		@Override
		public String toString() {
			return "leave";
		}

	}

}
