package dev.graft.compiler.emit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.AllowedMember;
import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.compiler.asm.Instruction;
import dev.graft.compiler.op.NumericOp;

/// What each numeric operator becomes once its operands are on the stack: JVM
/// instructions, constants and calls of listed methods, one after the other.
final class NumericForms {

	private static final long UNSIGNED_INT = 0xFFFF_FFFFL;

	private static final Map<NumericOp, List<Step>> FORMS = new EnumMap<>(NumericOp.class);

	private static final Map<NumericOp, Step> DIVISIONS = new EnumMap<>(NumericOp.class);

	static {
		integers();
		divisions();
		floats();
		conversions();
	}

	private NumericForms() {
	}

	/// The steps of an operator.
	static List<Step> of(NumericOp op) {
		List<Step> steps = FORMS.get(op);
		if (steps == null) {
			throw new IllegalArgumentException("no form for " + op);
		}
		return steps;
	}

	/// What an operator that divides becomes if its divisor is known to be neither 0
	/// nor -1.
	static Step ofHarmlessDivision(NumericOp op) {
		return Objects.requireNonNull(DIVISIONS.get(op));
	}

	private static void integers() {
		put(NumericOp.I32_ADD, Instruction.IADD);
		put(NumericOp.I32_SUB, Instruction.ISUB);
		put(NumericOp.I32_MUL, Instruction.IMUL);
		put(NumericOp.I32_AND, Instruction.IAND);
		put(NumericOp.I32_OR, Instruction.IOR);
		put(NumericOp.I32_XOR, Instruction.IXOR);
		put(NumericOp.I32_SHL, Instruction.ISHL);
		put(NumericOp.I32_SHR_S, Instruction.ISHR);
		put(NumericOp.I32_SHR_U, Instruction.IUSHR);
		put(NumericOp.I32_DIV_S, AbiMethod.I32_DIV_S);
		put(NumericOp.I32_DIV_U, AbiMethod.I32_DIV_U);
		put(NumericOp.I32_REM_S, AbiMethod.I32_REM_S);
		put(NumericOp.I32_REM_U, AbiMethod.I32_REM_U);
		put(NumericOp.I32_CLZ, JavaBaseMember.I32_NUMBER_OF_LEADING_ZEROS);
		put(NumericOp.I32_CTZ, JavaBaseMember.I32_NUMBER_OF_TRAILING_ZEROS);
		put(NumericOp.I32_POPCNT, JavaBaseMember.I32_BIT_COUNT);
		put(NumericOp.I64_ADD, Instruction.LADD);
		put(NumericOp.I64_SUB, Instruction.LSUB);
		put(NumericOp.I64_MUL, Instruction.LMUL);
		put(NumericOp.I64_AND, Instruction.LAND);
		put(NumericOp.I64_OR, Instruction.LOR);
		put(NumericOp.I64_XOR, Instruction.LXOR);
		put(NumericOp.I64_DIV_S, AbiMethod.I64_DIV_S);
		put(NumericOp.I64_DIV_U, AbiMethod.I64_DIV_U);
		put(NumericOp.I64_REM_S, AbiMethod.I64_REM_S);
		put(NumericOp.I64_REM_U, AbiMethod.I64_REM_U);
		put(NumericOp.I64_CLZ, JavaBaseMember.I64_NUMBER_OF_LEADING_ZEROS, Instruction.I2L);
		put(NumericOp.I64_CTZ, JavaBaseMember.I64_NUMBER_OF_TRAILING_ZEROS, Instruction.I2L);
		put(NumericOp.I64_POPCNT, JavaBaseMember.I64_BIT_COUNT, Instruction.I2L);
		put(NumericOp.I32_EXTEND8_S, Instruction.I2B);
		put(NumericOp.I32_EXTEND16_S, Instruction.I2S);
		put(NumericOp.I64_EXTEND8_S, Instruction.L2I, Instruction.I2B, Instruction.I2L);
		put(NumericOp.I64_EXTEND16_S, Instruction.L2I, Instruction.I2S, Instruction.I2L);
		put(NumericOp.I64_EXTEND32_S, Instruction.L2I, Instruction.I2L);
	}

