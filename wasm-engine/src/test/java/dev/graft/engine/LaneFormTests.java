package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.function.LongFunction;
import java.util.stream.Stream;

import dev.graft.engine.trap.Trap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Vectors whose lanes take simpler forms than their operators: they give what the
/// operators say.
class LaneFormTests {

	private static final int ROUNDS = 24;

	private static final int OUT = 4_096;

	private final Engine engine = Engine.create();

	private final Store store = Store.builder(this.engine).build();

	private final Random random = new Random(20261122);

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	@Test
	void vectorsThatCountElements() {
		Memory memory = run("""
				(local $v v128) (local $w v128)
				(local.set $v (v128.const i32x4 5 1 -7 100))
				(loop $l
				  (v128.store offset=4096 (local.get $p) (i32x4.sub
				    (i32x4.add (i32x4.mul (local.get $v) (v128.const i32x4 3 3 3 3)) (v128.const i32x4 1 2 3 4))
				    (i32x4.shl (local.get $v) (i32.const 2))))
				  (local.set $w (i32x4.add (local.get $v) (v128.const i32x4 -9 -9 -9 -9)))
				  (v128.store offset=6144 (local.get $p) (i32x4.mul (local.get $w) (local.get $v)))
				  (local.set $v (local.get $w))
				  (v128.store offset=8192 (local.get $p) (i32x4.add (local.get $v) (local.get $w)))
				  (br_if $l (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 16))) (i32.const 384))))""",
				new byte[0]);
		int[] begin = { 5, 1, -7, 100 };
		for (int at = 0; at < 4 * ROUNDS; at++) {
			int value = begin[at % 4] - 9 * (at / 4);
			assertThat(intAt(memory, OUT + 4 * at)).isEqualTo(3 * value + at % 4 + 1 - 4 * value);
			assertThat(intAt(memory, 6_144 + 4 * at)).isEqualTo((value - 9) * value);
			assertThat(intAt(memory, 8_192 + 4 * at)).isEqualTo(2 * (value - 9));
		}
	}

	@Test
	void vectorsThatMayBeZeroBeforeTheyCount() {
		Memory memory = run("""
				(local $v v128)
				(if (i32.load offset=2048 (i32.const 0)) (then (local.set $v (v128.const i32x4 0 1 2 3))))
				(loop $l
				  (v128.store offset=4096 (local.get $p) (local.get $v))
				  (local.set $v (i32x4.add (local.get $v) (v128.const i32x4 4 4 4 4)))
				  (br_if $l (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 16))) (i32.const 384))))""",
				new byte[0]);
		for (int at = 0; at < 4 * ROUNDS; at++) {
			assertThat(intAt(memory, OUT + 4 * at)).isEqualTo(at / 4 * 4);
		}
	}

	/// The place of the greatest, which is chosen together with it. What counts places is
	/// not read before.
	@Test
	void vectorsThatCountPlaces() {
		byte[] floats = floats();
		Memory memory = run("""
				(local $x v128) (local $best v128) (local $v v128) (local $at v128) (local $m v128)
				(local.set $v (v128.const i32x4 0 1 2 3))
				(local.set $best (v128.const f32x4 -inf -inf -inf -inf))
				(loop $l
				  (local.set $x (v128.load (local.get $p)))
				  (local.set $m (f32x4.gt (local.get $x) (local.get $best)))
				  (local.set $best (v128.bitselect (local.get $x) (local.get $best) (local.get $m)))
				  (local.set $at (v128.bitselect (local.get $v) (local.get $at) (local.get $m)))
				  (local.set $v (i32x4.add (local.get $v) (v128.const i32x4 4 4 4 4)))
				  (br_if $l (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 16))) (i32.const 384))))
				(v128.store offset=4096 (i32.const 0) (local.get $at))
				(v128.store offset=6144 (i32.const 0) (local.get $best))""", floats);
		for (int lane = 0; lane < 4; lane++) {
			float best = Float.NEGATIVE_INFINITY;
			int place = 0;
			for (int at = lane; at < 4 * ROUNDS; at += 4) {
				if (floatAt(floats, 4 * at) > best) {
					best = floatAt(floats, 4 * at);
					place = at;
				}
			}
			assertThat(intAt(memory, OUT + 4 * lane)).isEqualTo(place);
			same(memory, 6_144 + 4 * lane, best);
		}
	}

