package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import dev.graft.engine.trap.Trap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Loops of few rounds within loops, which the compiler writes out, do what they say:
/// wherever in the memory they work, beyond its end and around, up to the access that
/// traps.
class UnrolledLoopTests {

	private static final int PAGE = 65_536;

	private static final int TAPS = 8;

	private static final int[] PLACES = { 0, 4, 28, 64, 1_000, PAGE - 400, PAGE - 64, PAGE - 60, PAGE - 4, PAGE, -64,
			-4, Integer.MAX_VALUE - 20, Integer.MIN_VALUE };

	/// Each number is multiplied with those before it, and the products added to sums.
	private static final String MODULE = """
			(module
			  (memory (export "memory") %1$s 1 1)
			  (func (export "run") (param $data %2$s) (param $sums %2$s) (param $n i32) (result i32)
			    (local $x i32) (local $tap %2$s) (local $p %2$s) (local $q %2$s)
			    (loop $numbers
			      (local.set $x (i32.load (local.get $data)))
			      (local.set $tap (%2$s.const 0))
			      (local.set $q (local.get $data))
			      (loop $taps
			        (local.set $p (%2$s.add (local.get $sums) (%2$s.shl (local.get $tap) (%2$s.const 3))))
			        (i32.store (local.get $p)
			          (i32.add (i32.load (local.get $p)) (i32.mul (local.get $x) (i32.load (local.get $q)))))
			        (i32.store16 offset=4 (local.get $p)
			          (i32.xor (i32.load16_u offset=4 (local.get $p)) (i32.load8_s offset=1 (local.get $q))))
			        (local.set $q (%2$s.sub (local.get $q) (%2$s.const 4)))
			        (br_if $taps (%2$s.ne (local.tee $tap (%2$s.add (local.get $tap) (%2$s.const 1))) (%2$s.const 8))))
			      (local.set $data (%2$s.add (local.get $data) (%2$s.const 4)))
			      (br_if $numbers (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
			    (i32.add (local.get $x) (%3$s))))
			""";

	private static final String NARROW = MODULE.formatted("", "i32",
			"i32.add (local.get $tap) (i32.add (local.get $p) (local.get $q))");

	private static final String WIDE = MODULE.formatted("i64", "i64",
			"i32.wrap_i64 (i64.add (local.get $tap) (i64.add (local.get $p) (local.get $q)))");

	private final Engine engine = Engine.create();

	@AfterEach
	void close() {
		this.engine.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 5, 40 })
	void everyWhere(int numbers) {
		for (int data : PLACES) {
			for (int sums : PLACES) {
				assertThat(run(NARROW, data, sums, numbers)).as("%d, %d", data, sums)
					.isEqualTo(new Model(false).run(data & 0xFFFF_FFFFL, sums & 0xFFFF_FFFFL, numbers));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 5, 40 })
	void inAMemoryOf64Bits(int numbers) {
		for (int data : PLACES) {
			for (int sums : PLACES) {
				assertThat(run(WIDE, (long) data, (long) sums, numbers)).as("%d, %d", data, sums)
					.isEqualTo(new Model(true).run(data, sums, numbers));
			}
		}
	}

	@Test
	void whenHot() {
		assertThat(run(NARROW, 400, 8, 16_000)).isEqualTo(new Model(false).run(400, 8, 16_000));
		assertThat(run(NARROW, 400, 40_000, 16_000)).isEqualTo(new Model(false).run(400, 40_000, 16_000));
	}

	private Outcome run(String module, Object data, Object sums, int numbers) {
		byte[] text = module.getBytes(StandardCharsets.UTF_8);
		try (Store store = Store.builder(this.engine).deadline(null).build()) {
			Instance instance = Linker.create(this.engine).instantiate(store, this.engine.load("taps.wat", text));
			MemorySegment memory = instance.memory("memory").segment(0, PAGE);
			MemorySegment.copy(numbers(), 0, memory, ValueLayout.JAVA_BYTE, 0, PAGE);
			@Nullable Integer result = null;
			try {
				result = (Integer) instance.func("run").call(data, sums, numbers)[0];
			}
			catch (Trap trap) {
				assertThat(trap).hasMessageContaining("out of bounds memory access");
			}
			return new Outcome(result, Arrays.hashCode(memory.toArray(ValueLayout.JAVA_BYTE)));
		}
	}

	private static byte[] numbers() {
		byte[] numbers = new byte[PAGE];
		new Random(7).nextBytes(numbers);
		return numbers;
	}

	/// @param result null after a trap
	/// @param memory what is left in the memory, as a hash
	private record Outcome(@Nullable Integer result, int memory) {
	}

	/// The same in Java.
	private static final class Model {

		private final ByteBuffer memory = ByteBuffer.wrap(numbers()).order(ByteOrder.LITTLE_ENDIAN);

		private final long mask;

		Model(boolean wide) {
			this.mask = wide ? -1 : 0xFFFF_FFFFL;
		}

		Outcome run(long data, long sums, int numbers) {
			@Nullable Integer result;
			try {
				result = sum(data, sums, numbers);
			}
			catch (IndexOutOfBoundsException _) {
				result = null;
			}
			return new Outcome(result, Arrays.hashCode(this.memory.array()));
		}

		private int sum(long data, long sums, int numbers) {
			long p = 0;
			long q = 0;
			int x = 0;
			for (int number = 0; number < numbers; number++) {
				long from = data + number * 4L & this.mask;
				x = this.memory.getInt(place(from, 0));
				q = from;
				for (int tap = 0; tap < TAPS; tap++) {
					p = sums + tap * 8L & this.mask;
					int sum = this.memory.getInt(place(p, 0)) + x * this.memory.getInt(place(q, 0));
					this.memory.putInt(place(p, 0), sum);
					int bits = this.memory.getShort(place(p, 4)) ^ this.memory.get(place(q, 1));
					this.memory.putShort(place(p, 4), (short) bits);
					q = q - 4 & this.mask;
				}
			}
			return x + TAPS + (int) p + (int) q;
		}

		private static int place(long address, int offset) {
			long place = address + offset;
			return (address < 0 || place < 0 || place > PAGE) ? PAGE : (int) place;
		}

	}

}