	private static void divisions() {
		DIVISIONS.put(NumericOp.I32_DIV_S, Step.of(Instruction.IDIV));
		DIVISIONS.put(NumericOp.I32_DIV_U, Step.of(JavaBaseMember.I32_DIVIDE_UNSIGNED));
		DIVISIONS.put(NumericOp.I32_REM_S, Step.of(Instruction.IREM));
		DIVISIONS.put(NumericOp.I32_REM_U, Step.of(JavaBaseMember.I32_REMAINDER_UNSIGNED));
		DIVISIONS.put(NumericOp.I64_DIV_S, Step.of(Instruction.LDIV));
		DIVISIONS.put(NumericOp.I64_DIV_U, Step.of(JavaBaseMember.I64_DIVIDE_UNSIGNED));
		DIVISIONS.put(NumericOp.I64_REM_S, Step.of(Instruction.LREM));
		DIVISIONS.put(NumericOp.I64_REM_U, Step.of(JavaBaseMember.I64_REMAINDER_UNSIGNED));
	}

	private static void floats() {
		put(NumericOp.F32_ADD, Instruction.FADD);
		put(NumericOp.F32_SUB, Instruction.FSUB);
		put(NumericOp.F32_MUL, Instruction.FMUL);
		put(NumericOp.F32_DIV, Instruction.FDIV);
		put(NumericOp.F32_SQRT, Instruction.F2D, JavaBaseMember.SQRT, Instruction.D2F);
		put(NumericOp.F32_ABS, JavaBaseMember.F32_RAW_BITS, Integer.MAX_VALUE, Instruction.IAND,
				JavaBaseMember.F32_OF_BITS);
		put(NumericOp.F32_NEG, Instruction.FNEG);
		put(NumericOp.F32_COPYSIGN, AbiMethod.F32_COPYSIGN);
		put(NumericOp.F32_CEIL, AbiMethod.F32_CEIL);
		put(NumericOp.F32_FLOOR, AbiMethod.F32_FLOOR);
		put(NumericOp.F32_TRUNC, AbiMethod.F32_TRUNC);
		put(NumericOp.F32_NEAREST, AbiMethod.F32_NEAREST);
		put(NumericOp.F32_MIN, AbiMethod.F32_MIN);
		put(NumericOp.F32_MAX, AbiMethod.F32_MAX);
		put(NumericOp.F64_ADD, Instruction.DADD);
		put(NumericOp.F64_SUB, Instruction.DSUB);
		put(NumericOp.F64_MUL, Instruction.DMUL);
		put(NumericOp.F64_DIV, Instruction.DDIV);
		put(NumericOp.F64_SQRT, JavaBaseMember.SQRT);
		put(NumericOp.F64_ABS, JavaBaseMember.F64_RAW_BITS, Long.MAX_VALUE, Instruction.LAND,
				JavaBaseMember.F64_OF_BITS);
		put(NumericOp.F64_NEG, Instruction.DNEG);
		put(NumericOp.F64_COPYSIGN, AbiMethod.F64_COPYSIGN);
		put(NumericOp.F64_CEIL, AbiMethod.F64_CEIL);
		put(NumericOp.F64_FLOOR, AbiMethod.F64_FLOOR);
		put(NumericOp.F64_TRUNC, AbiMethod.F64_TRUNC);
		put(NumericOp.F64_NEAREST, AbiMethod.F64_NEAREST);
		put(NumericOp.F64_MIN, AbiMethod.F64_MIN);
		put(NumericOp.F64_MAX, AbiMethod.F64_MAX);
	}

