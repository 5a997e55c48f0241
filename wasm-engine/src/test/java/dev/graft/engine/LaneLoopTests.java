package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Loops over many vectors, which become a loop per lane, give what the same rounds give
/// in a function that a loop calls.
class LaneLoopTests {

	private static final int CASES = 24;

	private static final int VECTORS = 12;

	private final Engine engine = Engine.create();

	private final Store store = Store.builder(this.engine).build();

	private final Random random = new Random(20261121);

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	@Test
	void giveTheSameAsRoundsThatAreCalled() {
		for (int number = 0; number < CASES; number++) {
			String text = module(round());
			Instance instance = Linker.create(this.engine)
				.instantiate(this.store, this.engine.load("lanes.wat", text.getBytes(StandardCharsets.UTF_8)));
			for (int rounds : new int[] { 1, 2, 7, 40 }) {
				assertThat(instance.func("inline").call(rounds)).as(text)
					.containsExactly(instance.func("called").call(rounds));
			}
		}
	}

	private String round() {
		return IntStream.range(0, 30).mapToObj((number) -> statement()).collect(Collectors.joining("\n    "));
	}

	private String statement() {
		String one = vector();
		String other = vector();
		String value = pick("(i32x4.add %s %s)", "(i32x4.sub %s %s)", "(v128.xor %s %s)", "(i32x4.mul %s %s)",
				"(v128.or (i32x4.shl %1$s (i32.const 7)) (i32x4.shr_u %1$s (i32.const 25)))",
				"(i32x4.add %s (i32x4.splat (local.get $n)))", this.random.nextInt(12) == 0
						? "(i8x16.shuffle 4 5 6 7 8 9 10 11 12 13 14 15 0 1 2 3 %1$s %1$s)" : "(v128.and %s %s)")
			.formatted(one, other);
		return "(local.set $v%d %s)".formatted(this.random.nextInt(VECTORS), value);
	}

	private String vector() {
		return "(local.get $v%d)".formatted(this.random.nextInt(VECTORS));
	}

	private static String module(String round) {
		String variables = each("(local $v%d v128)");
		String first = each(
				"(local.set $v%1$d (i32x4.mul (v128.const i32x4 1 77 5003 -9) (i32x4.splat " + "(i32.const %1$d3))))");
		String folded = IntStream.range(0, VECTORS)
			.mapToObj(
					"(i32x4.add (i32x4.mul (local.get $v0) (i32x4.splat (i32.const 31))) (local.get $v%d))"::formatted)
			.map("(local.set $v0 %s)"::formatted)
			.collect(Collectors.joining("\n  "));
		String function = """
				(func (export "%s") (param $n i32) (result i64) %s
				  %s
				  (loop $next
				    %s
				    (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
				  %s
				  (i64.xor (i64x2.extract_lane 0 (local.get $v0)) (i64x2.extract_lane 1 (local.get $v0))))
				""";
		String results = IntStream.range(0, VECTORS)
			.mapToObj((number) -> "(local.set $v%d)".formatted(VECTORS - 1 - number))
			.collect(Collectors.joining(" "));
		String call = "(call $round (local.get $n) %s) %s".formatted(each("(local.get $v%d)"), results);
		String called = "(func $round (param $n i32) %s (result %s)\n    %s\n  %s)".formatted(each("(param $v%d v128)"),
				"v128 ".repeat(VECTORS), round, each("(local.get $v%d)"));
		return "(module\n" + function.formatted("inline", variables, first, round, folded)
				+ function.formatted("called", variables, first, call, folded) + called + ")";
	}

	private static String each(String text) {
		return IntStream.range(0, VECTORS).mapToObj(text::formatted).collect(Collectors.joining(" "));
	}

	private String pick(String... choices) {
		return choices[this.random.nextInt(choices.length)];
	}

}
