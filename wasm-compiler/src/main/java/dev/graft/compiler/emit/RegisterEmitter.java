package dev.graft.compiler.emit;

import java.util.Locale;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.VectorApiMember;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.Instruction;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.RegisterOperation;
import dev.graft.compiler.op.ConstantOp;
import dev.graft.compiler.op.VectorMemoryOp;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// Emits instructions on vectors that are objects of the Vector API.
///
/// A variable holds the object as bytes; an operator reinterprets it as lanes of its own,
/// which costs HotSpot nothing, and within a tree only where lanes differ: by way of bytes,
/// so that all who call the API's method for that hand it the same class. C2 goes by what
/// it has seen there before, in the whole process, where it does not know what an object
/// is.
final class RegisterEmitter {

	private static final int BYTE_MASK = 0xFF;

	private static final int SHORT_MASK = 0xFFFF;

	private static final long SHORTS = 0x0001_0001_0001_0001L;

	private static final long INTS = 0x0000_0001_0000_0001L;

	private final Bytecode code;

	private final ExpressionEmitter expressions;

	RegisterEmitter(Bytecode code, ExpressionEmitter expressions) {
		this.code = code;
		this.expressions = expressions;
	}

	/// Leaves the value: a vector as bytes.
	void emit(RegisterOperation node) {
		Lanes lanes = operate(node);
		if (node.kind() == Kind.REGISTER && lanes != Lanes.BYTE) {
			this.code.use(VectorApiMember.AS_BYTE);
		}
	}

	/// Makes the object on the stack again. To take it for other lanes costs nothing.
	void renew() {
		this.code.use(VectorApiMember.AS_INT);
		this.code.use(VectorApiMember.AS_BYTE);
	}

	// Leaves the value and returns what lanes it has, if it is a vector.
	private Lanes operate(RegisterOperation node) {
		return switch (node.op()) {
			case ConstantOp _ -> halves(node);
			case VectorMemoryOp op -> access(op, node);
			case VectorOp op -> operate(op, node);
			default -> throw new IllegalArgumentException("no way to compute " + node);
		};
	}

	private Lanes halves(RegisterOperation node) {
		this.code.use(VectorApiMember.LONG_SPECIES);
		this.expressions.emit(node.operand(0));
		this.code.use(VectorApiMember.LONG_BROADCAST);
		if (!(node.operand(0) instanceof Constant low && node.operand(1) instanceof Constant high
				&& low.bits() == high.bits())) {
			this.code.constant(1);
			this.expressions.emit(node.operand(1));
			this.code.use(VectorApiMember.LONG_WITH_LANE);
		}
		return Lanes.LONG;
	}

	private Lanes access(VectorMemoryOp op, RegisterOperation node) {
		boolean load = op == VectorMemoryOp.V128_LOAD;
		if (load) {
			this.code.use(VectorApiMember.BYTE_SPECIES);
		}
		else {
			vector(node.operand(0), Lanes.BYTE);
		}
		this.code.use(AbiMethod.MEMORY_ALL);
		this.expressions.emit(node.operand(load ? 0 : 1));
		this.code.use(VectorApiMember.LITTLE_ENDIAN);
		this.code.use(load ? VectorApiMember.BYTE_FROM_MEMORY : VectorApiMember.BYTE_INTO_MEMORY);
		return Lanes.BYTE;
	}

	// Leaves a vector as lanes of a kind.
	private void vector(Expression tree, Lanes wanted) {
		Lanes lanes = Lanes.BYTE;
		if (tree instanceof RegisterOperation operation) {
			lanes = operate(operation);
		}
		else {
			this.expressions.emit(tree);
		}
		if (lanes != wanted && lanes != Lanes.BYTE) {
			this.code.use(VectorApiMember.AS_BYTE);
		}
		if (lanes != wanted && wanted != Lanes.BYTE) {
			this.code.use(wanted.member("AS_", ""));
		}
	}