	@Test
	void lanesThatAreStoredBetweenTwoLoads() {
		byte[] numbers = new byte[16 * ROUNDS];
		this.random.nextBytes(numbers);
		Memory memory = run("""
				(local $q i32) (local $a v128) (local $b v128)
				(local.set $q (i32.add (local.get $p) (i32.const 4)))
				(loop $l
				  (local.set $a (v128.load (local.get $p)))
				  (local.set $b (v128.load (local.get $q)))
				  (v128.store offset=4096 (local.get $p) (i32x4.add (local.get $a) (local.get $b)))
				  (i32.store offset=8 (local.get $p) (i32x4.extract_lane 3 (local.get $a)))
				  (v128.store offset=6144 (local.get $p) (v128.load (local.get $q)))
				  (local.set $p (i32.add (local.get $p) (i32.const 4)))
				  (v128.store offset=8192 (local.get $p) (v128.load (local.get $p)))
				  (local.set $p (i32.add (local.get $p) (i32.const 12)))
				  (local.set $q (i32.add (local.get $p) (i32.const 4)))
				  (br_if $l (i32.ne (local.get $p) (i32.const 368))))""", numbers);
		ByteBuffer model = ByteBuffer.wrap(numbers).order(ByteOrder.LITTLE_ENDIAN);
		for (int at = 0; at < 368; at += 16) {
			for (int lane = 0; lane < 16; lane += 4) {
				assertThat(intAt(memory, OUT + at + lane))
					.isEqualTo(model.getInt(at + lane) + model.getInt(at + lane + 4));
			}
			model.putInt(at + 8, model.getInt(at + 12));
			for (int lane = 0; lane < 16; lane += 4) {
				assertThat(intAt(memory, 6_144 + at + lane)).isEqualTo(model.getInt(at + lane + 4));
				assertThat(intAt(memory, 8_196 + at + lane)).isEqualTo(model.getInt(at + lane + 4));
			}
		}
	}

	/// Both vectors have to be in bounds, though all lanes of one are in the other and
	/// around it.
	@ParameterizedTest
	@ValueSource(strings = { "i32", "i64" })
	void lanesThatAreKnownAreCheckedAllTheSame(String type) {
		Func func = instance("""
				(module (memory %1$s 1) (data (%1$s.const 65512) "\\01\\00\\00\\00\\02\\00\\00\\00\\04")
				  (func (export "load") (param $p %1$s) (result i32)
				  (i32x4.extract_lane 0 (i32x4.add
				    (i32x4.add (v128.load (local.get $p)) (v128.load offset=8 (local.get $p)))
				    (v128.load (%1$s.add (local.get $p) (%1$s.const 4)))))))""".formatted(type)).func("load");
		LongFunction<Object> address = (number) -> type.equals("i32") ? (Object) (int) number : (Object) number;
		assertThat(func.call(address.apply(65_536 - 24))).containsExactly(7);
		for (int outside : new int[] { 65_536 - 23, 65_536 - 20, 65_536 - 16, -4, -8, -1 }) {
			assertThatThrownBy(() -> func.call(address.apply(outside))).isInstanceOf(Trap.class);
		}
	}

