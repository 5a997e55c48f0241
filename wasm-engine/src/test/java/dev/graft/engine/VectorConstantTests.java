package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.graft.engine.trap.Trap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is known of constants among vectors (their signs, how they grow together, that a
/// total begins with zero) changes nothing but how fast something is.
class VectorConstantTests {

	private static final int MEMORY_BYTES = 65_536;

	private static final int CASES = 40;

	private static final List<String> RELATIONS = List.of("lt_s", "lt_u", "gt_s", "gt_u", "le_s", "le_u", "ge_s",
			"ge_u", "min_s", "min_u", "max_s", "max_u");

	private final Engine engine = Engine.create();

	private final Store store = Store.builder(this.engine).build();

	private final Random random = new Random(20261123);

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	/// Against what has been loaded, of which nothing is known.
	@Test
	void comparisonsWithConstants() {
		for (String lanes : List.of("i8x16", "i16x8", "i32x4")) {
			int count = Integer.parseInt(lanes.substring(lanes.indexOf('x') + 1));
			int most = (count == 4) ? Integer.MAX_VALUE : (1 << 128 / count - 1) - 1;
			for (int value : new int[] { 0, 1, 10, most, -1, -10, ~most }) {
				List<Integer> same = IntStream.range(0, count).mapToObj((lane) -> value).toList();
				List<Integer> alike = IntStream.range(0, count).mapToObj((lane) -> value ^ lane & 1).toList();
				List<Integer> mixed = IntStream.range(0, count)
					.mapToObj((lane) -> (lane % 3 == 0) ? value : ~value)
					.toList();
				for (List<Integer> numbers : List.of(same, alike, mixed)) {
					compareWithLoaded(lanes, numbers);
				}
			}
		}
	}

	private void compareWithLoaded(String lanes, List<Integer> numbers) {
		String constant = "(v128.const " + lanes + " "
				+ numbers.stream().map(String::valueOf).collect(Collectors.joining(" ")) + ")";
		StringBuilder text = new StringBuilder("(module (memory (export \"memory\") 1) (func (export \"run\")\n");
		text.append("(v128.store (i32.const 32) ").append(constant).append(")\n");
		int at = 1_024;
		for (String relation : RELATIONS) {
			for (String operands : List.of("(v128.load (i32.const 0)) %s", "%s (v128.load (i32.const 0))")) {
				String op = "(" + lanes + "." + relation + " " + operands + ")";
				text.append("(v128.store (i32.const %d) %s)\n".formatted(at, op.formatted(constant)));
				text.append("(v128.store (i32.const %d) %s)\n".formatted(at + 16,
						op.formatted("(v128.load (i32.const 32))")));
				at += 32;
			}
		}
		Instance instance = instance(text + "))");
		Memory memory = instance.memory("memory");
		Func run = instance.func("run");
		for (int round = 0; round < 3; round++) {
			byte[] bytes = new byte[16];
			this.random.nextBytes(bytes);
			for (int lane = 0; lane < bytes.length; lane++) {
				bytes[lane] = (this.random.nextInt(3) == 0) ? (byte) (int) numbers.get(lane % numbers.size())
						: bytes[lane];
			}
			memory.write(0, bytes);
			run.call();
			for (int place = 1_024; place < at; place += 32) {
				assertThat(memory.read(place, 16)).as("%s at %d", constant, place)
					.isEqualTo(memory.read(place + 16, 16));
			}
		}
	}

	/// A mask that only chooses what is added, as a whole, inverted, or with another one.
	@Test
	void masksOfComparisons() {
		same((number) -> {
			String lanes = pick("i32x4", "i32x4", "i64x2");
			String relation = pick("lt_s", "gt_s", "ge_s", "eq");
			String op = lanes + "." + (lanes.equals("i32x4") ? pick(relation, "lt_u", "ge_u") : relation);
			String constant = lanes.equals("i32x4") ? "(v128.const i32x4 10 -10 0 2147483647)"
					: "(v128.const i64x2 10 -4294967296)";
			String mask = "(%s (v128.load (local.get $p)) %s)".formatted(op,
					pick(constant, "(v128.load offset=16 (local.get $p))"));
			String value = "(v128.load offset=32 (local.get $p))";
			String chosen = pick("(v128.and %s %s)", "(v128.and %2$s %1$s)", "(v128.andnot %2$s %1$s)",
					"(v128.and %1$s %1$s)", "(v128.andnot %1$s %2$s)",
					"(v128.and %1$s (" + op + " %2$s (v128.load (local.get $p))))")
				.formatted(mask, value);
			return "(local.set $s (%s.add (local.get $s) %s))".formatted(lanes, chosen);
		}, "(local.set $s (v128.const i64x2 0 0))", 16);
	}

	/// Numbers and their greatest without a sign, of which the lanes begin with something
	/// small or something that is negative otherwise.
	@Test
	void extremesWithoutSigns() {
		same((number) -> {
			String narrow = pick("(i32x4.extend_low_i16x8_u (i16x8.abs (v128.load (local.get $p))))",
					"(i32x4.extend_low_i16x8_u (v128.load64_zero offset=8 (local.get $p)))",
					"(i32x4.shr_u (v128.load (local.get $p)) (i32.const 1))", "(v128.load (local.get $p))");
			return "(local.set $s (i32x4.%s (local.get $s) %s))".formatted(pick("max_u", "max_u", "min_u"), narrow);
		}, pick("(local.set $s (v128.const i32x4 0 0 0 0))", "(local.set $s (v128.const i32x4 -1 5 0 7))"), 16);
	}

	/// Places that are lanes of vectors which grow together, one of them perhaps by
	/// something else; what lies there is perhaps beyond the end of the memory.
	@Test
	void placesThatVectorsTell() {
		same((number) -> {
			int factor = pick(1, 3, 4, 12, 20, -8, 1 << 13);
			int bytes = pick(1, 4, 4);
			String load = (bytes == 1) ? "i32.load8_u" : "i32.load";
			String store = (bytes == 1) ? "i32.store8" : "i32.store";
			StringBuilder round = new StringBuilder();
			List<String> vectors = pick(List.of("$a"), List.of("$a", "$b"), List.of("$a", "$b", "$c"));
			int constant = pick(0, 4_000, 60_000, 65_400, -50);
			String product = pick("(local.get %%s)",
					"(i32x4.mul (local.get %%s) (v128.const i32x4 %1$d %1$d %1$d %1$d))",
					"(i32x4.shl (local.get %%s) (i32.const 2))")
				.formatted(factor);
			for (String vector : vectors) {
				round.append("(local.set $t " + product.formatted(vector) + ")\n");
				for (int lane = 0; lane < 4; lane++) {
					String place = "(i32x4.extract_lane %d (local.get $t))".formatted(lane);
					String value = "(i32.add (%s offset=%d (i32.add %s (i32.const %d))) (i32.const 3))".formatted(load,
							pick(0, 0, 1), place, constant);
					round.append("(%s offset=%d (i32.add (local.get $p) (i32.const %d)) %s)\n".formatted(store, 30_000,
							bytes * (4 * vectors.indexOf(vector) + lane), value));
				}
			}
			int growth = pick(4, 4, 12, -4);
			List<String> growths = new ArrayList<>(vectors.stream()
				.map((vector) -> "(local.set %s (i32x4.add (local.get %1$s) %s))".formatted(vector,
						"(v128.const i32x4 %1$d %1$d %1$d %1$d)"
							.formatted((this.random.nextInt(9) == 0) ? growth + 1 : growth)))
				.toList());
			if (this.random.nextInt(4) == 0) {
				growths.add(1,
						pick("(local.set $s (i32x4.add (local.get $s) (local.get $a)))",
								"(local.set $s (i32x4.splat (i32x4.extract_lane 1 (i32x4.add (local.get $a) %s))))"
									.formatted("(v128.const i32x4 4 4 4 4)")));
			}
			return round + String.join("\n", growths);
		}, """
				(local.set $a (v128.const i32x4 0 1 2 3)) (local.set $b (v128.const i32x4 4 5 6 7))
				(local.set $c (v128.const i32x4 8 9 10 12))""", 16);
	}

	// A loop, and the same loop with a call in it, for which none is written otherwise.
	private void same(IntFunction<String> round, String begin, int stride) {
		List<String> rounds = IntStream.range(0, CASES).mapToObj(round).toList();
		StringBuilder text = new StringBuilder("(module (memory (export \"memory\") 1 1) (func $nothing)\n");
		for (int number = 0; number < CASES; number++) {
			for (String call : List.of("", "(call $nothing)")) {
				text.append("""
						(func (export "%s%d") (param $p i32) (param $end i32) (result i64 i64)
						  (local $s v128) (local $a v128) (local $b v128) (local $c v128) (local $t v128)
						  %s
						  (loop $l
						    %s
						    %s
						    (br_if $l (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const %d))) (local.get $end))))
						  (i64x2.extract_lane 0 (local.get $s)) (i64x2.extract_lane 1 (local.get $s)))
						""".formatted(call.isEmpty() ? "loop" : "calls", number, begin, rounds.get(number), call,
						stride));
			}
		}
		Instance instance = instance(text + ")");
		Memory memory = instance.memory("memory");
		byte[] before = new byte[MEMORY_BYTES];
		this.random.nextBytes(before);
		for (int number = 0; number < CASES; number++) {
			for (int call = 0; call < 4; call++) {
				int from = pick(0, 16, 7, 30_000);
				int end = from + stride * pick(1, 5, 40, 600);
				assertThat(outcome(instance.func("loop" + number), memory, before, from, end)).as(rounds.get(number))
					.isEqualTo(outcome(instance.func("calls" + number), memory, before, from, end));
			}
		}
	}

	private static List<Object> outcome(Func function, Memory memory, byte[] before, int from, int end) {
		memory.write(0, before);
		Object result;
		try {
			result = List.of(function.call(from, end));
		}
		catch (Trap trap) {
			result = trap.code();
		}
		return List.of(result, ByteBuffer.wrap(memory.read(0, MEMORY_BYTES)));
	}

	private Instance instance(String text) {
		return Linker.create(this.engine)
			.instantiate(this.store, this.engine.load("constants.wat", text.getBytes(StandardCharsets.UTF_8)));
	}

	@SafeVarargs
	private <T> T pick(T... choices) {
		return choices[this.random.nextInt(choices.length)];
	}

}