	private Lanes operate(VectorOp op, RegisterOperation node) {
		Lanes lanes = Lanes.of(op.mnemonic());
		VectorApiMember relation = relation(op);
		if (relation != null) {
			compare(relation, lanes, node);
			return Lanes.BYTE;
		}
		String name = name(op);
		switch (name) {
			case "add", "sub", "mul", "div" ->
				binary(lanes.member("", "_" + name.toUpperCase(Locale.ROOT)), lanes, node);
			case "min_s" -> binary(lanes.member("", "_MIN"), lanes, node);
			case "max_s" -> binary(lanes.member("", "_MAX"), lanes, node);
			case "min_u" -> lanewise(VectorApiMember.UMIN, lanes, node);
			case "max_u" -> lanewise(VectorApiMember.UMAX, lanes, node);
			case "add_sat_s" -> lanewise(VectorApiMember.SADD, lanes, node);
			case "add_sat_u" -> lanewise(VectorApiMember.SUADD, lanes, node);
			case "sub_sat_s" -> lanewise(VectorApiMember.SSUB, lanes, node);
			case "sub_sat_u" -> lanewise(VectorApiMember.SUSUB, lanes, node);
			case "neg", "abs", "sqrt" -> {
				vector(node.operand(0), lanes);
				this.code.use(lanes.member("", "_" + name.toUpperCase(Locale.ROOT)));
			}
			case "shl" -> shift(VectorApiMember.LSHL, lanes, node);
			case "shr_s" -> shift(VectorApiMember.ASHR, lanes, node);
			case "shr_u" -> shift(VectorApiMember.LSHR, lanes, node);
			default -> special(op, lanes, node);
		}
		return isConversion(name) ? Lanes.BYTE : lanes;
	}

	private static boolean isConversion(String name) {
		return name.startsWith("extend_") || name.startsWith("narrow_") || name.startsWith("convert_")
				|| name.startsWith("trunc_");
	}

	// How the API calls the relation of a comparison.
	private static @Nullable VectorApiMember relation(VectorOp op) {
		return switch (name(op)) {
			case "eq" -> VectorApiMember.EQ;
			case "ne" -> VectorApiMember.NE;
			case "lt_s", "lt" -> VectorApiMember.LT;
			case "le_s", "le" -> VectorApiMember.LE;
			case "gt_s", "gt" -> VectorApiMember.GT;
			case "ge_s", "ge" -> VectorApiMember.GE;
			case "lt_u" -> VectorApiMember.ULT;
			case "le_u" -> VectorApiMember.ULE;
			case "gt_u" -> VectorApiMember.UGT;
			case "ge_u" -> VectorApiMember.UGE;
			default -> null;
		};
	}

	private static String name(VectorOp op) {
		return op.mnemonic().substring(op.mnemonic().indexOf('.') + 1);
	}

	private void binary(VectorApiMember method, Lanes lanes, RegisterOperation node) {
		vector(node.operand(0), lanes);
		vector(node.operand(1), lanes);
		this.code.use(method);
	}

	private void lanewise(VectorApiMember operator, Lanes lanes, RegisterOperation node) {
		vector(node.operand(0), lanes);
		this.code.use(operator);
		vector(node.operand(1), lanes);
		this.code.use(lanes.member("", "_LANEWISE"));
	}

	private void shift(VectorApiMember operator, Lanes lanes, RegisterOperation node) {
		vector(node.operand(0), lanes);
		this.code.use(operator);
		number(node.operand(1), lanes);
		this.code.use(lanes.member("", "_SHIFT"));
	}

	// Leaves a number as the API takes it for a lane. What is wider is cut off.
	private void number(Expression number, Lanes lanes) {
		this.expressions.emit(number);
		switch (lanes) {
			case BYTE -> this.code.add(Instruction.I2B);
			case SHORT -> this.code.add(Instruction.I2S);
			case LONG -> {
				if (number.kind() == Kind.INT) {
					this.code.add(Instruction.I2L);
				}
			}
			default -> {
			}
		}
	}

	// The vector of a mask of floats would have the numbers 0.0 and -1.0 in it.
	private void compare(VectorApiMember relation, Lanes lanes, RegisterOperation node) {
		mask(relation, lanes, node);
		if (lanes == Lanes.FLOAT || lanes == Lanes.DOUBLE) {
			this.code.use((lanes == Lanes.FLOAT) ? VectorApiMember.INT_SPECIES : VectorApiMember.LONG_SPECIES);
			this.code.use(VectorApiMember.MASK_CAST);
		}
		this.code.use(VectorApiMember.MASK_TO_VECTOR);
		this.code.use(VectorApiMember.AS_BYTE);
	}