	/// Each with operators around it that want other lanes.
	@ParameterizedTest
	@ValueSource(strings = { "3 2 1 0 7 6 5 4 11 10 9 8 15 14 13 12", "7 6 5 4 3 2 1 0 15 14 13 12 11 10 9 8",
			"3 2 1 0 5 6 7 4 9 10 11 8 31 30 29 28", "15 14 13 12 11 10 9 8 23 22 21 20 19 18 17 16",
			"7 6 5 4 7 6 5 4 3 2 1 0 23 22 21 20", "4 3 2 1 0 1 2 3 6 5 4 3 14 13 12 11",
			"1 0 3 2 5 4 7 6 9 8 11 10 13 12 15 14", "19 18 17 16 3 2 1 0 8 9 10 11 30 29 28 31" })
	void bytesThatAreReversed(String places) {
		byte[] numbers = new byte[32 * ROUNDS];
		this.random.nextBytes(numbers);
		int[] lanes = Stream.of(places.split(" ")).mapToInt(Integer::parseInt).toArray();
		for (String op : new String[] { "v128.xor", "i8x16.add", "i16x8.add", "i32x4.add", "i64x2.add" }) {
			Memory memory = run("""
					(local $a v128) (local $b v128)
					(loop $l
					  (local.set $a (v128.load (local.get $p)))
					  (local.set $b (v128.load offset=384 (local.get $p)))
					  (v128.store offset=4096 (local.get $p) (%1$s (local.get $b)
					    (i8x16.shuffle %2$s (local.get $a) (%1$s (local.get $a) (local.get $b)))))
					  (br_if $l (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 16))) (i32.const 384))))"""
				.formatted(op, places), numbers);
			int width = op.startsWith("v") ? 8 : Integer.parseInt(op.substring(1, op.indexOf('x')));
			for (int at = 0; at < 16 * ROUNDS; at += 16) {
				byte[] one = Arrays.copyOfRange(numbers, at, at + 16);
				byte[] other = Arrays.copyOfRange(numbers, at + 384, at + 400);
				byte[] result = computed(op, width, one, other);
				byte[] shuffled = new byte[16];
				for (int place = 0; place < 16; place++) {
					shuffled[place] = (lanes[place] < 16) ? one[lanes[place]] : result[lanes[place] - 16];
				}
				assertThat(memory.read(OUT + at, 16)).isEqualTo(computed(op, width, other, shuffled));
			}
		}
	}

	private static byte[] computed(String op, int width, byte[] one, byte[] other) {
		byte[] result = new byte[one.length];
		for (int from = 0; from < one.length; from += width / Byte.SIZE) {
			int carry = 0;
			for (int at = from; at < from + width / Byte.SIZE; at++) {
				carry = op.endsWith("xor") ? (one[at] ^ other[at]) & 0xFF
						: (one[at] & 0xFF) + (other[at] & 0xFF) + (carry >> Byte.SIZE);
				result[at] = (byte) carry;
			}
		}
		return result;
	}

	/// Four bytes that lie within a vector are checked by themselves.
	@Test
	void partsOfVectorsWithOtherOffsets() {
		Instance instance = instance("""
				(module (memory (export "memory") 1) (func (export "run") (param $p i32) (result i32) (local $a v128)
				  (local.set $a (v128.load offset=16 (local.get $p)))
				  (i32x4.extract_lane 0 (i32x4.add
				    (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u (v128.load32_zero offset=20 (local.get $p))))
				    (i32x4.add (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u
				        (v128.load32_zero offset=8 (i32.add (local.get $p) (i32.const 16)))))
				      (i32x4.add (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u
				          (v128.load32_zero offset=36 (i32.add (local.get $p) (i32.const -8)))))
				        (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u (local.get $a)))))))))""");
		Func func = instance.func("run");
		Memory memory = instance.memory("memory");
		byte[] bytes = new byte[65_536];
		this.random.nextBytes(bytes);
		memory.write(0, bytes);
		for (int at : new int[] { 8, 9, 100, 40_000, 65_503, 65_504 }) {
			int expected = 0;
			for (int distance : new int[] { 16, 20, 24, 28 }) {
				expected += bytes[at + distance] & 0xFF;
			}
			assertThat(func.call(at)).containsExactly(expected);
		}
		for (int outside : new int[] { 0, 1, 7, 65_505, 65_520, -1, -8, -16, -17 }) {
			assertThatThrownBy(() -> func.call(outside)).isInstanceOf(Trap.class);
		}
	}

