package dev.graft.compiler.asm;

import org.objectweb.asm.Opcodes;

/// The conditional jumps of the JVM.
public enum Condition {

	EQ(Opcodes.IFEQ, 1), NE(Opcodes.IFNE, 1), LT(Opcodes.IFLT, 1), GE(Opcodes.IFGE, 1), GT(Opcodes.IFGT, 1),
	LE(Opcodes.IFLE, 1),

	INT_EQ(Opcodes.IF_ICMPEQ, 2), INT_NE(Opcodes.IF_ICMPNE, 2), INT_LT(Opcodes.IF_ICMPLT, 2),
	INT_GE(Opcodes.IF_ICMPGE, 2), INT_GT(Opcodes.IF_ICMPGT, 2), INT_LE(Opcodes.IF_ICMPLE, 2),

	SAME(Opcodes.IF_ACMPEQ, 2), NOT_SAME(Opcodes.IF_ACMPNE, 2), NULL(Opcodes.IFNULL, 1), NOT_NULL(Opcodes.IFNONNULL, 1);

	private final int opcode;

	private final int operands;

	Condition(int opcode, int operands) {
		this.opcode = opcode;
		this.operands = operands;
	}

	int opcode() {
		return this.opcode;
	}

	/// How many words it pops.
	int operands() {
		return this.operands;
	}

	/// The condition that holds exactly when this one does not.
	public Condition negated() {
		return switch (this) {
			case EQ -> NE;
			case NE -> EQ;
			case LT -> GE;
			case GE -> LT;
			case GT -> LE;
			case LE -> GT;
			case INT_EQ -> INT_NE;
			case INT_NE -> INT_EQ;
			case INT_LT -> INT_GE;
			case INT_GE -> INT_LT;
			case INT_GT -> INT_LE;
			case INT_LE -> INT_GT;
			case SAME -> NOT_SAME;
			case NOT_SAME -> SAME;
			case NULL -> NOT_NULL;
			case NOT_NULL -> NULL;
		};
	}

	/// The form for two `int`s of a comparison with zero.
	public Condition ofTwo() {
		return switch (this) {
			case EQ -> INT_EQ;
			case NE -> INT_NE;
			case LT -> INT_LT;
			case GE -> INT_GE;
			case GT -> INT_GT;
			case LE -> INT_LE;
			default -> throw new IllegalArgumentException(this + " does not compare with zero");
		};
	}

}
