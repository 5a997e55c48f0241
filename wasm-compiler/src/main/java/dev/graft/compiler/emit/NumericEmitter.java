package dev.graft.compiler.emit;

import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.Instruction;
import dev.graft.compiler.emit.NumericForms.Step;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.op.NumericOp;

/// Emits numeric operators that compute.
///
/// What can be done with JVM instructions or intrinsics is, as HotSpot stops inlining
/// other methods once a compilation has grown large, which a dozen memory accesses
/// suffice for.
final class NumericEmitter {

	private static final int INT_BITS = 32;

	private static final int LONG_BITS = 64;

	private final Bytecode code;

	private final ExpressionEmitter expressions;

	private final ConstantDivision divisions;

	NumericEmitter(Bytecode code, ExpressionEmitter expressions) {
		this.code = code;
		this.expressions = expressions;
		this.divisions = new ConstantDivision(code);
	}

	void emit(Numeric node) {
		switch (node.op()) {
			case I32_ROTL, I32_ROTR, I64_ROTL, I64_ROTR -> rotate(node);
			case I64_SHL, I64_SHR_S, I64_SHR_U -> shiftLong(node);
			case I64_EXTEND_I32_U -> {
				this.expressions.emit(node.operand(0));
				this.code.add(Instruction.I2L);
				this.code.constant(0xFFFF_FFFFL);
				this.code.add(Instruction.LAND);
			}
			default -> compute(node);
		}
	}

	private void compute(Numeric node) {
		this.expressions.emit(node.operand(0));
		if (ConstantDivision.covers(node)) {
			this.divisions.emit(node);
			return;
		}
		if (node.operandCount() == 2) {
			this.expressions.emit(node.operand(1));
		}
		if (Numeric.isDivision(node.op()) && Numeric.isHarmlessDivisor(node.operand(1))) {
			add(NumericForms.ofHarmlessDivision(node.op()));
			return;
		}
		if (node.site() != 0) {
			this.code.line(node.site());
		}
		NumericForms.of(node.op()).forEach(this::add);
	}

	private void add(Step step) {
		switch (step) {
			case Step.Instruct instruct -> this.code.add(instruct.instruction());
			case Step.Call call -> this.code.use(call.member());
			case Step.Int(int value) -> this.code.constant(value);
			case Step.Wide(long value) -> this.code.constant(value);
		}
	}

	// The JVM takes the count of a long shift as an int.
	private void shiftLong(Numeric node) {
		this.expressions.emit(node.operand(0));
		count(node.operand(1));
		this.code.add(switch (node.op()) {
			case I64_SHL -> Instruction.LSHL;
			case I64_SHR_S -> Instruction.LSHR;
			default -> Instruction.LUSHR;
		});
	}

	private void count(Expression count) {
		if (count instanceof Constant constant) {
			this.code.constant((int) constant.bits() & (LONG_BITS - 1));
		}
		else {
			this.expressions.emit(count);
			if (count.kind() == Kind.LONG) {
				this.code.add(Instruction.L2I);
			}
		}
	}

	private void rotate(Numeric node) {
		Expression value = node.operand(0);
		Expression count = node.operand(1);
		boolean left = node.op() == NumericOp.I32_ROTL || node.op() == NumericOp.I64_ROTL;
		if (count instanceof Constant constant) {
			this.expressions.emit(value);
			if (value.kind() == Kind.INT) {
				int by = (int) constant.bits() & (INT_BITS - 1);
				rotateInt(left ? by : (INT_BITS - by) & (INT_BITS - 1));
			}
			else {
				int by = (int) constant.bits() & (LONG_BITS - 1);
				rotateLong(left ? by : (LONG_BITS - by) & (LONG_BITS - 1));
			}
		}
		else if (isSimple(value) && isSimple(count)) {
			rotateByVariable(value, count, left);
		}
		else {
			this.expressions.emit(value);
			count(count);
			this.code.use(rotation(value.kind(), left));
		}
	}

	private static JavaBaseMember rotation(Kind kind, boolean left) {
		if (kind == Kind.INT) {
			return left ? JavaBaseMember.I32_ROTATE_LEFT : JavaBaseMember.I32_ROTATE_RIGHT;
		}
		return left ? JavaBaseMember.I64_ROTATE_LEFT : JavaBaseMember.I64_ROTATE_RIGHT;
	}

	// Can be had twice for the price of one.
	private static boolean isSimple(Expression value) {
		return value instanceof Read || value instanceof Constant;
	}

	private void rotateInt(int left) {
		if (left == 0) {
			return;
		}
		this.code.add(Instruction.DUP);
		this.code.constant(left);
		this.code.add(Instruction.ISHL);
		this.code.add(Instruction.SWAP);
		this.code.constant(INT_BITS - left);
		this.code.add(Instruction.IUSHR);
		this.code.add(Instruction.IOR);
	}

	private void rotateLong(int left) {
		if (left == 0) {
			return;
		}
		this.code.add(Instruction.DUP2);
		this.code.constant(left);
		this.code.add(Instruction.LSHL);
		this.code.add(Instruction.DUP2_X2);
		this.code.add(Instruction.POP2);
		this.code.constant(LONG_BITS - left);
		this.code.add(Instruction.LUSHR);
		this.code.add(Instruction.LOR);
	}

	// The JVM takes counts modulo the width, so `-count` is what is missing to it.
	private void rotateByVariable(Expression value, Expression count, boolean left) {
		boolean isInt = value.kind() == Kind.INT;
		this.expressions.emit(value);
		count(count);
		this.code
			.add(isInt ? (left ? Instruction.ISHL : Instruction.IUSHR) : (left ? Instruction.LSHL : Instruction.LUSHR));
		this.expressions.emit(value);
		this.code.constant(0);
		count(count);
		this.code.add(Instruction.ISUB);
		this.code
			.add(isInt ? (left ? Instruction.IUSHR : Instruction.ISHL) : (left ? Instruction.LUSHR : Instruction.LSHL));
		this.code.add(isInt ? Instruction.IOR : Instruction.LOR);
	}

}