	@Test
	void choicesByMasksThatNoComparisonHasMade() {
		byte[] numbers = new byte[16 * ROUNDS];
		this.random.nextBytes(numbers);
		Memory memory = run("""
				(local $x v128)
				(loop $l
				  (local.set $x (v128.load (local.get $p)))
				  (v128.store offset=4096 (local.get $p) (v128.bitselect
				    (i32x4.add (local.get $x) (i32x4.splat (i32.const 7))) (v128.const i32x4 3 3 3 3)
				    (i32x4.neg (v128.and (local.get $x) (v128.const i32x4 1 1 1 1)))))
				  (v128.store offset=6144 (local.get $p) (v128.bitselect
				    (local.get $x) (v128.const i32x4 5 5 5 5)
				    (i32x4.neg (i32x4.shr_u (local.get $x) (i32.const 31)))))
				  (br_if $l (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 16))) (i32.const 384))))""",
				numbers);
		ByteBuffer ints = ByteBuffer.wrap(numbers).order(ByteOrder.LITTLE_ENDIAN);
		for (int at = 0; at < 4 * ROUNDS; at++) {
			int x = ints.getInt(4 * at);
			assertThat(intAt(memory, OUT + 4 * at)).isEqualTo((x % 2 != 0) ? x + 7 : 3);
			assertThat(intAt(memory, 6_144 + 4 * at)).isEqualTo((x < 0) ? x : 5);
		}
	}

	/// What is collected by other operators than sums is added lane by lane.
	@Test
	void sumsOfWhatIsNoSum() {
		byte[] numbers = new byte[16 * ROUNDS];
		this.random.nextBytes(numbers);
		Memory memory = run("""
				(local $a v128) (local $s v128) (local $t v128)
				(local.set $a (v128.const i32x4 9 9 9 9))
				(loop $l
				  (local.set $s (i32x4.add (local.get $s) (local.get $a)))
				  (local.set $a (v128.xor (local.get $a) (v128.load (local.get $p))))
				  (br_if $l (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 16))) (i32.const 384))))
				(local.set $t (i32x4.add (local.get $s)
				  (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $s) (local.get $s))))
				(i32.store offset=4096 (i32.const 0) (i32x4.extract_lane 0 (i32x4.add (local.get $t)
				  (i8x16.shuffle 4 5 6 7 0 1 2 3 0 1 2 3 4 5 6 7 (local.get $t) (local.get $t)))))""", numbers);
		ByteBuffer ints = ByteBuffer.wrap(numbers).order(ByteOrder.LITTLE_ENDIAN);
		int expected = 0;
		for (int lane = 0; lane < 4; lane++) {
			int collected = 9;
			for (int at = lane; at < 4 * ROUNDS; at += 4) {
				expected += collected;
				collected ^= ints.getInt(4 * at);
			}
		}
		assertThat(intAt(memory, OUT)).isEqualTo(expected);
	}

	@Test
	void floatsThatAComparisonLimits() {
		byte[] floats = floats();
		String below = "(v128.bitselect (v128.const f32x4 %1$s %1$s %1$s %1$s) %2$s (f32x4.lt %3$s (v128.const f32x4 %1$s %1$s %1$s %1$s)))";
		String above = below.replace("f32x4.lt", "f32x4.gt");
		String capped = "(f32x4.pmin %s (v128.const f32x4 255 255 255 255))";
		String loaded = "(local.get $x)";
		String[] values = {
				"(v128.andnot %s (f32x4.lt %s (v128.const f32x4 0 0 0 0)))".formatted(capped.formatted(loaded), loaded),
				below.formatted("-32768", loaded, loaded), below.formatted("-7", capped.formatted(loaded), loaded),
				below.formatted("16", loaded, loaded), above.formatted("100.5", loaded, loaded),
				below.formatted("300", capped.formatted(loaded), loaded) };
		for (String value : values) {
			for (String sign : new String[] { "s", "u" }) {
				String loop = """
						(local $x v128) (local $y v128) (local $z v128)
						(loop $l
						  (local.set $x (v128.load (local.get $p)))
						  (local.set $y %s)
						  (v128.store offset=4096 (local.get $p) (i32x4.trunc_sat_f32x4_%s (local.get $y)))
						  (local.set $z %s)
						  (v128.store offset=6144 (local.get $p) (local.get $z))
						  (br_if $l (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 16))) (i32.const 384))))"""
					.formatted(value, sign, value);
				Memory memory = run(loop, floats);
				// What has been stored as floats is converted by Java.
				for (int at = 0; at < 4 * ROUNDS; at++) {
					float limited = Float.intBitsToFloat(intAt(memory, 6_144 + 4 * at));
					long expected = sign.equals("s") ? (int) limited
							: Math.min(Math.max((long) limited, 0), 0xFFFF_FFFFL);
					assertThat(intAt(memory, OUT + 4 * at)).as("%s of %s", value, limited).isEqualTo((int) expected);
				}
			}
		}
	}