	private void mask(VectorApiMember relation, Lanes lanes, RegisterOperation node) {
		vector(node.operand(0), lanes);
		this.code.use(relation);
		vector(node.operand(1), lanes);
		this.code.use(lanes.member("", "_COMPARE"));
	}

	private void special(VectorOp op, Lanes lanes, RegisterOperation node) {
		switch (op) {
			case V128_AND -> binary(VectorApiMember.BYTE_AND, Lanes.BYTE, node);
			case V128_OR -> binary(VectorApiMember.BYTE_OR, Lanes.BYTE, node);
			case V128_XOR -> lanewise(VectorApiMember.XOR, Lanes.BYTE, node);
			case V128_NOT -> {
				vector(node.operand(0), Lanes.BYTE);
				this.code.use(VectorApiMember.BYTE_NOT);
			}
			case V128_ANDNOT -> {
				vector(node.operand(0), Lanes.BYTE);
				vector(node.operand(1), Lanes.BYTE);
				this.code.use(VectorApiMember.BYTE_NOT);
				this.code.use(VectorApiMember.BYTE_AND);
			}
			case V128_BITSELECT -> bitselect(node);
			case I8X16_SWIZZLE -> swizzle(node);
			case V128_ANY_TRUE -> anyTrue(VectorApiMember.NE, Lanes.BYTE, node);
			case I8X16_ALL_TRUE, I16X8_ALL_TRUE, I32X4_ALL_TRUE -> {
				anyTrue(VectorApiMember.EQ, lanes, node);
				this.code.constant(1);
				this.code.add(Instruction.IXOR);
			}
			case I8X16_BITMASK, I16X8_BITMASK, I32X4_BITMASK -> {
				compareToZero(VectorApiMember.LT, lanes, node);
				this.code.use(VectorApiMember.MASK_TO_LONG);
				this.code.add(Instruction.L2I);
			}
			case I8X16_SPLAT, I16X8_SPLAT, I32X4_SPLAT, I64X2_SPLAT, F32X4_SPLAT, F64X2_SPLAT -> {
				this.code.use(lanes.member("", "_SPECIES"));
				number(node.operand(0), lanes);
				this.code.use(lanes.member("", "_BROADCAST"));
			}
			case I8X16_REPLACE_LANE, I16X8_REPLACE_LANE, I32X4_REPLACE_LANE, I64X2_REPLACE_LANE, F32X4_REPLACE_LANE,
					F64X2_REPLACE_LANE -> {
				vector(node.operand(0), lanes);
				this.code.constant(node.lane());
				number(node.operand(1), lanes);
				this.code.use(lanes.member("", "_WITH_LANE"));
			}
			default -> crossing(op, lanes, node);
		}
	}

