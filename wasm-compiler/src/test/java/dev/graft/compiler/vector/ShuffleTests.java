package dev.graft.compiler.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.VectorOp;
import org.junit.jupiter.api.Test;

class ShuffleTests {

	private static final int ALL = 0xFFFF;

	private static final VectorConstant ZERO = new VectorConstant(0, 0);

	private final Expression vector = Read.of(new Body.Variables().temporary(Kind.VECTOR));

	@Test
	void extendsLanesByZeros() {
		Vector low = shuffle(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
		assertThat(Shuffle.extension(low, ALL)).hasToString("(i16x8.extend_low_i8x16_u v0)");
		Vector high = shuffle(8, 9, 16, 17, 10, 11, 16, 17, 12, 13, 16, 17, 14, 15, 16, 17);
		assertThat(Shuffle.extension(high, ALL)).hasToString("(i32x4.extend_high_i16x8_u v0)");
	}

	@Test
	void lanesThatNobodyUsesMayBeAnything() {
		Vector half = shuffle(0, 16, 1, 17, 2, 18, 3, 19, 0, 0, 0, 0, 0, 0, 0, 0);
		assertThat(Shuffle.extension(half, 0xFF)).hasToString("(i16x8.extend_low_i8x16_u v0)");
		assertThat(Shuffle.extension(half, ALL)).isNull();
	}

	@Test
	void whatHasNoZerosExtendsNothing() {
		Vector moved = shuffle(8, 9, 10, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
		assertThat(Shuffle.extension(moved, 0xF)).isNull();
		byte[] lanes = { 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23 };
		VectorConstant one = new VectorConstant(0x100, 0);
		assertThat(Shuffle.extension(Vector.shuffle(lanes, this.vector, one), ALL)).isNull();
	}

	@Test
	void shiftsByWholeLanesMoveThem() {
		assertMoves(VectorOp.I32X4_SHR_U, 16, 2, 3, 18, 19, 6, 7, 22, 23, 10, 11, 26, 27, 14, 15, 30, 31);
		assertMoves(VectorOp.I32X4_SHL, -16, 16, 17, 0, 1, 20, 21, 4, 5, 24, 25, 8, 9, 28, 29, 12, 13);
		assertMoves(VectorOp.I64X2_SHR_U, 112, 6, 7, 18, 19, 20, 21, 22, 23, 14, 15, 26, 27, 28, 29, 30, 31);
		assertThat(Shuffle.ofShift(shift(VectorOp.I32X4_SHR_U, 8))).isNull();
		assertThat(Shuffle.ofShift(shift(VectorOp.I32X4_SHR_S, 16))).isNull();
	}

	@Test
	void joinsHalvesOfIntsWhereThatTakesFewerSteps() {
		assertThat(Shuffle.joinsShorts(shuffle(0, 1, 16, 17, 2, 3, 18, 19, 4, 5, 20, 21, 6, 7, 22, 23))).isTrue();
		assertThat(Shuffle.joinsShorts(shuffle(0, 1, 4, 5, 8, 9, 12, 13, 16, 17, 20, 21, 24, 25, 28, 29))).isTrue();
		// Two shifts for each half of what is moved as a whole.
		assertThat(Shuffle.joinsShorts(shuffle(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17))).isFalse();
		// Whole `int`s, turned ones, and bytes.
		assertThat(Shuffle.joinsShorts(shuffle(0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23))).isFalse();
		assertThat(Shuffle.joinsShorts(shuffle(2, 3, 0, 1, 6, 7, 4, 5, 8, 9, 10, 11, 12, 13, 14, 15))).isFalse();
		assertThat(Shuffle.joinsShorts(shuffle(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23))).isFalse();
	}

	private void assertMoves(VectorOp op, int count, int... lanes) {
		Vector shuffle = Objects.requireNonNull(Shuffle.ofShift(shift(op, count)));
		for (int place = 0; place < lanes.length; place++) {
			assertThat(shuffle.lane(place)).isEqualTo(lanes[place]);
		}
	}

	private Vector shift(VectorOp op, int count) {
		return Vector.of(op, 0, this.vector, Constant.ofInt(count));
	}

	private Vector shuffle(int... lanes) {
		byte[] bytes = new byte[lanes.length];
		for (int place = 0; place < lanes.length; place++) {
			bytes[place] = (byte) lanes[place];
		}
		return Vector.shuffle(bytes, this.vector, ZERO);
	}

}