	/// Bit by bit, as what is chosen is no result of arithmetic.
	@Test
	void floatsThatAreChosenByComparingThem() {
		byte[] floats = floats();
		Memory memory = run(
				"""
						(local $x v128) (local $y v128) (local $best v128) (local $at v128) (local $v v128) (local $old v128)
						(local.set $v (v128.const i32x4 0 1 2 3))
						(loop $l
						  (local.set $x (v128.load (local.get $p)))
						  (local.set $y (v128.load offset=16 (local.get $p)))
						  (v128.store offset=4096 (local.get $p) (f32x4.abs (v128.bitselect (local.get $x) (local.get $y)
						    (f32x4.gt (local.get $x) (local.get $y)))))
						  (v128.store offset=5120 (local.get $p) (f32x4.abs (f32x4.pmin (local.get $y) (v128.const f32x4 16 -0 nan 0))))
						  (v128.store offset=6144 (local.get $p) (f32x4.abs (f32x4.pmax (v128.const f32x4 16 -0 nan 0) (local.get $y))))
						  (local.set $old (local.get $best))
						  (local.set $best (v128.bitselect (local.get $old) (local.get $x) (f32x4.gt (local.get $old) (local.get $x))))
						  (local.set $at (i16x8.max_s (local.get $at) (v128.and (f32x4.gt (local.get $x) (local.get $old)) (local.get $v))))
						  (local.set $v (i32x4.add (local.get $v) (v128.const i32x4 4 4 4 4)))
						  (v128.store offset=7168 (local.get $p) (f32x4.abs (local.get $best)))
						  (v128.store offset=8192 (local.get $p) (local.get $at))
						  (br_if $l (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 16))) (i32.const 384))))""",
				floats);
		float[] limits = { 16, -0F, Float.NaN, 0 };
		float[] best = new float[4];
		int[] place = new int[4];
		for (int at = 0; at < 4 * ROUNDS; at++) {
			float x = floatAt(floats, 4 * at);
			float y = floatAt(floats, 4 * at + 16);
			int lane = at % 4;
			same(memory, OUT + 4 * at, Math.abs((x > y) ? x : y));
			same(memory, 5_120 + 4 * at, Math.abs((limits[lane] < y) ? limits[lane] : y));
			same(memory, 6_144 + 4 * at, Math.abs((limits[lane] < y) ? y : limits[lane]));
			place[lane] = Math.max(place[lane], (x > best[lane]) ? at : 0);
			best[lane] = (best[lane] > x) ? best[lane] : x;
			same(memory, 7_168 + 4 * at, Math.abs(best[lane]));
			assertThat(intAt(memory, 8_192 + 4 * at)).isEqualTo(place[lane]);
		}
	}

