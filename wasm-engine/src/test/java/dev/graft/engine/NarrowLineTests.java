package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Straight lines over lanes of 8 and 16 bits, which are held by themselves where they
/// are shuffled: they give what the operators say, at all limits.
class NarrowLineTests {

	private static final int ROUNDS = 200;

	private static final int OUT = 4_096;

	private static final int[] LIMITS = { 0, 1, -1, 0x7F, 0x80, 0xFF, 0x100, -0x80, -0x81, Short.MAX_VALUE,
			Short.MIN_VALUE, 0xFFFF, 0x10000, Integer.MAX_VALUE, Integer.MIN_VALUE };

	private final Engine engine = Engine.create();

	private final Store store = Store.builder(this.engine).build();

	private final Random random = new Random(20261122);

	private final ByteBuffer in = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	@Test
	void sumsAndDifferencesThatSaturate() {
		lanewise("i16x8.add_sat_s", (a, b) -> Math.clamp(a + b, Short.MIN_VALUE, Short.MAX_VALUE));
		lanewise("i16x8.sub_sat_s", (a, b) -> Math.clamp(a - b, Short.MIN_VALUE, Short.MAX_VALUE));
		lanewise("i16x8.add_sat_u", (a, b) -> Math.min((a & 0xFFFF) + (b & 0xFFFF), 0xFFFF));
		lanewise("i16x8.sub_sat_u", (a, b) -> Math.max((a & 0xFFFF) - (b & 0xFFFF), 0));
	}

	@Test
	void minimaAndMaxima() {
		lanewise("i16x8.min_s", Math::min);
		lanewise("i16x8.max_s", Math::max);
		lanewise("i16x8.min_u", (a, b) -> Math.min(a & 0xFFFF, b & 0xFFFF));
		lanewise("i16x8.max_u", (a, b) -> Math.max(a & 0xFFFF, b & 0xFFFF));
	}

	@Test
	void upperHalvesOfProducts() {
		String products = "(i8x16.shuffle 2 3 6 7 10 11 14 15 18 19 22 23 26 27 30 31 %s %s)".formatted(
				"(i32x4.mul (i32x4.extend_low_i16x8_s (local.get $x)) (i32x4.extend_low_i16x8_s (local.get $y)))",
				"(i32x4.mul (i32x4.extend_high_i16x8_s (local.get $x)) (i32x4.extend_high_i16x8_s (local.get $y)))");
		shorts(products, (lane) -> x(lane) * y(lane) >> 16);
	}

	@Test
	void intsThatBecomeShorts() {
		shorts("(i16x8.narrow_i32x4_s (local.get $x) (local.get $y))",
				(lane) -> Math.clamp(this.in.getInt(4 * lane), Short.MIN_VALUE, Short.MAX_VALUE));
		shorts("(i16x8.narrow_i32x4_u (local.get $x) (local.get $y))",
				(lane) -> Math.clamp(this.in.getInt(4 * lane), 0, 0xFFFF));
		shorts("(i16x8.narrow_i32x4_s (local.get $y) (local.get $y))",
				(lane) -> Math.clamp(this.in.getInt(16 + 4 * (lane & 3)), Short.MIN_VALUE, Short.MAX_VALUE));
	}

	@Test
	void shortsThatBecomeBytes() {
		bytes("(i8x16.narrow_i16x8_u (local.get $v) (local.get $v))", 0, 255);
		bytes("(i8x16.narrow_i16x8_s (local.get $v) (local.get $v))", Byte.MIN_VALUE, Byte.MAX_VALUE);
	}

	private void bytes(String narrowed, int least, int most) {
		Instance instance = instance("(local.set $v %s) (i64.store offset=4096 (i32.const 0) (i64x2.extract_lane 0 %s))"
			.formatted(turned("(local.get $x)"), narrowed));
		for (int round = 0; round < ROUNDS; round++) {
			Memory memory = run(instance);
			for (int lane = 0; lane < 8; lane++) {
				assertThat(memory.readByte(OUT + lane)).isEqualTo((byte) Math.clamp(x(lane), least, most));
			}
		}
	}

