package dev.graft.compiler.asm;

import java.util.Arrays;

import dev.graft.artifact.abi.CallFrameField;
import dev.graft.compiler.ir.Kind;
import org.objectweb.asm.Opcodes;

/// The types of what is on the JVM's operand stack, in ASM's words: the part of a frame
/// that a label within an expression has to tell.
final class OperandTypes {

	private Object[] types = new Object[16];

	private int count;

	private int words;

	private int mostWords;

	void clear() {
		this.count = 0;
		this.words = 0;
	}

	int mostWords() {
		return this.mostWords;
	}

	Object[] snapshot() {
		return Arrays.copyOf(this.types, this.count);
	}

	int count() {
		return this.count;
	}

	void push(Kind kind) {
		if (kind != Kind.VOID) {
			push(type(kind));
		}
	}

	/// Pushes a reference by the internal name of its class, or one of ASM's constants.
	void push(Object type) {
		if (this.count == this.types.length) {
			this.types = Arrays.copyOf(this.types, this.count * 2);
		}
		this.types[this.count++] = type;
		this.words += words(type);
		this.mostWords = Math.max(this.mostWords, this.words);
	}

	void pop(int words) {
		int left = words;
		while (left > 0) {
			Object top = this.types[--this.count];
			left -= words(top);
		}
		this.words -= words;
	}

	void add(Instruction instruction) {
		switch (instruction) {
			case DUP, DUP2 -> push(this.types[this.count - 1]);
			case SWAP -> swap();
			case DUP2_X2 -> {
				// A long or double over another.
				Object top = this.types[this.count - 1];
				push(top);
				this.types[this.count - 2] = this.types[this.count - 3];
				this.types[this.count - 3] = top;
			}
			default -> {
				pop(instruction.pops());
				push(instruction.pushes());
			}
		}
	}

	private void swap() {
		Object top = this.types[this.count - 1];
		this.types[this.count - 1] = this.types[this.count - 2];
		this.types[this.count - 2] = top;
	}

	@SuppressWarnings("ReferenceEquality") // ASM's constants are told apart by identity
	private static int words(Object type) {
		return (type == Opcodes.LONG || type == Opcodes.DOUBLE) ? 2 : 1;
	}

	static Object type(Kind kind) {
		return switch (kind) {
			case INT -> Opcodes.INTEGER;
			case LONG -> Opcodes.LONG;
			case FLOAT -> Opcodes.FLOAT;
			case DOUBLE -> Opcodes.DOUBLE;
			case REFERENCE -> "java/lang/Object";
			case REGISTER, SHORT_REGISTER, INT_REGISTER, LONG_REGISTER, FLOAT_REGISTER, DOUBLE_REGISTER ->
				kind.className();
			case BITS -> "[J";
			case REFERENCES -> "[Ljava/lang/Object;";
			case FRAME -> CallFrameField.OWNER;
			case VECTOR, VOID -> throw new IllegalArgumentException("no JVM type is " + kind);
		};
	}

}