	@Test
	void doublesThatAreChosenByComparingThem() {
		ByteBuffer doubles = ByteBuffer.allocate(2_048).order(ByteOrder.LITTLE_ENDIAN);
		double[] special = { 0, -0D, Double.NaN, Double.POSITIVE_INFINITY, 1.5, -2 };
		while (doubles.hasRemaining()) {
			doubles.putDouble(special[this.random.nextInt(special.length)]);
		}
		Memory memory = run(
				"""
						(local $x v128) (local $y v128)
						(loop $l
						  (local.set $x (v128.load (local.get $p)))
						  (local.set $y (v128.load offset=16 (local.get $p)))
						  (v128.store offset=4096 (local.get $p) (v128.bitselect (local.get $x) (local.get $y)
						    (f64x2.gt (local.get $x) (local.get $y))))
						  (v128.store offset=6144 (local.get $p) (f64x2.sqrt (f64x2.pmax (local.get $x) (v128.const f64x2 1 0))))
						  (br_if $l (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 16))) (i32.const 384))))""",
				doubles.array());
		for (int at = 0; at < 16 * ROUNDS; at += 8) {
			double x = doubles.getDouble(at);
			double y = doubles.getDouble(at + 16);
			double limit = (at % 16 == 0) ? 1 : 0;
			assertThat(longAt(memory, OUT + at)).isEqualTo(Double.doubleToRawLongBits((x > y) ? x : y));
			double root = Double.longBitsToDouble(longAt(memory, 6_144 + at));
			assertThat(Double.doubleToLongBits(root))
				.isEqualTo(Double.doubleToLongBits(Math.sqrt((x < limit) ? limit : x)));
		}
	}

	@Test
	void minimaAndMaximaOfTwoNumbersInAnInt() {
		byte[] bytes = new byte[2_048];
		this.random.nextBytes(bytes);
		Memory memory = run("""
				(local $x v128) (local $y v128)
				(loop $l
				  (local.set $x (i32x4.mul (v128.load (local.get $p)) (v128.const i32x4 3 5 7 65536)))
				  (local.set $y (i32x4.add (v128.load offset=16 (local.get $p)) (v128.const i32x4 3 5 -32768 65536)))
				  (v128.store offset=4096 (local.get $p) (i32x4.add (v128.const i32x4 1 1 1 1)
				    (i16x8.max_s (local.get $x) (local.get $y))))
				  (v128.store offset=6144 (local.get $p) (i32x4.add (v128.const i32x4 1 1 1 1)
				    (i16x8.min_s (local.get $x) (local.get $y))))
				  (br_if $l (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 16))) (i32.const 384))))""",
				bytes);
		ByteBuffer ints = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		int[] factors = { 3, 5, 7, 65_536 };
		int[] addends = { 3, 5, -32_768, 65_536 };
		for (int at = 0; at < 16 * ROUNDS; at += 4) {
			int x = ints.getInt(at) * factors[at / 4 % 4];
			int y = ints.getInt(at + 16) + addends[at / 4 % 4];
			int larger = Math.max(x >> 16, y >> 16) << 16 | Math.max((short) x, (short) y) & 0xFFFF;
			int smaller = Math.min(x >> 16, y >> 16) << 16 | Math.min((short) x, (short) y) & 0xFFFF;
			assertThat(intAt(memory, OUT + at)).isEqualTo(larger + 1);
			assertThat(intAt(memory, 6_144 + at)).isEqualTo(smaller + 1);
		}
	}

	@Test
	void floatsOfWhichSomeTurnTheirSign() {
		byte[] floats = floats();
		Memory memory = run("""
				(local $x v128) (local $y v128)
				(loop $l
				  (local.set $x (v128.load (local.get $p)))
				  (local.set $y (v128.load offset=16 (local.get $p)))
				  (v128.store offset=4096 (local.get $p) (f32x4.add (local.get $y)
				    (f32x4.mul (local.get $x) (v128.const f32x4 1 -1 2 -1))))
				  (v128.store offset=6144 (local.get $p) (f32x4.sub
				    (f32x4.mul (local.get $x) (v128.const f32x4 -1 1 -1 1)) (f32x4.mul (local.get $y)
				    (v128.const f32x4 -1 1 1 -1))))
				  (v128.store offset=8192 (local.get $p) (f32x4.mul (local.get $y)
				    (v128.xor (local.get $x) (v128.const i32x4 0x80000000 0 0x80000000 0))))
				  (br_if $l (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 16))) (i32.const 384))))""",
				floats);
		float[] factors = { 1, -1, 2, -1 };
		for (int at = 0; at < 4 * ROUNDS; at++) {
			float x = floatAt(floats, 4 * at);
			float y = floatAt(floats, 4 * at + 16);
			int lane = at % 4;
			same(memory, OUT + 4 * at, y + x * factors[lane]);
			same(memory, 6_144 + 4 * at, x * ((lane % 2 == 0) ? -1 : 1) - y * ((lane % 3 == 0) ? -1 : 1));
			same(memory, 8_192 + 4 * at, y * ((lane % 2 == 0) ? -x : x));
		}
	}