	@Test
	void whatAShuffleWithZerosExtends() {
		String zero = " (local.get $x) (v128.const i32x4 0 0 0 0))";
		shorts("(i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23" + zero, (lane) -> this.in.get(lane) & 0xFF);
		shorts("(i8x16.shuffle 8 31 9 16 10 16 11 16 12 16 13 16 14 16 15 16" + zero,
				(lane) -> this.in.get(8 + lane) & 0xFF);
		shorts("(i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23" + zero,
				(lane) -> (lane % 2 == 0) ? x(lane / 2) : 0);
		shorts("(i8x16.shuffle 8 9 10 11 16 17 18 19 12 13 14 15 20 21 22 23" + zero,
				(lane) -> (lane % 4 < 2) ? x(4 + lane / 4 * 2 + lane % 2) : 0);
		shorts("(i8x16.shuffle 0 17 1 17 2 17 3 17 4 17 5 17 6 17 7 17 (local.get $x) (v128.const i8x16 "
				+ "0 9 0 0 0 0 0 0 0 0 0 0 0 0 0 0))", (lane) -> this.in.get(lane) & 0xFF | 0x900);
	}

	@Test
	void bytesThatAreShuffledWithinShorts() {
		for (int shuffle = 0; shuffle < 20; shuffle++) {
			int[] places = this.random.ints(16, 0, 32).toArray();
			String lanes = Arrays.stream(places).mapToObj(String::valueOf).collect(Collectors.joining(" "));
			shorts("(i8x16.shuffle " + lanes + " (local.get $x) (local.get $y))",
					(lane) -> this.in.get(places[2 * lane]) & 0xFF | this.in.get(places[2 * lane + 1]) << Byte.SIZE);
		}
	}

	@Test
	void shiftsThatMoveShorts() {
		shorts("(i32x4.shr_u %s (i32.const 16))".formatted(turned("(local.get $x)")),
				(lane) -> (lane % 2 == 0) ? x(lane + 1) : 0);
		shorts("(i32x4.shr_u %s (i32.const -16))".formatted(turned("(local.get $x)")),
				(lane) -> (lane % 2 == 0) ? x(lane + 1) : 0);
		shorts("(i32x4.shl %s (i32.const 48))".formatted(turned("(local.get $x)")),
				(lane) -> (lane % 2 == 1) ? x(lane - 1) : 0);
		shorts("(i64x2.shr_u %s (i32.const 48))".formatted(turned("(local.get $x)")),
				(lane) -> (lane % 4 == 0) ? x(lane + 3) : 0);
		shorts("(i64x2.shl %s (i32.const 96))".formatted(turned("(local.get $x)")),
				(lane) -> (lane % 4 >= 2) ? x(lane - 2) : 0);
		shorts("(i32x4.shr_u %s (i32.const 12))".formatted(turned("(local.get $x)")),
				(lane) -> (lane % 2 == 0) ? (x(lane) & 0xFFFF) >>> 12 | x(lane + 1) << 4 : (x(lane) & 0xFFFF) >>> 12);
		shorts("(i32x4.shr_s %s (i32.const 16))".formatted(turned("(local.get $x)")),
				(lane) -> (lane % 2 == 0) ? x(lane + 1) : x(lane) >> 15);
	}

	@Test
	void constantsThatAreOnlyAssignedSometimes() {
		Instance instance = instance("""
				(if (i32.load16_u (i32.const 0)) (then (local.set $v (v128.const i16x8 1 2 3 4 5 6 7 8))))
				(local.set $p (i32.const 16))
				(loop $l
				  (v128.store offset=4080 (local.get $p) (i16x8.add (local.get $v) (v128.load (local.get $p))))
				  (br_if $l (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 16))) (i32.const 32))))""");
		for (int round = 0; round < ROUNDS; round++) {
			Memory memory = run(instance);
			for (int lane = 0; lane < 8; lane++) {
				int constant = (x(0) != 0) ? lane + 1 : 0;
				assertThat(memory.readShort(OUT + 2 * lane)).isEqualTo((short) (constant + y(lane)));
			}
		}
	}