	private void crossing(VectorOp op, Lanes lanes, RegisterOperation node) {
		switch (op) {
			case I16X8_EXTEND_LOW_I8X16_S -> converted(VectorApiMember.B2S, Lanes.BYTE, lanes, 0, node);
			case I16X8_EXTEND_LOW_I8X16_U -> converted(VectorApiMember.ZERO_EXTEND_B2S, Lanes.BYTE, lanes, 0, node);
			case I16X8_EXTEND_HIGH_I8X16_S -> converted(VectorApiMember.B2S, Lanes.BYTE, lanes, 1, node);
			case I16X8_EXTEND_HIGH_I8X16_U -> converted(VectorApiMember.ZERO_EXTEND_B2S, Lanes.BYTE, lanes, 1, node);
			case I32X4_EXTEND_LOW_I16X8_S -> converted(VectorApiMember.S2I, Lanes.SHORT, lanes, 0, node);
			case I32X4_EXTEND_LOW_I16X8_U -> converted(VectorApiMember.ZERO_EXTEND_S2I, Lanes.SHORT, lanes, 0, node);
			case I32X4_EXTEND_HIGH_I16X8_S -> converted(VectorApiMember.S2I, Lanes.SHORT, lanes, 1, node);
			case I32X4_EXTEND_HIGH_I16X8_U -> converted(VectorApiMember.ZERO_EXTEND_S2I, Lanes.SHORT, lanes, 1, node);
			case I64X2_EXTEND_LOW_I32X4_S -> converted(VectorApiMember.I2L, Lanes.INT, lanes, 0, node);
			case I64X2_EXTEND_LOW_I32X4_U -> converted(VectorApiMember.ZERO_EXTEND_I2L, Lanes.INT, lanes, 0, node);
			case I64X2_EXTEND_HIGH_I32X4_S -> converted(VectorApiMember.I2L, Lanes.INT, lanes, 1, node);
			case I64X2_EXTEND_HIGH_I32X4_U -> converted(VectorApiMember.ZERO_EXTEND_I2L, Lanes.INT, lanes, 1, node);
			case F32X4_CONVERT_I32X4_S -> converted(VectorApiMember.I2F, Lanes.INT, lanes, 0, node);
			case F64X2_CONVERT_LOW_I32X4_S -> converted(VectorApiMember.I2D, Lanes.INT, lanes, 0, node);
			case I32X4_TRUNC_SAT_F32X4_S -> converted(VectorApiMember.F2I, Lanes.FLOAT, lanes, 0, node);
			case I8X16_NARROW_I16X8_S ->
				narrowed(VectorApiMember.S2B, Lanes.SHORT, Byte.MIN_VALUE, Byte.MAX_VALUE, lanes, node);
			case I8X16_NARROW_I16X8_U -> narrowed(VectorApiMember.S2B, Lanes.SHORT, 0, BYTE_MASK, lanes, node);
			case I16X8_NARROW_I32X4_S ->
				narrowed(VectorApiMember.I2S, Lanes.INT, Short.MIN_VALUE, Short.MAX_VALUE, lanes, node);
			case I16X8_NARROW_I32X4_U -> narrowed(VectorApiMember.I2S, Lanes.INT, 0, SHORT_MASK, lanes, node);
			default -> extracted(op, lanes, node);
		}
	}

	private void extracted(VectorOp op, Lanes lanes, RegisterOperation node) {
		vector(node.operand(0), lanes);
		this.code.constant(node.lane());
		this.code.use(lanes.member("", "_LANE"));
		if (op == VectorOp.I8X16_EXTRACT_LANE_U || op == VectorOp.I16X8_EXTRACT_LANE_U) {
			this.code.constant((op == VectorOp.I8X16_EXTRACT_LANE_U) ? BYTE_MASK : SHORT_MASK);
			this.code.add(Instruction.IAND);
		}
	}

	private void converted(VectorApiMember conversion, Lanes from, Lanes to, int part, RegisterOperation node) {
		vector(node.operand(0), from);
		convert(conversion, to, part);
	}

	private void convert(VectorApiMember conversion, Lanes to, int part) {
		this.code.use(conversion);
		this.code.use(to.member("", "_SPECIES"));
		this.code.constant(part);
		this.code.use(VectorApiMember.CONVERT_SHAPE);
		this.code.use(VectorApiMember.AS_BYTE);
	}

	// The first operand becomes the lower half, the second one the upper half.
	private void narrowed(VectorApiMember conversion, Lanes from, int least, int most, Lanes to,
			RegisterOperation node) {
		for (int half = 0; half < 2; half++) {
			vector(node.operand(half), from);
			if (!isWithin(node.operand(half), from, least, most)) {
				constant(from, least);
				this.code.use(from.member("", "_MAX"));
				constant(from, most);
				this.code.use(from.member("", "_MIN"));
			}
			convert(conversion, to, -half);
		}
		this.code.use(VectorApiMember.BYTE_OR);
	}

	// C compilers mask what they narrow, so that nothing saturates.
	private static boolean isWithin(Expression vector, Lanes lanes, int least, int most) {
		return least <= 0 && vector instanceof RegisterOperation operation && operation.op() == VectorOp.V128_AND
				&& (isMask(operation.operand(0), lanes, most) || isMask(operation.operand(1), lanes, most));
	}

	private static boolean isMask(Expression vector, Lanes lanes, int most) {
		if (!(vector instanceof RegisterOperation halves && halves.op() instanceof ConstantOp)) {
			return false;
		}
		long limit = (lanes == Lanes.SHORT) ? most * SHORTS : most * INTS;
		return isMask(halves.operand(0), limit) && isMask(halves.operand(1), limit);
	}