	@Test
	void masksThatAreFilledLaneByLane() {
		byte[] bytes = new byte[2_048];
		this.random.nextBytes(bytes);
		Memory memory = run("""
				(local $x v128) (local $y v128) (local $m v128)
				(loop $l
				  (local.set $x (v128.load (local.get $p)))
				  (local.set $y (v128.load offset=16 (local.get $p)))
				  (local.set $m (i64x2.replace_lane 1 (i64x2.splat (select (i64.const -1) (i64.const 0)
				    (i64.gt_u (i64x2.extract_lane 0 (local.get $x)) (i64x2.extract_lane 0 (local.get $y)))))
				    (select (i64.const -1) (i64.const 0)
				    (i64.gt_u (i64x2.extract_lane 1 (local.get $x)) (i64x2.extract_lane 1 (local.get $y))))))
				  (v128.store offset=4096 (local.get $p) (v128.bitselect (local.get $x) (local.get $y) (local.get $m)))
				  (v128.store offset=6144 (local.get $p) (v128.andnot (local.get $x) (local.get $m)))
				  (br_if $l (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 16))) (i32.const 384))))""",
				bytes);
		IntToLongFunction number = (at) -> ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(at);
		for (int at = 0; at < 16 * ROUNDS; at += 8) {
			long x = number.applyAsLong(at);
			long y = number.applyAsLong(at + 16);
			boolean greater = Long.compareUnsigned(x, y) > 0;
			assertThat(longAt(memory, OUT + at)).isEqualTo(greater ? x : y);
			assertThat(longAt(memory, 6_144 + at)).isEqualTo(greater ? 0 : x);
		}
	}