	@Test
	void constantsOutOfLoops() {
		Instance instance = instance(
				"""
						(local.set $v (v128.const i16x8 0 0 0 0 0 0 0 0))
						(loop $l
						  (v128.store offset=4096 (local.get $p) (i16x8.mul (i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23
						    (v128.load (local.get $p)) (local.get $v)) (v128.load offset=16 (i32.const 0))))
						  (br_if $l (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 16))) (i32.const 32))))""");
		for (int round = 0; round < ROUNDS; round++) {
			Memory memory = run(instance);
			for (int lane = 0; lane < 16; lane++) {
				int value = (this.in.get(lane / 8 * 16 + lane % 8) & 0xFF) * y(lane % 8);
				assertThat(memory.readShort(OUT + 2 * lane)).isEqualTo((short) value);
			}
		}
	}

	private void lanewise(String operator, IntBinaryOperator expected) {
		shorts("(%s (local.get $x) (local.get $y))".formatted(operator),
				(lane) -> expected.applyAsInt(x(lane), y(lane)));
	}

	// Of shuffled lanes, multiplied: by themselves that takes fewer steps.
	private void shorts(String vector, IntUnaryOperator expected) {
		Instance instance = instance(
				"(v128.store offset=4096 (i32.const 0) (i16x8.mul %s (local.get $y)))".formatted(turned(vector)));
		for (int round = 0; round < ROUNDS; round++) {
			Memory memory = run(instance);
			for (int lane = 0; lane < 8; lane++) {
				assertThat(memory.readShort(OUT + 2 * lane)).as(vector)
					.isEqualTo((short) (expected.applyAsInt(lane) * y(lane)));
			}
		}
	}

	// The lanes in their order, after they have been in others.
	private static String turned(String vector) {
		return turn(swap(turn(swap(vector))));
	}

	private static String turn(String vector) {
		return "(i8x16.shuffle 14 15 12 13 10 11 8 9 6 7 4 5 2 3 0 1 (local.tee $t %s) (local.get $t))"
			.formatted(vector);
	}

	private static String swap(String vector) {
		return "(i8x16.shuffle 2 3 0 1 6 7 4 5 10 11 8 9 14 15 12 13 (local.tee $t %s) (local.get $t))"
			.formatted(vector);
	}

	private short x(int lane) {
		return this.in.getShort(2 * lane);
	}

	private short y(int lane) {
		return this.in.getShort(16 + 2 * lane);
	}

	private Instance instance(String statements) {
		String text = """
				(module (memory (export "memory") 1) (func (export "run") (local $p i32)
				  (local $x v128) (local $y v128) (local $t v128) (local $v v128)
				  (local.set $x (v128.load (i32.const 0)))
				  (local.set $y (v128.load offset=16 (i32.const 0)))
				  %s))""".formatted(statements);
		return Linker.create(this.engine)
			.instantiate(this.store, this.engine.load("lanes.wat", text.getBytes(StandardCharsets.UTF_8)));
	}

	private Memory run(Instance instance) {
		for (int at = 0; at < 32; at += 4) {
			boolean limit = this.random.nextBoolean();
			int half = LIMITS[this.random.nextInt(LIMITS.length)] << 16 | this.random.nextInt(0x10000);
			this.in.putInt(at, limit ? LIMITS[this.random.nextInt(LIMITS.length)]
					: this.random.nextBoolean() ? half : this.random.nextInt());
		}
		Memory memory = instance.memory("memory");
		memory.write(0, this.in.array());
		instance.func("run").call();
		return memory;
	}

}
