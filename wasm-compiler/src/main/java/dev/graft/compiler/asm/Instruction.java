package dev.graft.compiler.asm;

import dev.graft.compiler.ir.Kind;
import org.objectweb.asm.Opcodes;

/// JVM instructions of a single byte that neither load constants nor touch variables.
///
/// @see <a href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-6.html">JVM
/// specification, chapter 6</a>
public enum Instruction {

	POP(Opcodes.POP, 1, Kind.VOID), POP2(Opcodes.POP2, 2, Kind.VOID),

	/// Like the next three it moves what is there; [OperandTypes] knows how.
	DUP(Opcodes.DUP, 0, Kind.VOID), DUP2(Opcodes.DUP2, 0, Kind.VOID), DUP2_X2(Opcodes.DUP2_X2, 0, Kind.VOID),
	SWAP(Opcodes.SWAP, 0, Kind.VOID),

	IADD(Opcodes.IADD, 2, Kind.INT), ISUB(Opcodes.ISUB, 2, Kind.INT), IMUL(Opcodes.IMUL, 2, Kind.INT),
	IDIV(Opcodes.IDIV, 2, Kind.INT), IREM(Opcodes.IREM, 2, Kind.INT), IAND(Opcodes.IAND, 2, Kind.INT),
	IOR(Opcodes.IOR, 2, Kind.INT), IXOR(Opcodes.IXOR, 2, Kind.INT), ISHL(Opcodes.ISHL, 2, Kind.INT),
	ISHR(Opcodes.ISHR, 2, Kind.INT), IUSHR(Opcodes.IUSHR, 2, Kind.INT),

	LADD(Opcodes.LADD, 4, Kind.LONG), LSUB(Opcodes.LSUB, 4, Kind.LONG), LMUL(Opcodes.LMUL, 4, Kind.LONG),
	LDIV(Opcodes.LDIV, 4, Kind.LONG), LREM(Opcodes.LREM, 4, Kind.LONG), LAND(Opcodes.LAND, 4, Kind.LONG),
	LOR(Opcodes.LOR, 4, Kind.LONG), LXOR(Opcodes.LXOR, 4, Kind.LONG),

	LSHL(Opcodes.LSHL, 3, Kind.LONG), LSHR(Opcodes.LSHR, 3, Kind.LONG), LUSHR(Opcodes.LUSHR, 3, Kind.LONG),

	LCMP(Opcodes.LCMP, 4, Kind.INT), DCMPL(Opcodes.DCMPL, 4, Kind.INT), DCMPG(Opcodes.DCMPG, 4, Kind.INT),

	FADD(Opcodes.FADD, 2, Kind.FLOAT), FSUB(Opcodes.FSUB, 2, Kind.FLOAT), FMUL(Opcodes.FMUL, 2, Kind.FLOAT),
	FDIV(Opcodes.FDIV, 2, Kind.FLOAT),

	FNEG(Opcodes.FNEG, 1, Kind.FLOAT),

	FCMPL(Opcodes.FCMPL, 2, Kind.INT), FCMPG(Opcodes.FCMPG, 2, Kind.INT),

	DADD(Opcodes.DADD, 4, Kind.DOUBLE), DSUB(Opcodes.DSUB, 4, Kind.DOUBLE), DMUL(Opcodes.DMUL, 4, Kind.DOUBLE),
	DDIV(Opcodes.DDIV, 4, Kind.DOUBLE),

	DNEG(Opcodes.DNEG, 2, Kind.DOUBLE),

	I2B(Opcodes.I2B, 1, Kind.INT), I2S(Opcodes.I2S, 1, Kind.INT), F2I(Opcodes.F2I, 1, Kind.INT),

	L2I(Opcodes.L2I, 2, Kind.INT), D2I(Opcodes.D2I, 2, Kind.INT),

	I2L(Opcodes.I2L, 1, Kind.LONG), F2L(Opcodes.F2L, 1, Kind.LONG),

	D2L(Opcodes.D2L, 2, Kind.LONG),

	I2F(Opcodes.I2F, 1, Kind.FLOAT),

	L2F(Opcodes.L2F, 2, Kind.FLOAT), D2F(Opcodes.D2F, 2, Kind.FLOAT),

	I2D(Opcodes.I2D, 1, Kind.DOUBLE), F2D(Opcodes.F2D, 1, Kind.DOUBLE),

	L2D(Opcodes.L2D, 2, Kind.DOUBLE),

	BALOAD(Opcodes.BALOAD, 2, Kind.INT), SALOAD(Opcodes.SALOAD, 2, Kind.INT), IALOAD(Opcodes.IALOAD, 2, Kind.INT),

	LALOAD(Opcodes.LALOAD, 2, Kind.LONG),

	FALOAD(Opcodes.FALOAD, 2, Kind.FLOAT),

	DALOAD(Opcodes.DALOAD, 2, Kind.DOUBLE),

	AALOAD(Opcodes.AALOAD, 2, Kind.REFERENCE),

	BASTORE(Opcodes.BASTORE, 3, Kind.VOID), SASTORE(Opcodes.SASTORE, 3, Kind.VOID),
	IASTORE(Opcodes.IASTORE, 3, Kind.VOID), FASTORE(Opcodes.FASTORE, 3, Kind.VOID),
	AASTORE(Opcodes.AASTORE, 3, Kind.VOID),

	LASTORE(Opcodes.LASTORE, 4, Kind.VOID), DASTORE(Opcodes.DASTORE, 4, Kind.VOID),

	ARRAYLENGTH(Opcodes.ARRAYLENGTH, 1, Kind.INT),

	ATHROW(Opcodes.ATHROW, 1, Kind.VOID);

	private final int opcode;

	private final int pops;

	private final Kind pushes;

	Instruction(int opcode, int pops, Kind pushes) {
		this.opcode = opcode;
		this.pops = pops;
		this.pushes = pushes;
	}

	int opcode() {
		return this.opcode;
	}

	/// How many words it pops.
	int pops() {
		return this.pops;
	}

	/// What it pushes then.
	Kind pushes() {
		return this.pushes;
	}

}