	@Test
	void halvesThatNobodyUsesOfWhatIsNarrowed() {
		byte[] bytes = new byte[2_048];
		this.random.nextBytes(bytes);
		Memory memory = run("""
				(local $x v128)
				(loop $l
				  (local.set $x (v128.and (v128.load (local.get $p)) (v128.const i32x4 255 65535 -1 255)))
				  (i32.store offset=4096 (local.get $p) (i32x4.extract_lane 0 (i8x16.narrow_i16x8_u
				    (i16x8.narrow_i32x4_u (local.get $x) (v128.const i32x4 -1 70000 5 6)) (v128.const i32x4 9 9 9 9))))
				  (i32.store offset=6144 (local.get $p) (i32x4.extract_lane 3 (i16x8.narrow_i32x4_s
				    (v128.const i32x4 1 2 3 4) (local.get $x))))
				  (br_if $l (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 16))) (i32.const 384))))""",
				bytes);
		int[] masks = { 255, 65_535, -1, 255 };
		for (int at = 0; at < 16 * ROUNDS; at += 16) {
			int packed = 0;
			int[] lanes = new int[4];
			for (int lane = 0; lane < 4; lane++) {
				lanes[lane] = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at + 4 * lane) & masks[lane];
				int narrow = (short) Math.clamp(lanes[lane], 0, 65_535);
				packed |= Math.clamp(narrow, 0, 255) << 8 * lane;
			}
			assertThat(intAt(memory, OUT + at)).isEqualTo(packed);
			assertThat(intAt(memory, 6_144 + at)).isEqualTo(
					Math.clamp(lanes[2], -32_768, 32_767) & 0xFFFF | Math.clamp(lanes[3], -32_768, 32_767) << 16);
		}
	}

	@Test
	void sumsOfSumsOf16BitNumbers() {
		byte[] bytes = new byte[2_048];
		this.random.nextBytes(bytes);
		Memory memory = run("""
				(local $x v128) (local $s v128) (local $t v128) (local $z v128)
				(loop $l
				  (local.set $x (v128.load (local.get $p)))
				  (local.set $z (i32x4.add (local.get $z) (local.get $s)))
				  (local.set $s (i32x4.add (local.get $s) (i32x4.add (i32x4.extend_low_i16x8_u (local.get $x))
				    (i32x4.extend_high_i16x8_u (local.get $x)))))
				  (local.set $t (i32x4.add (local.get $t) (i32x4.add
				    (i32x4.mul (i32x4.extend_low_i16x8_u (local.get $x)) (v128.const i32x4 8 7 6 5))
				    (i32x4.mul (i32x4.extend_high_i16x8_u (local.get $x)) (v128.const i32x4 4 3 2 1)))))
				  (br_if $l (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 16))) (i32.const 384))))
				(local.set $t (i32x4.add (local.get $t) (i32x4.shl (local.get $z) (i32.const 3))))
				(i32.store offset=4096 (i32.const 0) (i32.add (i32.add (i32x4.extract_lane 0 (local.get $t))
				  (i32x4.extract_lane 1 (local.get $t))) (i32.add (i32x4.extract_lane 2 (local.get $t))
				  (i32x4.extract_lane 3 (local.get $t)))))
				(i32.store offset=4100 (i32.const 0) (i32.add (i32.add (i32x4.extract_lane 0 (local.get $s))
				  (i32x4.extract_lane 1 (local.get $s))) (i32.add (i32x4.extract_lane 2 (local.get $s))
				  (i32x4.extract_lane 3 (local.get $s)))))""", bytes);
		int sum = 0;
		int sums = 0;
		for (int at = 0; at < 16 * ROUNDS; at += 2) {
			sum += ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(at) & 0xFFFF;
			sums += sum;
		}
		assertThat(intAt(memory, OUT)).isEqualTo(sums);
		assertThat(intAt(memory, OUT + 4)).isEqualTo(sum);
	}

	private byte[] floats() {
		ByteBuffer floats = ByteBuffer.allocate(2_048).order(ByteOrder.LITTLE_ENDIAN);
		float[] special = { 0, -0F, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 255, 255.5F, -7, 16,
				3e9F, -3e9F, 5e9F, Float.MIN_VALUE, 100.5F };
		while (floats.hasRemaining()) {
			int choice = this.random.nextInt(2 * special.length);
			floats.putFloat((choice < special.length) ? special[choice] : (this.random.nextFloat() - 0.3F) * 400);
		}
		return floats.array();
	}

	private Memory run(String statements, byte[] memory) {
		String text = "(module (memory (export \"memory\") 1) (func (export \"run\") (local $p i32) " + statements
				+ "))";
		Instance instance = instance(text);
		instance.memory("memory").write(0, memory);
		instance.func("run").call();
		return instance.memory("memory");
	}

	private Instance instance(String module) {
		return Linker.create(this.engine)
			.instantiate(this.store, this.engine.load("lanes.wat", module.getBytes(StandardCharsets.UTF_8)));
	}

	private static int intAt(Memory memory, int at) {
		return ByteBuffer.wrap(memory.read(at, Integer.BYTES)).order(ByteOrder.LITTLE_ENDIAN).getInt();
	}

	private static long longAt(Memory memory, int at) {
		return ByteBuffer.wrap(memory.read(at, Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN).getLong();
	}

	private static float floatAt(byte[] bytes, int at) {
		return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat(at);
	}

	// Which NaN it is does not matter.
	private static void same(Memory memory, int at, float expected) {
		assertThat(Float.floatToIntBits(Float.intBitsToFloat(intAt(memory, at))))
			.isEqualTo(Float.floatToIntBits(expected));
	}

}
