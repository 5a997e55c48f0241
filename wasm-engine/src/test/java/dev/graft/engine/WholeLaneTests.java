package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.engine.trap.Trap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// A cipher of four blocks at a time loads and stores what it does one vector after the
/// other, wherever its texts are: in each other, across the end of the memory, at
/// addresses that wrap around.
@ParameterizedClass
@MethodSource("limits")
@Timeout(120)
class WholeLaneTests {

	private static final int VECTORS = 8;

	private static final int LANES = 4;

	private static final int ROUNDS = 5;

	private static final int BLOCK = 4 * VECTORS;

	private static final int TEXT = LANES * BLOCK;

	private static final int PAGE = 1 << 16;

	private final Engine engine;

	private final Store store;

	private final Random random = new Random(20261122);

	static List<MethodLimits> limits() {
		return List.of(MethodLimits.DEFAULT, MethodLimits.TINY, MethodLimits.TINY_SECTIONS);
	}

	WholeLaneTests(MethodLimits limits) {
		EngineConfig.Builder config = EngineConfig.builder();
		this.engine = Engine.create(config.compiler(new WasmCompiler(limits)).build());
		this.store = Store.builder(this.engine).build();
	}

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	@Test
	void textsThatOverlap() {
		Cipher cipher = new Cipher("(memory (export \"memory\") 1)", "", false);
		IntStream.rangeClosed(-TEXT - 20, TEXT + 20).forEach((distance) -> cipher.compare(3000, 3000 + distance));
	}

	@Test
	void textsThatEndBehindTheMemory() {
		Cipher cipher = new Cipher("(memory (export \"memory\") 1)", "", false);
		for (int beyond = -20; beyond <= TEXT + 20; beyond++) {
			int last = PAGE - TEXT + beyond;
			cipher.compare(last, 3000);
			cipher.compare(3000, last);
			cipher.compare(last, last);
			cipher.compare(last - 16, last);
		}
	}

	@Test
	void textsThatWrapAround() {
		Cipher cipher = new Cipher("(memory (export \"memory\") 1)", "", false);
		for (int before = 1; before <= TEXT + 20; before++) {
			cipher.compare(-before, 3000);
			cipher.compare(3000, -before);
			cipher.compare(-before, -before);
			cipher.compare(-before - 48, 0);
		}
	}

	@Test
	void addressesThatAreSums() {
		Cipher cipher = new Cipher("(memory (export \"memory\") 1)", "", true);
		for (int distance = -TEXT - 20; distance <= TEXT + 20; distance++) {
			cipher.compare(3000, 3000 + distance);
			cipher.compare(distance, 3000);
			cipher.compare(3000, distance);
			cipher.compare(distance, distance);
			cipher.compare(PAGE - TEXT + distance, PAGE - TEXT);
		}
	}

	@Test
	void oneMemoryUnderTwoNames() {
		Cipher cipher = new Cipher(
				"(import \"host\" \"memory\" (memory 1)) (import \"host\" \"memory\" (memory $out 1))", "$out ", false);
		IntStream.rangeClosed(-TEXT - 20, TEXT + 20).forEach((distance) -> cipher.compare(3000, 3000 + distance));
		cipher.compare(PAGE - TEXT, 0);
		cipher.compare(0, PAGE - TEXT + 1);
	}

	private final class Cipher {

		private final Memory memory;

		private final Func function;

		private final boolean sums;

		Cipher(String declarations, String out, boolean sums) {
			this.sums = sums;
			Linker linker = Linker.create(WholeLaneTests.this.engine);
			if (declarations.contains("host")) {
				Module owner = compile("(module (memory (export \"memory\") 1))");
				linker.define("host", "memory", linker.instantiate(WholeLaneTests.this.store, owner).memory("memory"));
			}
			Module module = compile(wat(declarations, out, sums));
			Instance instance = linker.instantiate(WholeLaneTests.this.store, module);
			this.function = instance.func("f");
			this.memory = instance.memory("memory");
		}

		private Module compile(String wat) {
			return WholeLaneTests.this.engine.load("cipher.wat", wat.getBytes(StandardCharsets.UTF_8));
		}

		void compare(int from, int to) {
			byte[] expected = new byte[PAGE];
			WholeLaneTests.this.random.nextBytes(expected);
			this.memory.write(0, expected);
			boolean trapping = false;
			try {
				this.function.call(from, to);
			}
			catch (Trap ex) {
				trapping = true;
			}
			assertThat(trapping).as("%s to %s traps", from, to).isEqualTo(!encipher(expected, from, to));
			byte[] actual = this.memory.read(0, PAGE);
			assertThat(Arrays.mismatch(actual, expected)).as("%s to %s", from, to).isEqualTo(-1);
		}

