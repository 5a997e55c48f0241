package dev.graft.compiler.emit;

import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.Instruction;
import dev.graft.compiler.ir.Kind;

/// Emits the way of numbers into a `long[]` and out of it: integers as they are, floating
/// point numbers as their raw bits.
public final class CarrierBits {

	private CarrierBits() {
	}

	/// From the bits on the stack to the number.
	public static void toNumber(Bytecode code, Kind kind) {
		switch (kind) {
			case INT -> code.add(Instruction.L2I);
			case FLOAT -> {
				code.add(Instruction.L2I);
				code.use(JavaBaseMember.F32_OF_BITS);
			}
			case DOUBLE -> code.use(JavaBaseMember.F64_OF_BITS);
			default -> {
			}
		}
	}

	/// From the number on the stack to its bits.
	public static void ofNumber(Bytecode code, Kind kind) {
		switch (kind) {
			case INT -> code.add(Instruction.I2L);
			case FLOAT -> {
				code.use(JavaBaseMember.F32_RAW_BITS);
				code.add(Instruction.I2L);
			}
			case DOUBLE -> code.use(JavaBaseMember.F64_RAW_BITS);
			default -> {
			}
		}
	}

}
