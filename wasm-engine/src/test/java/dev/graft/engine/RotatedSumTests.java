package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Rotations of sums with a constant, which the compiler hides from HotSpot, are rotations
/// of these sums.
class RotatedSumTests {

	private static final long[] CORNERS = { 0, 1, -1, 2, -2, 0x7FFF_FFFF, 0x8000_0000L, 0xFFFF_FFFFL, 0x1_0000_0000L,
			Long.MAX_VALUE, Long.MIN_VALUE };

	/// Makes C2 compile the functions.
	private static final int ROUNDS = 100_000;

	private final Engine engine = Engine.create();

	@AfterEach
	void close() {
		this.engine.close();
	}

	@Test
	void areRotatedByAnyConstant() {
		Random random = new Random(19);
		for (int by = 0; by < Long.SIZE; by++) {
			compare(by, CORNERS[by % CORNERS.length]);
			compare(by, random.nextLong());
		}
	}

	private void compare(int by, long constant) {
		byte[] text = text(by, constant).getBytes(StandardCharsets.UTF_8);
		try (Store store = Store.builder(this.engine).deadline(null).build()) {
			Instance instance = Linker.create(this.engine).instantiate(store, this.engine.load("sums.wat", text));
			Func ints = instance.func("ints");
			Func longs = instance.func("longs");
			for (long one : CORNERS) {
				for (long other : CORNERS) {
					assertThat(ints.call((int) one, (int) other, 1)[0])
						.isEqualTo(ofInts(by, (int) constant, (int) one, (int) other, 1));
					assertThat(longs.call(one, other, 1)[0]).isEqualTo(ofLongs(by, constant, one, other, 1));
				}
			}
			assertThat(ints.call(by, by, ROUNDS)[0]).isEqualTo(ofInts(by, (int) constant, by, by, ROUNDS));
			assertThat(longs.call((long) by, constant, ROUNDS)[0])
				.isEqualTo(ofLongs(by, constant, by, constant, ROUNDS));
		}
	}

	private static int ofInts(int by, int constant, int first, int second, int rounds) {
		int one = first;
		int other = second;
		for (int round = 0; round < rounds; round++) {
			int sum = one + constant + other;
			int both = Integer.rotateLeft(sum, by) ^ Integer.rotateRight(sum, by);
			int rest = Integer.rotateLeft(other - sum, by) - Integer.rotateRight(constant - sum, by);
			one = other * 31 + sum;
			other = both + rest;
		}
		return one ^ other;
	}

	private static long ofLongs(int by, long constant, long first, long second, int rounds) {
		long one = first;
		long other = second;
		for (int round = 0; round < rounds; round++) {
			long sum = one + constant + other;
			long both = Long.rotateLeft(sum, by) ^ Long.rotateRight(sum, by);
			long rest = Long.rotateLeft(other - sum, by) - Long.rotateRight(constant - sum, by);
			one = other * 31 + sum;
			other = both + rest;
		}
		return one ^ other;
	}

	private static String text(int by, long constant) {
		String function = """
				(func (export "${name}") (param $one ${t}) (param $other ${t}) (param $rounds i32) (result ${t})
				  (local $sum ${t}) (local $both ${t}) (local $rest ${t})
				  (loop $again
				    (local.set $sum (${t}.add (${t}.add (local.get $one) (${t}.const ${c})) (local.get $other)))
				    (local.set $both (${t}.xor
				      (${t}.rotl (local.get $sum) (${t}.const ${by})) (${t}.rotr (local.get $sum) (${t}.const ${by}))))
				    (local.set $rest (${t}.sub
				      (${t}.rotl (${t}.sub (local.get $other) (local.get $sum)) (${t}.const ${by}))
				      (${t}.rotr (${t}.sub (${t}.const ${c}) (local.get $sum)) (${t}.const ${by}))))
				    (local.set $one (${t}.add (${t}.mul (local.get $other) (${t}.const 31)) (local.get $sum)))
				    (local.set $other (${t}.add (local.get $both) (local.get $rest)))
				    (br_if $again (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))
				  (${t}.xor (local.get $one) (local.get $other)))
				""".replace("${by}", Integer.toString(by));
		String ints = function.replace("${c}", Integer.toString((int) constant));
		String longs = function.replace("${c}", Long.toString(constant));
		return "(module " + ints.replace("${name}", "ints").replace("${t}", "i32")
				+ longs.replace("${name}", "longs").replace("${t}", "i64") + ")";
	}

}
