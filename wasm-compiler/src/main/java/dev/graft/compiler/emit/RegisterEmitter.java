package dev.graft.compiler.emit;

import java.util.Locale;
import java.util.stream.Stream;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.VectorApiMember;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.Instruction;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.RegisterOperation;
import dev.graft.compiler.op.ConstantOp;
import dev.graft.compiler.op.ControlOp;
import dev.graft.compiler.op.VectorMemoryOp;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// Emits instructions on vectors that are objects of the Vector API.
///
/// A variable holds the object with the lanes that most users want. Where an operator
/// wants others, it is taken for these, which costs C2's code nothing, but its compilers
/// time and the interpreter a copy through an array: by way of bytes, so that all who call
/// the API's method for that hand it the same class. C2 goes by what it has seen there
/// before, in the whole process, where it does not know what an object is.
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

	/// Leaves the value, a vector with the lanes of a kind.
	void emit(RegisterOperation node, Kind kind) {
		if (kind.isRegister()) {
			vector(node, Lanes.of(kind));
		}
		else {
			operate(node, Lanes.BYTE);
		}
	}

	/// Makes the object on the stack again. To take it for other lanes costs nothing.
	void renew(Kind kind) {
		Lanes lanes = Lanes.of(kind);
		convert(lanes, (lanes == Lanes.BYTE) ? Lanes.INT : Lanes.BYTE);
		convert((lanes == Lanes.BYTE) ? Lanes.INT : Lanes.BYTE, lanes);
	}

	private void convert(Lanes from, Lanes to) {
		if (from != to && from != Lanes.BYTE) {
			this.code.use(VectorApiMember.AS_BYTE);
		}
		if (from != to && to != Lanes.BYTE) {
			this.code.use(to.member("AS_", ""));
		}
	}

	// Leaves the value and returns what lanes it has, if it is a vector: those that are
	// wanted if it has none of its own.
	private Lanes operate(RegisterOperation node, Lanes wanted) {
		return switch (node.op()) {
			case ConstantOp _ -> halves(node, wanted);
			case ControlOp _ -> {
				vector(node.operand(0), Lanes.of(node.kind()));
				yield Lanes.of(node.kind());
			}
			case VectorMemoryOp op -> access(op, node, wanted);
			case VectorOp op -> operate(op, node);
			default -> throw new IllegalArgumentException("no way to compute " + node);
		};
	}

	private Lanes halves(RegisterOperation node, Lanes wanted) {
		boolean same = node.operand(0) instanceof Constant low && node.operand(1) instanceof Constant high
				&& low.bits() == high.bits();
		if (same && wanted.repeats(((Constant) node.operand(0)).bits())) {
			this.code.use(wanted.member("", "_SPECIES"));
			lane(wanted, ((Constant) node.operand(0)).bits());
			this.code.use(wanted.member("", "_BROADCAST"));
			return wanted;
		}
		this.code.use(VectorApiMember.LONG_SPECIES);
		this.expressions.emit(node.operand(0));
		this.code.use(VectorApiMember.LONG_BROADCAST);
		if (!same) {
			this.code.constant(1);
			this.expressions.emit(node.operand(1));
			this.code.use(VectorApiMember.LONG_WITH_LANE);
		}
		return Lanes.LONG;
	}

	private void lane(Lanes lanes, long bits) {
		switch (lanes) {
			case BYTE -> this.code.constant((byte) bits);
			case SHORT -> this.code.constant((short) bits);
			case INT -> this.code.constant((int) bits);
			case LONG -> this.code.constant(bits);
			case FLOAT -> this.code.constantFloat((int) bits);
			case DOUBLE -> this.code.constantDouble(bits);
		}
	}

	private Lanes access(VectorMemoryOp op, RegisterOperation node, Lanes wanted) {
		boolean load = op == VectorMemoryOp.V128_LOAD;
		Lanes lanes = load ? wanted : Lanes.of(node.operand(0).kind());
		if (load) {
			this.code.use(lanes.member("", "_SPECIES"));
		}
		else {
			vector(node.operand(0), lanes);
		}
		this.code.use(AbiMethod.MEMORY_ALL);
		this.expressions.emit(node.operand(load ? 0 : 1));
		this.code.use(VectorApiMember.LITTLE_ENDIAN);
		this.code.use(lanes.member("", load ? "_FROM_MEMORY" : "_INTO_MEMORY"));
		return lanes;
	}

	// Leaves a vector as lanes of a kind.
	private void vector(Expression tree, Lanes wanted) {
		if (tree instanceof RegisterOperation operation) {
			convert(operate(operation, wanted), wanted);
		}
		else {
			this.expressions.emit(tree);
			convert(Lanes.of(tree.kind()), wanted);
		}
	}

	private Lanes operate(VectorOp op, RegisterOperation node) {
		Lanes lanes = Lanes.of(op);
		VectorApiMember relation = relation(op);
		if (relation != null) {
			return compare(relation, lanes, node);
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
			default -> {
				if (op.mnemonic().startsWith("v128.")) {
					return bitwise(op, node);
				}
				special(op, lanes, node);
			}
		}
		return lanes;
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
	private Lanes compare(VectorApiMember relation, Lanes lanes, RegisterOperation node) {
		mask(relation, lanes, node);
		Lanes result = lanes.ofBits();
		if (result != lanes) {
			this.code.use(result.member("", "_SPECIES"));
			this.code.use(VectorApiMember.MASK_CAST);
		}
		this.code.use(VectorApiMember.MASK_TO_VECTOR);
		this.code.checkCast(result.kind().className());
		return result;
	}

	private void mask(VectorApiMember relation, Lanes lanes, RegisterOperation node) {
		vector(node.operand(0), lanes);
		this.code.use(relation);
		vector(node.operand(1), lanes);
		this.code.use(lanes.member("", "_COMPARE"));
	}

	// What is done bit by bit, to what lanes there are.
	private Lanes bitwise(VectorOp op, RegisterOperation node) {
		Lanes lanes = ((node.kind().isRegister()) ? Lanes.of(node.kind()) : Lanes.of(node.operand(0).kind())).ofBits();
		switch (op) {
			case V128_AND -> binary(lanes.member("", "_AND"), lanes, node);
			case V128_OR -> binary(lanes.member("", "_OR"), lanes, node);
			case V128_XOR -> lanewise(VectorApiMember.XOR, lanes, node);
			case V128_NOT -> {
				vector(node.operand(0), lanes);
				this.code.use(lanes.member("", "_NOT"));
			}
			case V128_ANDNOT -> {
				vector(node.operand(0), lanes);
				vector(node.operand(1), lanes);
				this.code.use(lanes.member("", "_NOT"));
				this.code.use(lanes.member("", "_AND"));
			}
			case V128_BITSELECT -> bitselect(lanes, node);
			// HotSpot has no masks of two lanes.
			case V128_ANY_TRUE -> anyTrue(VectorApiMember.NE, (lanes == Lanes.LONG) ? Lanes.INT : lanes, node);
			default -> throw new IllegalArgumentException("no way to compute " + node);
		}
		return lanes;
	}

	private void special(VectorOp op, Lanes lanes, RegisterOperation node) {
		switch (op) {
			case I8X16_SWIZZLE -> swizzle(node);
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
		this.code.checkCast(to.kind().className());
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
		this.code.use(to.member("", "_OR"));
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
		lane(lanes, value);
		this.code.use(lanes.member("", "_BROADCAST"));
	}

	// A comparison of these lanes is a mask already; other vectors become one.
	private void compareToZero(VectorApiMember relation, Lanes lanes, RegisterOperation node) {
		if (relation != VectorApiMember.EQ && node.operand(0) instanceof RegisterOperation operand
				&& operand.op() instanceof VectorOp op) {
			VectorApiMember known = relation(op);
			Lanes compared = Lanes.of(op);
			if (known != null && compared.ofBits() == lanes) {
				mask(known, compared, operand);
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
	private void bitselect(Lanes lanes, RegisterOperation node) {
		vector(node.operand(1), lanes);
		this.code.use(VectorApiMember.XOR);
		vector(node.operand(0), lanes);
		this.code.use(VectorApiMember.XOR);
		vector(node.operand(1), lanes);
		this.code.use(lanes.member("", "_LANEWISE"));
		vector(node.operand(2), lanes);
		this.code.use(lanes.member("", "_AND"));
		this.code.use(lanes.member("", "_LANEWISE"));
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
		this.code.checkCast(Kind.REGISTER.className());
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

		BYTE(Kind.REGISTER, Byte.SIZE), SHORT(Kind.SHORT_REGISTER, Short.SIZE), INT(Kind.INT_REGISTER, Integer.SIZE),
		LONG(Kind.LONG_REGISTER, Long.SIZE), FLOAT(Kind.FLOAT_REGISTER, Float.SIZE),
		DOUBLE(Kind.DOUBLE_REGISTER, Double.SIZE);

		private final Kind kind;

		private final int bits;

		Lanes(Kind kind, int bits) {
			this.kind = kind;
			this.bits = bits;
		}

		static Lanes of(VectorOp op) {
			Kind kind = RegisterOperation.lanesOf(op);
			return (kind != null) ? of(kind) : BYTE;
		}

		static Lanes of(Kind kind) {
			return Stream.of(values()).filter((lanes) -> lanes.kind == kind).findFirst().orElse(BYTE);
		}

		Kind kind() {
			return this.kind;
		}

		// Lanes as wide that are not floats.
		Lanes ofBits() {
			return switch (this) {
				case FLOAT -> INT;
				case DOUBLE -> LONG;
				default -> this;
			};
		}

		// Whether all lanes of a half are the same. A NaN may lose bits on its way.
		boolean repeats(long half) {
			return switch (this) {
				case FLOAT -> INT.repeats(half) && !Float.isNaN(Float.intBitsToFloat((int) half));
				case DOUBLE -> !Double.isNaN(Double.longBitsToDouble(half));
				default -> this.bits == Long.SIZE || Long.rotateLeft(half, this.bits) == half;
			};
		}

		VectorApiMember member(String prefix, String suffix) {
			return VectorApiMember.valueOf(prefix + name() + suffix);
		}

	}

}
