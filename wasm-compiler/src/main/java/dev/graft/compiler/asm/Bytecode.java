package dev.graft.compiler.asm;

import dev.graft.artifact.abi.AllowedMember;
import dev.graft.compiler.ir.Kind;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The code of one method, instruction by instruction.
///
/// Labels are numbers from [#newLabel].
public interface Bytecode {

	/// An `int`, in the shortest form.
	void constant(int value);

	/// A `long`, in the shortest form.
	void constant(long value);

	/// A `float` with these bits.
	void constantFloat(int bits);

	/// A `double` with these bits.
	void constantDouble(long bits);

	/// A string.
	void constant(String value);

	/// `null`
	void constantNull();

	/// Pushes the variable in a slot.
	void load(Kind kind, int slot);

	/// Pops into a slot.
	void store(Kind kind, int slot);

	/// Adds a number of 16 bits to the `int` in a slot.
	void increment(int slot, int by);

	/// Pushes the instance, which is the method's last parameter.
	void loadInstance();

	/// An instruction of one byte.
	void add(Instruction instruction);

	/// Calls or reads a listed member.
	void use(AllowedMember member);

	/// Calls a listed operator that accesses memory, through a call site of its own.
	void useLinked(AllowedMember operator);

	/// Writes a listed field.
	void put(AllowedMember field);

	/// Calls a method handle, which lies below the arguments, with this type.
	void invokeExact(String descriptor);

	/// Calls a generated static method.
	void invokeStatic(String owner, String name, String descriptor);

	/// Calls a static method that is written into the same class for this place alone, so
	/// that HotSpot has an account of its own of what happens there.
	/// @param name gives it a name, from its number in the class
	/// @param body writes it
	void invokeOwn(IntFunction<String> name, String descriptor, Consumer<Bytecode> body);

	/// Calls a method of an object of a generated class, which lies below the arguments.
	void invokeVirtual(String owner, String name, String descriptor);

	/// Calls the constructor of the superclass.
	void invokeConstructor(String owner, String descriptor);

	/// Reads a static field of a class of the module.
	void getStatic(String owner, String name, String descriptor);

	/// Reads a field of the generated instance, which lies on the stack.
	void getField(String owner, String name, String descriptor);

	/// Writes a field of the generated instance, which lies on the stack below the value.
	void putField(String owner, String name, String descriptor);

	/// A new array of the kind's elements; the length lies on the stack.
	void newArray(Kind kind);

	/// A new array of the elements that a descriptor tells; the length lies on the stack.
	/// @param array the descriptor of the array: `[I`
	void newArray(String array);

	/// 1 if the reference on the stack is an instance of a class, else 0.
	void instanceOf(String type);

	/// Narrows the reference on the stack.
	void checkCast(String type);

	/// A new label.
	int newLabel();

	/// Jumps.
	void jump(int label);

	/// Jumps under a condition.
	void jump(Condition condition, int label);

	/// Throws under a condition what a listed method makes of what lies on the stack.
	/// The code for that comes behind the method's last instruction, so that all others
	/// stay close together; the exception comes from the line of this place.
	/// @param failure a static method that takes what is on top of the operand stack when
	/// the condition has been popped, and returns the exception
	void failIf(Condition condition, AllowedMember failure);

	/// Jumps to the label that the `int` on the stack selects, from `first` on.
	void tableSwitch(int first, int[] labels, int otherwise);

	/// Places a label between statements: the operand stack is empty.
	/// @param slots what the slots hold there, null for nothing of use; the second slot
	/// of a `long` or `double` is left out of account
	/// @param count how many slots count
	void place(int label, @Nullable Kind[] slots, int count);

	/// Places a label within an expression: the operand stack is what it is.
	void placeWithin(int label, @Nullable Kind[] slots, int count);

	/// The reference on the stack is one of any type from here on, so that frames agree.
	void asObject();

	/// Places a label where another one, or the method's beginning, has just been placed.
	void placeAgain(int label);

	/// Places the label of a handler, which control reaches only by an exception: the
	/// operand stack has the exception and nothing else.
	/// @param slots what the slots hold, as in [#place]
	/// @param count how many slots count
	void placeHandler(int label, @Nullable Kind[] slots, int count);

	/// Lets the exceptions of guests lead to a handler.
	/// @param start a label before the instructions that throw
	/// @param end a label behind them
	/// @param handler the label of the handler
	void protect(int start, int end, int handler);

	/// Says which line the following instructions belong to.
	void line(int number);

	/// Returns from the method.
	void giveBack(Kind kind);

	/// What has just been written is as much work for HotSpot as this many bytes more.
	/// Counts where code is measured, and nowhere else.
	void weigh(int bytes);

	/// How many bytes there are so far.
	int size();

	/// Makes the method at least so long, by what is never reached.
	void fillUp(int bytes);

}
