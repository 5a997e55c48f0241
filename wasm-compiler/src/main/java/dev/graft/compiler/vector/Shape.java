package dev.graft.compiler.vector;

import java.util.List;

import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// What a vector is held as.
enum Shape {

	/// Four `int`s.
	I32X4(0, Kind.INT, 4),

	/// Four `float`s.
	F32X4(1, Kind.FLOAT, 4),

	/// Two `long`s: also for narrower lanes.
	I64X2(2, Kind.LONG, 2),

	/// Two `double`s.
	F64X2(3, Kind.DOUBLE, 2),

	/// Eight `int`s, of which the lower 16 bits count.
	I16X8(4, Kind.INT, 8),

	/// Sixteen `int`s, of which the lower 8 bits count.
	I8X16(5, Kind.INT, 16);

	/// The shapes that hold vectors of any lanes, in the order of their index.
	static final List<Shape> GENERAL = List.of(I32X4, F32X4, I64X2, F64X2);

	// How many operations it takes to get from one to another.
	private static final int[][] CONVERSION = { //
			{ 0, 4, 8, 10 }, //
			{ 4, 0, 12, 14 }, //
			{ 6, 10, 0, 2 }, //
			{ 8, 12, 2, 0 } };

	private final int index;

	private final Kind kind;

	private final int lanes;

	Shape(int index, Kind kind, int lanes) {
		this.index = index;
		this.kind = kind;
		this.lanes = lanes;
	}

	/// Its place in tables.
	int index() {
		return this.index;
	}

	/// What a lane is.
	Kind kind() {
		return this.kind;
	}

	/// How many there are.
	int lanes() {
		return this.lanes;
	}

	/// How many bytes a lane has.
	int laneBytes() {
		return 16 / this.lanes;
	}

	/// Whether each lane of 8 or 16 bits is an `int` of its own.
	boolean isNarrow() {
		return this.lanes > 4;
	}

	/// Whether lanes are `float`s or `double`s.
	boolean isFloat() {
		return this == F32X4 || this == F64X2;
	}

	/// The shape with lanes of this size that bits can be combined in.
	Shape ofBits() {
		return isNarrow() ? this : (this.lanes == 4) ? I32X4 : I64X2;
	}

	/// About how many operations it takes to get to another shape, both of them
	/// [#GENERAL].
	int conversionTo(Shape other) {
		return CONVERSION[this.index][other.index];
	}

	/// The lanes of an operator's vector operands, if they have 8 or 16 bits.
	static @Nullable Shape narrowOperand(VectorOp op, int operand) {
		if (op == VectorOp.I8X16_SHUFFLE || ofOperand(op, operand) == I32X4) {
			return null;
		}
		String mnemonic = op.mnemonic();
		Shape shape = narrow(mnemonic, 0);
		for (int at = mnemonic.indexOf('_'); at >= 0; at = mnemonic.indexOf('_', at + 1)) {
			Shape source = narrow(mnemonic, at + 1);
			shape = (source != null) ? source : shape;
		}
		return shape;
	}

	/// The lanes of an operator's vector result, if they have 8 or 16 bits.
	static @Nullable Shape narrowResult(VectorOp op) {
		return (op == VectorOp.I8X16_SHUFFLE) ? null : narrow(op.mnemonic(), 0);
	}

	private static @Nullable Shape narrow(String mnemonic, int at) {
		if (mnemonic.startsWith("i16x8", at)) {
			return I16X8;
		}
		return mnemonic.startsWith("i8x16", at) || mnemonic.startsWith("i7x16", at) ? I8X16 : null;
	}

	/// The shape of an operator's vector operands among the [#GENERAL] ones.
	/// @return null if any will do
	static @Nullable Shape ofOperand(VectorOp op, int operand) {
		if (op == VectorOp.I32X4_RELAXED_DOT_I8X16_I7X16_ADD_S && operand == 2) {
			return I32X4;
		}
		String mnemonic = op.mnemonic();
		Shape shape = named(mnemonic, 0);
		for (int at = mnemonic.indexOf('_'); at >= 0; at = mnemonic.indexOf('_', at + 1)) {
			Shape source = named(mnemonic, at + 1);
			shape = (source != null) ? source : shape;
		}
		return shape;
	}

	/// The shape of an operator's vector result among the [#GENERAL] ones.
	/// @return null if it may be any
	static @Nullable Shape ofResult(VectorOp op) {
		Shape shape = named(op.mnemonic(), 0);
		return (shape != null && isComparison(op)) ? shape.ofBits() : shape;
	}

	private static boolean isComparison(VectorOp op) {
		return switch (op) {
			case F32X4_EQ, F32X4_NE, F32X4_LT, F32X4_GT, F32X4_LE, F32X4_GE, F64X2_EQ, F64X2_NE, F64X2_LT, F64X2_GT,
					F64X2_LE, F64X2_GE ->
				true;
			default -> false;
		};
	}

	private static @Nullable Shape named(String mnemonic, int at) {
		for (Shape shape : GENERAL) {
			if (mnemonic.regionMatches(true, at, shape.name(), 0, shape.name().length())) {
				return shape;
			}
		}
		return (narrow(mnemonic, at) != null) ? I64X2 : null;
	}

}
