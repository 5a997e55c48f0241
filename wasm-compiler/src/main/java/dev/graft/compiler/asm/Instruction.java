package dev.graft.compiler.asm;

import org.objectweb.asm.Opcodes;

/// JVM instructions of a single byte that neither load constants nor touch variables.
///
/// @see <a href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-6.html">JVM specification, chapter 6</a>
public enum Instruction {

	POP(Opcodes.POP, -1), POP2(Opcodes.POP2, -2), DUP(Opcodes.DUP, 1), SWAP(Opcodes.SWAP, 0),

	IADD(Opcodes.IADD, -1), ISUB(Opcodes.ISUB, -1), IMUL(Opcodes.IMUL, -1), IDIV(Opcodes.IDIV, -1),
	IREM(Opcodes.IREM, -1), IAND(Opcodes.IAND, -1), IOR(Opcodes.IOR, -1), IXOR(Opcodes.IXOR, -1),
	ISHL(Opcodes.ISHL, -1), ISHR(Opcodes.ISHR, -1), IUSHR(Opcodes.IUSHR, -1),

	LADD(Opcodes.LADD, -2), LSUB(Opcodes.LSUB, -2), LMUL(Opcodes.LMUL, -2), LDIV(Opcodes.LDIV, -2),
	LREM(Opcodes.LREM, -2), LAND(Opcodes.LAND, -2), LOR(Opcodes.LOR, -2), LXOR(Opcodes.LXOR, -2),
	LSHL(Opcodes.LSHL, -1), LSHR(Opcodes.LSHR, -1), LUSHR(Opcodes.LUSHR, -1), LCMP(Opcodes.LCMP, -3),

	FADD(Opcodes.FADD, -1), FSUB(Opcodes.FSUB, -1), FMUL(Opcodes.FMUL, -1), FDIV(Opcodes.FDIV, -1),
	FCMPL(Opcodes.FCMPL, -1), FCMPG(Opcodes.FCMPG, -1),

	DADD(Opcodes.DADD, -2), DSUB(Opcodes.DSUB, -2), DMUL(Opcodes.DMUL, -2), DDIV(Opcodes.DDIV, -2),
	DCMPL(Opcodes.DCMPL, -3), DCMPG(Opcodes.DCMPG, -3),

	I2L(Opcodes.I2L, 1), I2F(Opcodes.I2F, 0), I2D(Opcodes.I2D, 1), L2I(Opcodes.L2I, -1), L2F(Opcodes.L2F, -1),
	L2D(Opcodes.L2D, 0), F2I(Opcodes.F2I, 0), F2L(Opcodes.F2L, 1), F2D(Opcodes.F2D, 1), D2I(Opcodes.D2I, -1),
	D2L(Opcodes.D2L, 0), D2F(Opcodes.D2F, -1), I2B(Opcodes.I2B, 0), I2S(Opcodes.I2S, 0),

	LALOAD(Opcodes.LALOAD, 0), AALOAD(Opcodes.AALOAD, -1), LASTORE(Opcodes.LASTORE, -4), AASTORE(Opcodes.AASTORE, -3),
	ATHROW(Opcodes.ATHROW, -1);

	private final int opcode;

	private final int stackChange;

	Instruction(int opcode, int stackChange) {
		this.opcode = opcode;
		this.stackChange = stackChange;
	}

	int opcode() {
		return this.opcode;
	}

	/// By how many words the operand stack grows.
	int stackChange() {
		return this.stackChange;
	}

}
