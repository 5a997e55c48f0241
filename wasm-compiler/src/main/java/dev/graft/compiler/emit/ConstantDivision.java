package dev.graft.compiler.emit;

import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.Instruction;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;

/// Divides by constants where HotSpot would take longer than a multiplication does.
///
/// It multiplies for signed quotients, but divides for unsigned ones whatever the
/// divisor. Its reciprocals have 31 bits, and where they need one more it adds the number.
/// Its signed remainders of one less than a power of two add up digits of that many bits
/// one after the other.
final class ConstantDivision {

	private static final long UNSIGNED_INT = 0xFFFF_FFFFL;

	/// The bits of divisors of which all are ones with which HotSpot has at least three
	/// digits to add, and does.
	private static final int LEAST_INT_DIGIT = 6;

	private static final int MOST_INT_DIGIT = 10;

	private static final int LEAST_LONG_DIGIT = 12;

	private static final int MOST_LONG_DIGIT = 16;

	private final Bytecode code;

	ConstantDivision(Bytecode code) {
		this.code = code;
	}

	/// Whether it is a division that this emits.
	static boolean covers(Numeric node) {
		if (!Numeric.isDivision(node.op()) || !Numeric.isHarmlessDivisor(node.operand(1))) {
			return false;
		}
		long divisor = ((Constant) node.operand(1)).bits();
		return switch (node.op()) {
			case I32_DIV_U, I32_REM_U, I64_DIV_U, I64_REM_U -> true;
			case I32_DIV_S -> isWide(divisor);
			case I32_REM_S -> isOnes(divisor, LEAST_INT_DIGIT, MOST_INT_DIGIT)
					|| isWide(divisor) && !isOnes(divisor, MOST_INT_DIGIT, Integer.SIZE);
			case I64_REM_S -> isOnes(divisor, LEAST_LONG_DIGIT, MOST_LONG_DIGIT);
			default -> false;
		};
	}

	private static boolean isOnes(long divisor, int least, int most) {
		int bits = Long.bitCount(divisor);
		return Long.numberOfTrailingZeros(divisor + 1) == bits && bits >= least && bits <= most;
	}

	private static boolean isWide(long divisor) {
		return divisor > 1 && Long.bitCount(divisor) > 1 && SignedReciprocal.of((int) divisor).isWide();
	}

	/// Divides what is on the stack.
	void emit(Numeric node) {
		boolean isInt = node.kind() == Kind.INT;
		long bits = ((Constant) node.operand(1)).bits();
		long divisor = isInt ? bits & UNSIGNED_INT : bits;
		switch (node.op()) {
			case I32_DIV_U, I64_DIV_U -> quotient(isInt, divisor);
			case I32_REM_U, I64_REM_U -> remainder(isInt, divisor);
			case I32_DIV_S -> signedQuotient((int) divisor);
			default -> signedRemainder(isInt, divisor);
		}
	}

	private void quotient(boolean isInt, long divisor) {
		if (Long.bitCount(divisor) == 1) {
			this.code.constant(Long.numberOfTrailingZeros(divisor));
			this.code.add(isInt ? Instruction.IUSHR : Instruction.LUSHR);
		}
		else if (isInt) {
			intQuotient(divisor);
		}
		else {
			longQuotient(divisor);
		}
	}

	private void remainder(boolean isInt, long divisor) {
		if (Long.bitCount(divisor) == 1) {
			constant(isInt, divisor - 1);
			this.code.add(isInt ? Instruction.IAND : Instruction.LAND);
		}
		else {
			this.code.add(isInt ? Instruction.DUP : Instruction.DUP2);
			quotient(isInt, divisor);
			withoutMultiple(isInt, divisor);
		}
	}

	private void signedRemainder(boolean isInt, long divisor) {
		this.code.add(isInt ? Instruction.DUP : Instruction.DUP2);
		if (isInt) {
			signedQuotient((int) divisor);
		}
		else {
			this.code.constant(divisor);
			this.code.add(Instruction.LDIV);
		}
		withoutMultiple(isInt, divisor);
	}

	// What is below zero has been rounded down.
	private void signedQuotient(int divisor) {
		SignedReciprocal reciprocal = SignedReciprocal.of(divisor);
		this.code.add(Instruction.DUP);
		this.code.add(Instruction.I2L);
		this.code.constant(reciprocal.ceiling());
		this.code.add(Instruction.LMUL);
		this.code.constant(Integer.SIZE + reciprocal.shift());
		this.code.add(Instruction.LSHR);
		this.code.add(Instruction.L2I);
		this.code.add(Instruction.SWAP);
		this.code.constant(Integer.SIZE - 1);
		this.code.add(Instruction.IUSHR);
		this.code.add(Instruction.IADD);
	}

	// dividend, quotient -> remainder
	private void withoutMultiple(boolean isInt, long divisor) {
		constant(isInt, divisor);
		this.code.add(isInt ? Instruction.IMUL : Instruction.LMUL);
		this.code.add(isInt ? Instruction.ISUB : Instruction.LSUB);
	}

	private void constant(boolean isInt, long bits) {
		if (isInt) {
			this.code.constant((int) bits);
		}
		else {
			this.code.constant(bits);
		}
	}

	// Of the products of a reciprocal of 32 bits that is rounded up, and of the next
	// number and one that is rounded down, one is close enough, and neither is more than
	// 64 bits.
	private void intQuotient(long divisor) {
		Reciprocal reciprocal = Reciprocal.of(divisor, Integer.SIZE);
		this.code.add(Instruction.I2L);
		this.code.constant(UNSIGNED_INT);
		this.code.add(Instruction.LAND);
		if (!reciprocal.isClose()) {
			this.code.constant(1L);
			this.code.add(Instruction.LADD);
		}
		this.code.constant(reciprocal.isClose() ? reciprocal.floor() + 1 : reciprocal.floor());
		this.code.add(Instruction.LMUL);
		unsignedShift(Integer.SIZE + reciprocal.shift());
		this.code.add(Instruction.L2I);
	}

	// Where 64 bits are too few for the reciprocal of an even number, half the number is
	// divided by half of it. For odd ones there is a 65th bit, the number itself: half of
	// what it is more than the product is added, which does not overflow.
	private void longQuotient(long divisor) {
		Reciprocal reciprocal = Reciprocal.of(divisor, Long.SIZE);
		if (reciprocal.isClose()) {
			highProduct(reciprocal.floor() + 1);
			unsignedShift(reciprocal.shift());
		}
		else if ((divisor & 1) == 0) {
			int zeros = Long.numberOfTrailingZeros(divisor);
			unsignedShift(zeros);
			Reciprocal ofOdd = Reciprocal.of(divisor >>> zeros, Long.SIZE);
			highProduct(ofOdd.floor() + 1);
			unsignedShift(ofOdd.shift());
		}
		else {
			this.code.add(Instruction.DUP2);
			highProduct(reciprocal.twiceCeiling());
			this.code.add(Instruction.DUP2_X2);
			this.code.add(Instruction.LSUB);
			unsignedShift(1);
			this.code.add(Instruction.LADD);
			unsignedShift(reciprocal.shift());
		}
	}

	private void unsignedShift(int count) {
		this.code.constant(count);
		this.code.add(Instruction.LUSHR);
	}

	private void highProduct(long factor) {
		this.code.constant(factor);
		this.code.use(JavaBaseMember.I64_UNSIGNED_MULTIPLY_HIGH);
	}

}