		// Whether all of it lies within the memory.
		private boolean encipher(byte[] bytes, int from, int to) {
			int[][] state = state();
			ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
			for (int quarter = 0; quarter < VECTORS / 4; quarter++) {
				for (int lane = 0; lane < LANES; lane++) {
					long source = address(from, lane * BLOCK + quarter * 16);
					long target = address(to, lane * BLOCK + quarter * 16);
					if (source + 16 > PAGE || target + 16 > PAGE) {
						return false;
					}
					int[] text = new int[4];
					Arrays.setAll(text, (word) -> buffer.getInt((int) source + 4 * word));
					for (int word = 0; word < 4; word++) {
						buffer.putInt((int) target + 4 * word, text[word] ^ state[4 * quarter + word][lane]);
					}
				}
			}
			return true;
		}

		private long address(int base, int distance) {
			return this.sums ? Integer.toUnsignedLong(base + distance) : Integer.toUnsignedLong(base) + distance;
		}

	}

	private static int[][] state() {
		int[][] state = new int[VECTORS][LANES];
		for (int vector = 0; vector < VECTORS; vector++) {
			for (int lane = 0; lane < LANES; lane++) {
				state[vector][lane] = begin(vector) + (vector == 1 ? lane : 0);
			}
		}
		for (int round = 0; round < ROUNDS; round++) {
			for (int vector = 0; vector < VECTORS; vector += 2) {
				for (int lane = 0; lane < LANES; lane++) {
					state[vector][lane] += state[vector + 1][lane];
					state[vector + 1][lane] ^= state[vector][lane] << 3;
					state[vector][lane] ^= state[(vector + 3) % VECTORS][lane];
				}
			}
		}
		return state;
	}

	private static int begin(int vector) {
		return (vector + 1) * 0x9e3779b9;
	}

	private static String wat(String declarations, String out, boolean sums) {
		StringBuilder wat = new StringBuilder("(module ").append(declarations);
		if (declarations.contains("host")) {
			wat.append("(export \"memory\" (memory 0))");
		}
		wat.append("(func (export \"f\") (param $from i32) (param $to i32) (local $n i32)");
		IntStream.range(0, VECTORS + 8).forEach((number) -> wat.append("(local $%d v128)".formatted(number)));
		for (int vector = 0; vector < VECTORS; vector++) {
			String begin = "(i32x4.splat (i32.const %d))".formatted(begin(vector));
			wat.append("(local.set $%d %s)".formatted(vector,
					(vector == 1) ? "(i32x4.add %s (v128.const i32x4 0 1 2 3))".formatted(begin) : begin));
		}
		wat.append("(local.set $n (i32.const %d)) (loop $next".formatted(ROUNDS));
		for (int vector = 0; vector < VECTORS; vector += 2) {
			int next = vector + 1;
			wat.append("(local.set $%d (i32x4.add (local.get $%d) (local.get $%d)))".formatted(vector, vector, next))
				.append("(local.set $%d (v128.xor (local.get $%d) (i32x4.shl (local.get $%d) (i32.const 3))))"
					.formatted(next, next, vector))
				.append("(local.set $%d (v128.xor (local.get $%d) (local.get $%d)))".formatted(vector, vector,
						(vector + 3) % VECTORS));
		}
		wat.append("(br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))");
		for (int quarter = 0; quarter < VECTORS / 4; quarter++) {
			transpose(wat, 4 * quarter);
			for (int lane = 0; lane < LANES; lane++) {
				int distance = lane * BLOCK + quarter * 16;
				String access = sums ? "(i32.add (local.get $%s) (i32.const " + distance + "))"
						: "offset=" + distance + " (local.get $%s)";
				wat.append("(v128.store %s%s (v128.xor (local.get $%d) (v128.load %s)))".formatted(out,
						access.formatted("to"), VECTORS + 4 + lane, access.formatted("from")));
			}
		}
		return wat.append("))").toString();
	}

	private static void transpose(StringBuilder wat, int first) {
		String low = "0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23";
		String high = "8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31";
		shuffle(wat, VECTORS, low, first, first + 1);
		shuffle(wat, VECTORS + 1, low, first + 2, first + 3);
		shuffle(wat, VECTORS + 2, high, first, first + 1);
		shuffle(wat, VECTORS + 3, high, first + 2, first + 3);
		String lowHalves = "0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23";
		String highHalves = "8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31";
		shuffle(wat, VECTORS + 4, lowHalves, VECTORS, VECTORS + 1);
		shuffle(wat, VECTORS + 5, highHalves, VECTORS, VECTORS + 1);
		shuffle(wat, VECTORS + 6, lowHalves, VECTORS + 2, VECTORS + 3);
		shuffle(wat, VECTORS + 7, highHalves, VECTORS + 2, VECTORS + 3);
	}

	private static void shuffle(StringBuilder wat, int target, String lanes, int one, int other) {
		wat.append("(local.set $%d (i8x16.shuffle %s (local.get $%d) (local.get $%d)))".formatted(target, lanes, one,
				other));
	}

}