	private static boolean isMask(Expression half, long limit) {
		return half instanceof Constant constant && (constant.bits() & ~limit) == 0;
	}

	private void constant(Lanes lanes, int value) {
		this.code.use(lanes.member("", "_SPECIES"));
		this.code.constant(value);
		this.code.use(lanes.member("", "_BROADCAST"));
	}

	// A comparison of bytes is a mask already; other vectors become one.
	private void compareToZero(VectorApiMember relation, Lanes lanes, RegisterOperation node) {
		if (relation != VectorApiMember.EQ && lanes == Lanes.BYTE
				&& node.operand(0) instanceof RegisterOperation operand && operand.op() instanceof VectorOp op) {
			VectorApiMember known = relation(op);
			if (known != null && Lanes.of(op.mnemonic()) == lanes) {
				mask(known, lanes, operand);
				return;
			}
		}
		vector(node.operand(0), lanes);
		this.code.use(relation);
		constant(lanes, 0);
		this.code.use(lanes.member("", "_COMPARE"));
	}

	private void anyTrue(VectorApiMember relation, Lanes lanes, RegisterOperation node) {
		compareToZero(relation, lanes, node);
		this.code.use(VectorApiMember.MASK_ANY_TRUE);
	}

	// b ^ ((a ^ b) & mask)
	private void bitselect(RegisterOperation node) {
		vector(node.operand(1), Lanes.BYTE);
		this.code.use(VectorApiMember.XOR);
		vector(node.operand(0), Lanes.BYTE);
		this.code.use(VectorApiMember.XOR);
		vector(node.operand(1), Lanes.BYTE);
		this.code.use(VectorApiMember.BYTE_LANEWISE);
		vector(node.operand(2), Lanes.BYTE);
		this.code.use(VectorApiMember.BYTE_AND);
		this.code.use(VectorApiMember.BYTE_LANEWISE);
	}

	// The API takes indices modulo 16, Wasm gives zero for those that are larger.
	private void swizzle(RegisterOperation node) {
		vector(node.operand(1), Lanes.BYTE);
		vector(node.operand(0), Lanes.BYTE);
		this.code.use(VectorApiMember.BYTE_SELECT_FROM);
		if (node.operand(1) instanceof RegisterOperation indices && indices.op() instanceof ConstantOp) {
			mask(indices);
			return;
		}
		vector(node.operand(1), Lanes.BYTE);
		this.code.use(VectorApiMember.ULT);
		constant(Lanes.BYTE, 2 * Long.BYTES);
		this.code.use(VectorApiMember.BYTE_COMPARE);
		this.code.use(VectorApiMember.MASK_TO_VECTOR);
		this.code.use(VectorApiMember.AS_BYTE);
		this.code.use(VectorApiMember.BYTE_AND);
	}

	// Bytes whose index is known become zero by a mask that is known.
	private void mask(RegisterOperation indices) {
		long low = mask(indices.operand(0));
		long high = mask(indices.operand(1));
		if ((low & high) != -1) {
			vector(RegisterOperation.ofHalves(Constant.of(Kind.LONG, low), Constant.of(Kind.LONG, high)), Lanes.BYTE);
			this.code.use(VectorApiMember.BYTE_AND);
		}
	}

	private static long mask(Expression half) {
		long mask = 0;
		for (int place = 0; place < Long.SIZE; place += Byte.SIZE) {
			long index = ((Constant) half).bits() >>> place & BYTE_MASK;
			mask |= (index < 2 * Long.BYTES) ? (long) BYTE_MASK << place : 0;
		}
		return mask;
	}

	/// What lanes the API sees a vector as.
	private enum Lanes {

		BYTE, SHORT, INT, LONG, FLOAT, DOUBLE;

		static Lanes of(String mnemonic) {
			return switch (mnemonic.substring(0, mnemonic.indexOf('.'))) {
				case "i16x8" -> SHORT;
				case "i32x4" -> INT;
				case "i64x2" -> LONG;
				case "f32x4" -> FLOAT;
				case "f64x2" -> DOUBLE;
				default -> BYTE;
			};
		}

		VectorApiMember member(String prefix, String suffix) {
			return VectorApiMember.valueOf(prefix + name() + suffix);
		}

	}

}
