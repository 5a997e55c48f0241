package dev.graft.fuzz;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.op.Op;
import dev.graft.compiler.op.OpTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// The code of a function under construction, with the operand stack and the blocks that
/// the validator will see.
final class Code {

	final Scaffold module;

	final Dice dice;

	final ByteSink out = new ByteSink();

	final FunctionType type;

	/// Parameters and locals.
	final List<ValueType> locals;

	/// How many instructions may still come, more or less.
	int budget;

	private final Values values;

	private final List<ValueType> stack = new ArrayList<>();

	/// How many operands must not be touched.
	private int floor;

	private final Deque<Frame> frames = new ArrayDeque<>();

	/// A block that is open.
	static final class Frame {

		final List<ValueType> labelTypes;

		final List<ValueType> results;

		/// Whether it is a `catch`, to which `rethrow` may refer.
		final boolean handler;

		private final int height;

		private boolean unreachable;

		private Frame(List<ValueType> labelTypes, List<ValueType> results, boolean handler, int height) {
			this.labelTypes = labelTypes;
			this.results = results;
			this.handler = handler;
			this.height = height;
		}

	}

	Code(Scaffold module, Dice dice, FunctionType type, List<ValueType> locals, int budget) {
		this.module = module;
		this.dice = dice;
		this.type = type;
		this.locals = new ArrayList<>(type.parameters());
		this.locals.addAll(locals);
		this.budget = budget;
		this.values = new Values(this);
		this.frames.push(new Frame(type.results(), type.results(), false, 0));
	}

	Values values() {
		return this.values;
	}

	// ---- instructions

	/// Writes the opcode with a mnemonic.
	Code op(String mnemonic) {
		return op(Objects.requireNonNull(OpTable.byMnemonic(mnemonic), mnemonic));
	}

	/// Writes an opcode.
	Code op(Op op) {
		this.budget--;
		this.out.u8(op.prefix());
		if (op.isPrefixed()) {
			this.out.unsigned(op.subOpcode());
		}
		return this;
	}

	/// Writes an index or another unsigned number.
	Code u(long number) {
		this.out.unsigned(number);
		return this;
	}

	// ---- the operand stack

	List<ValueType> stack() {
		return this.stack;
	}

	/// How many operands of the innermost block there are that nobody waits for.
	int available() {
		return this.stack.size() - Math.max(this.floor, frame().height);
	}

	/// Writes something that leaves the operands alone that are there, since somebody
	/// waits for them.
	void above(Runnable write) {
		int before = this.floor;
		this.floor = this.stack.size();
		write.run();
		this.floor = before;
	}

	/// The type of the operand that lies so deep, 0 for the topmost one.
	ValueType peek(int depth) {
		return this.stack.get(this.stack.size() - 1 - depth);
	}

	Code push(ValueType type) {
		this.stack.add(type);
		return this;
	}

	Code push(List<ValueType> types) {
		this.stack.addAll(types);
		return this;
	}

	ValueType pop() {
		return this.stack.remove(this.stack.size() - 1);
	}

	/// Sees to it that the topmost operands have these types: those that are there are
	/// taken, the others produced.
	Code need(List<ValueType> expected) {
		if (frame().unreachable && this.stack.size() == frame().height && this.dice.coin()) {
			int from = this.dice.below(expected.size() + 1);
			expected.subList(from, expected.size()).forEach(this.values::produce);
			return this;
		}
		int present = this.dice.oneIn(8) ? 0 : present(expected);
		expected.subList(present, expected.size()).forEach(this.values::produce);
		return this;
	}

	/// As [#need], and takes them from the stack.
	Code take(List<ValueType> expected) {
		need(expected);
		remove(expected.size());
		return this;
	}

	Code take(ValueType... expected) {
		return take(List.of(expected));
	}

	/// Takes operands from the stack, of which some may only be there because nothing
	/// gets here.
	void remove(int count) {
		for (int i = 0; i < count && available() > 0; i++) {
			pop();
		}
	}

	/// How many of the expected operands are there, from the first on.
	private int present(List<ValueType> expected) {
		for (int count = Math.min(expected.size(), available()); count > 0; count--) {
			List<ValueType> top = this.stack.subList(this.stack.size() - count, this.stack.size());
			if (this.module.types.matches(top, expected.subList(0, count))) {
				return count;
			}
		}
		return 0;
	}

	// ---- blocks

	Frame frame() {
		return Objects.requireNonNull(this.frames.peek());
	}

	/// How many blocks are open, the function's body among them.
	int depth() {
		return this.frames.size();
	}

	/// The open blocks, the innermost first.
	List<Frame> labels() {
		return List.copyOf(this.frames);
	}

	boolean isUnreachable() {
		return frame().unreachable;
	}

	/// What comes next is not reached.
	void unreachable() {
		Frame frame = frame();
		while (this.stack.size() > frame.height) {
			pop();
		}
		frame.unreachable = true;
	}

	/// Writes an instruction that opens a block, what is in it, and its end. The
	/// parameters must have been [taken][#take].
	void block(String mnemonic, FunctionType type, Consumer<Code> contents) {
		open(mnemonic, type);
		contents.accept(this);
		end(type.results());
	}

	/// Writes an instruction that opens a block.
	void open(String mnemonic, FunctionType type) {
		op(mnemonic);
		blockType(type);
		enter(type, mnemonic.equals("loop") ? type.parameters() : type.results(), false);
	}

	/// Enters a block whose beginning has been written.
	void enter(FunctionType type, List<ValueType> labelTypes, boolean handler) {
		this.frames.push(new Frame(labelTypes, type.results(), handler, this.stack.size()));
		push(type.parameters());
	}

	/// Makes the operands what the block has to leave, and leaves it without its `end`.
	void leave() {
		Frame frame = frame();
		this.values.settle(frame.results);
		while (this.stack.size() > frame.height) {
			pop();
		}
		this.frames.pop();
	}

	/// Writes the end of the innermost block.
	void end(List<ValueType> results) {
		leave();
		op("end");
		push(results);
	}

	void blockType(FunctionType type) {
		if (type.parameters().isEmpty() && type.results().isEmpty()) {
			this.out.u8(0x40);
		}
		else if (type.parameters().isEmpty() && type.results().size() == 1) {
			TypeSpace.encode(type.results().getFirst(), this.out);
		}
		else {
			this.out.signed(this.module.types.function(type));
		}
	}

}