	private static void conversions() {
		put(NumericOp.I32_WRAP_I64, Instruction.L2I);
		put(NumericOp.I64_EXTEND_I32_S, Instruction.I2L);
		put(NumericOp.I32_TRUNC_F32_S, AbiMethod.I32_TRUNC_F32_S);
		put(NumericOp.I32_TRUNC_F32_U, AbiMethod.I32_TRUNC_F32_U);
		put(NumericOp.I32_TRUNC_F64_S, AbiMethod.I32_TRUNC_F64_S);
		put(NumericOp.I32_TRUNC_F64_U, AbiMethod.I32_TRUNC_F64_U);
		put(NumericOp.I64_TRUNC_F32_S, AbiMethod.I64_TRUNC_F32_S);
		put(NumericOp.I64_TRUNC_F32_U, AbiMethod.I64_TRUNC_F32_U);
		put(NumericOp.I64_TRUNC_F64_S, AbiMethod.I64_TRUNC_F64_S);
		put(NumericOp.I64_TRUNC_F64_U, AbiMethod.I64_TRUNC_F64_U);
		// The JVM's own conversions saturate and turn NaN into zero.
		put(NumericOp.I32_TRUNC_SAT_F32_S, Instruction.F2I);
		put(NumericOp.I32_TRUNC_SAT_F32_U, AbiMethod.I32_TRUNC_SAT_F32_U);
		put(NumericOp.I32_TRUNC_SAT_F64_S, Instruction.D2I);
		put(NumericOp.I32_TRUNC_SAT_F64_U, AbiMethod.I32_TRUNC_SAT_F64_U);
		put(NumericOp.I64_TRUNC_SAT_F32_S, Instruction.F2L);
		put(NumericOp.I64_TRUNC_SAT_F32_U, AbiMethod.I64_TRUNC_SAT_F32_U);
		put(NumericOp.I64_TRUNC_SAT_F64_S, Instruction.D2L);
		put(NumericOp.I64_TRUNC_SAT_F64_U, AbiMethod.I64_TRUNC_SAT_F64_U);
		put(NumericOp.F32_CONVERT_I32_S, Instruction.I2F);
		put(NumericOp.F32_CONVERT_I32_U, Instruction.I2L, UNSIGNED_INT, Instruction.LAND, Instruction.L2F);
		put(NumericOp.F32_CONVERT_I64_S, Instruction.L2F);
		put(NumericOp.F32_CONVERT_I64_U, AbiMethod.F32_CONVERT_I64_U);
		put(NumericOp.F64_CONVERT_I32_S, Instruction.I2D);
		put(NumericOp.F64_CONVERT_I32_U, Instruction.I2L, UNSIGNED_INT, Instruction.LAND, Instruction.L2D);
		put(NumericOp.F64_CONVERT_I64_S, Instruction.L2D);
		put(NumericOp.F64_CONVERT_I64_U, AbiMethod.F64_CONVERT_I64_U);
		put(NumericOp.F32_DEMOTE_F64, Instruction.D2F);
		put(NumericOp.F64_PROMOTE_F32, Instruction.F2D);
		put(NumericOp.I32_REINTERPRET_F32, JavaBaseMember.F32_RAW_BITS);
		put(NumericOp.I64_REINTERPRET_F64, JavaBaseMember.F64_RAW_BITS);
		put(NumericOp.F32_REINTERPRET_I32, JavaBaseMember.F32_OF_BITS);
		put(NumericOp.F64_REINTERPRET_I64, JavaBaseMember.F64_OF_BITS);
	}

	private static void put(NumericOp op, Object... steps) {
		FORMS.put(op, List.of(steps).stream().map(Step::of).toList());
	}

	/// A step: an instruction or a call.
	sealed interface Step {

		/// A JVM instruction.
		record Instruct(Instruction instruction) implements Step {
		}

		/// A call of a listed method.
		record Call(AllowedMember member) implements Step {
		}

		/// A further operand.
		record Int(int value) implements Step {
		}

		/// A further operand of 64 bits.
		record Wide(long value) implements Step {
		}

		private static Step of(Object step) {
			return switch (step) {
				case Instruction instruction -> new Instruct(instruction);
				case AllowedMember member -> new Call(member);
				case Integer value -> new Int(value);
				case Long value -> new Wide(value);
				default -> throw new IllegalArgumentException("no step: " + step);
			};
		}

	}

}
