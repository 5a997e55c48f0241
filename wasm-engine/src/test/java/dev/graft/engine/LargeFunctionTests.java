package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.engine.trap.Trap;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Functions that keep more alive at once than any method of the JVM could: all of them
/// are called, whole and in small pieces, and compute what they should.
class LargeFunctionTests {

	private static final int ARGUMENT = 5;

	/// How many locals the cases of an interpreter share.
	private static final int VARIABLES = 40;

	/// How many they share of an interpreter that fits into a method, how many of its
	/// variables keep their value, and how many assignments a case has.
	private static final int SHARED = 20;

	private static final int CONSTANTS = 8;

	private static final int STEPS = 16;

	private static final String FOLD = """
			(local.set $below (i32.add (i32.mul (local.get $below) (i32.const 31)) (local.get @)))""";

	/// Adds its argument to a number that grows, so that calls cannot be exchanged.
	private static final String NEXT = """
			(global $g (mut i32) (i32.const 0))
			(func $next (param i32) (result i32)
			  (global.set $g (i32.add (global.get $g) (i32.const 1)))
			  (i32.mul (global.get $g) (local.get 0)))
			""";

	private static int run(MethodLimits limits, String text) {
		EngineConfig config = EngineConfig.builder()
			.features(EnumSet.allOf(Feature.class))
			.compiler(new WasmCompiler(limits))
			.build();
		try (Engine engine = Engine.create(config); Store store = Store.create(engine)) {
			@Nullable Object[] results = Linker.create(engine)
				.instantiate(store, engine.load("large.wat", text.getBytes(StandardCharsets.UTF_8)))
				.func("f")
				.call(ARGUMENT);
			return (Integer) Objects.requireNonNull(results[0]);
		}
	}

	private static void check(String text, int expected) {
		assertThat(run(MethodLimits.DEFAULT, text)).isEqualTo(expected);
		assertThat(run(MethodLimits.TINY, text)).as("in small pieces").isEqualTo(expected);
		assertThat(run(MethodLimits.TINY_SECTIONS, text)).as("in sections").isEqualTo(expected);
	}

	private static String each(int count, String text) {
		return IntStream.range(0, count)
			.mapToObj((number) -> text.replace("#", Integer.toString(number)))
			.collect(Collectors.joining("\n"));
	}

	/// What is left of values that are folded from the last to the first.
	private static int fold(int count, IntUnaryOperator values) {
		int folded = 0;
		for (int number = count - 1; number >= 0; number--) {
			folded = folded * 31 + values.applyAsInt(number);
		}
		return folded;
	}

	@Test
	void keepThousandsOfOperandsAlive() {
		int count = 600;
		String fold = "(i32.add (i32.mul (local.get $sum) (i32.const 31)) (local.get $last)) local.set $sum\n";
		check("""
				(module %s
				  (func (export "f") (param $n i32) (result i32) (local $sum i32) (local $last i32)
				    %s
				    %s
				    (local.get $sum)))
				""".formatted(NEXT, """
				(call $next (local.get $n))
				(i64.extend_i32_s (call $next (local.get $n)))
				(f32.convert_i32_s (call $next (local.get $n)))
				(f64.convert_i32_s (call $next (local.get $n)))
				(i32x4.splat (call $next (local.get $n)))
				(ref.i31 (call $next (local.get $n)))
				""".repeat(count),
				("i31.get_s local.set $last\n" + fold + "i32x4.extract_lane 2 local.set $last\n" + fold
						+ "i32.trunc_f64_s local.set $last\n" + fold + "i32.trunc_f32_s local.set $last\n" + fold
						+ "i32.wrap_i64 local.set $last\n" + fold + "local.set $last\n" + fold)
					.repeat(count)),
				fold(6 * count, (number) -> (number + 1) * ARGUMENT));
	}

	@Test
	void keepWhatOnlyOnePlaceOfALargeLoopReads() {
		int half = 200;
		int rounds = 10;
		String step = "(local.set $x (i32.add (i32.mul (local.get $x) (i32.const 3)) (i32.const #)))";
		int x = 0;
		int seen = 0;
		for (int round = 0; round < rounds; round++) {
			for (int number = 0; number < 2 * half; number++) {
				seen += (number == half) ? x : 0;
				x = x * 3 + number % half;
			}
		}
		check("""
				(module
				  (func (export "f") (param $n i32) (result i32) (local $x i32) (local $seen i32) (local $round i32)
				    (local.set $round (i32.const 0))
				    loop $again
				      %s
				      (local.set $seen (i32.add (local.get $seen) (local.get $x)))
				      (local.tee $round (i32.add (local.get $round) (i32.const 1)))
				      (if (i32.eq (i32.const %d)) (then (return (local.get $seen))))
				      %s
				      br $again
				    end
				    unreachable))
				""".formatted(each(half, step), rounds, each(half, step)), seen);
	}

	@Test
	void keepThousandsOfOperandsAliveInALoop() {
		int count = 1_500;
		check("""
				(module %s
				  (func (export "f") (param $n i32) (result i32) (local $sum i32) (local $round i32)
				    loop $again
				      %s
				      %s
				      local.get $sum i32.add local.set $sum
				      (br_if $again (i32.lt_s (local.tee $round (i32.add (local.get $round) (i32.const 1)))
				        (i32.const 3)))
				    end
				    (local.get $sum)))
				""".formatted(NEXT, "(call $next (local.get $n))\n".repeat(count), "i32.add\n".repeat(count - 1)),
				IntStream.rangeClosed(1, 3 * count).map((number) -> number * ARGUMENT).sum());
	}

	@Test
	void fillArraysAndStructuresWithThousandsOfOperands() {
		int count = 2_000;
		check("""
				(module %s
				  (type $a (array (mut i32))) (type $s (struct %s))
				  (func (export "f") (param $n i32) (result i32)
				    (local $a (ref null $a)) (local $s (ref null $s)) (local $at i32) (local $sum i32)
				    %s
				    array.new_fixed $a %d
				    local.set $a
				    %s
				    struct.new $s
				    local.set $s
				    loop $again
				      (local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 31))
				        (array.get $a (local.get $a) (local.get $at))))
				      (br_if $again (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 1))) (i32.const %d)))
				    end
				    %s
				    (local.get $sum)))
				""".formatted(NEXT, "(field i32) ".repeat(count), "(call $next (local.get $n))\n".repeat(count), count,
				"(call $next (local.get $n))\n".repeat(count), count,
				each(count,
						"(local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 31))"
								+ " (struct.get $s # (local.get $s))))")),
				fold(2 * count, (number) -> (2 * count - number) * ARGUMENT));
	}

	@Test
	void carryAThousandValuesThroughBlocksCallsAndReturns() {
		int count = 1_000;
		String values = "i32 i64 f64 f32 ".repeat(count / 4);
		String fold = "(i32.add (i32.mul (local.get $sum) (i32.const 31)) (local.get $last)) local.set $sum\n";
		check("""
				(module %s
				  (type $t (func (param %s) (result %s)))
				  (table funcref (elem $same))
				  (func $same (type $t) %s)
				  (func (export "f") (param $n i32) (result i32) (local $sum i32) (local $last i32)
				    %s
				    block (type $t)
				      call $same
				      (br_if 0 (local.get $n))
				      unreachable
				    end
				    loop (type $t)
				      (call_indirect (type $t) (i32.const 0))
				    end
				    %s
				    (local.get $sum)))
				""".formatted(NEXT, values, values, each(count, "(local.get #)"), """
				(call $next (local.get $n))
				(i64.extend_i32_s (call $next (local.get $n)))
				(f64.convert_i32_s (call $next (local.get $n)))
				(f32.convert_i32_s (call $next (local.get $n)))
				""".repeat(count / 4),
				("i32.trunc_f32_s local.set $last\n" + fold + "i32.trunc_f64_s local.set $last\n" + fold
						+ "i32.wrap_i64 local.set $last\n" + fold + "local.set $last\n" + fold)
					.repeat(count / 4)),
				fold(count, (number) -> (number + 1) * ARGUMENT));
	}

	@Test
	void haveThousandsOfLocals() {
		int count = 3_000;
		check("""
				(module %s
				  (func (export "f") (param $n i32) (result i32) (local %s) (local $sum i32) (local $round i32)
				    %s
				    loop $again
				      %s
				      (br_if $again (i32.lt_s (local.tee $round (i32.add (local.get $round) (i32.const 1)))
				        (i32.const 2)))
				    end
				    (local.get $sum)))
				""".formatted(NEXT, "i64 ".repeat(count),
				each(count - 1, "(i64.extend_i32_u (call $next (local.get $n))) (local.set #)").replace("set 0)",
						"set %d)".formatted(count)),
				each(count,
						"(local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 31))"
								+ " (i32.wrap_i64 (local.get #)))) ")
					.replace("(i32.wrap_i64 (local.get 0))", "(i32.wrap_i64 (local.get %d))".formatted(count))),
				sumOfLocals(count));
	}

	// Local 0 is the parameter: what belongs there is in the last one.
	private static int sumOfLocals(int count) {
		int sum = 0;
		for (int round = 0; round < 2; round++) {
			for (int number = 0; number < count; number++) {
				sum = sum * 31 + ((number < count - 1) ? (number + 1) * ARGUMENT : 0);
			}
		}
		return sum;
	}

	@Test
	void beginAgainWithFreshLocals() {
		int count = 900;
		check("""
				(module
				  (func $f (export "f") (param $n i32) (result i32) (local %s) (local $sum i32)
				    %s
				    %s
				    (if (i32.ne (local.get $sum) (i32.mul (local.get $n) (i32.const %d))) (then unreachable))
				    (if (i32.eq (local.get $n) (i32.const 1)) (then (return (local.get $sum))))
				    (return_call $f (i32.sub (local.get $n) (i32.const 1)))))
				""".formatted("i32 ".repeat(count),
				IntStream.rangeClosed(1, count)
					.mapToObj((local) -> "(local.set %1$d (i32.add (local.get %1$d) (local.get $n)))".formatted(local))
					.collect(Collectors.joining("\n")),
				IntStream.rangeClosed(1, count)
					.mapToObj((local) -> "(local.set $sum (i32.add (local.get $sum) (local.get %d)))".formatted(local))
					.collect(Collectors.joining("\n")),
				count), count);
	}

	@Test
	void jumpToThousandsOfPlacesByOneTable() {
		int depth = 3_000;
		check("""
				(module
				  (func (export "f") (param $n i32) (result i32) (local $sum i32)
				    %s
				    (br_table %s (i32.sub (i32.const %d) (local.get $n)))
				    %s
				    (local.get $sum)))
				""".formatted("block\n".repeat(depth), each(depth, "#"), depth,
				"end (local.set $sum (i32.add (local.get $sum) (i32.const 3)))\n".repeat(depth)), 3 * ARGUMENT);
	}

	@Test
	void chooseFromATableBeyondAllMeasure() {
		int entries = 70_001;
		int depth = 300;
		int step = 331;
		int expected = 0;
		for (int index = -step; index < entries + step; index += step) {
			expected = expected * 31 + ((index >= 0 && index < entries) ? target(index, depth) : depth);
		}
		for (int index : List.of(16_383, 16_384, 65_535, 65_536, entries - 1, entries)) {
			expected = expected * 31 + ((index < entries) ? target(index, depth) : depth);
		}
		check("""
				(module
				  (func $pick (param $i i32) (result i32)
				    block
				    %s
				    (br_table %s %d (local.get $i))
				    %s
				    end
				    (i32.const %3$d))
				  (func (export "f") (param i32) (result i32) (local $i i32) (local $hash i32)
				    (local.set $i (i32.const -%7$d))
				    (loop $next
				      (local.set $hash (i32.add (i32.mul (local.get $hash) (i32.const 31)) (call $pick (local.get $i))))
				      (br_if $next (i32.lt_s (local.tee $i (i32.add (local.get $i) (i32.const %7$d))) (i32.const %6$d))))
				    %5$s
				    (local.get $hash)))
				"""
			.formatted("block\n".repeat(depth),
					IntStream.range(0, entries)
						.mapToObj((index) -> Integer.toString(target(index, depth)))
						.collect(Collectors.joining(" ")),
					depth,
					IntStream.range(0, depth)
						.mapToObj("end (return (i32.const %d))"::formatted)
						.collect(Collectors.joining("\n")),
					Stream.of(16_383, 16_384, 65_535, 65_536, entries - 1, entries)
						.map((index) -> """
								(local.set $hash (i32.add (i32.mul (local.get $hash) (i32.const 31)) (call $pick (i32.const %d))))
								"""
							.formatted(index))
						.collect(Collectors.joining()),
					entries + step, step),
				expected);
	}

	private static int target(int index, int depth) {
		return (int) ((long) index * index / 3 % depth);
	}

	/// An interpreter like that of a regular expression: what a case calls is another
	/// round of the same loop, which returns into the middle of the case by a second
	/// switch.
	@Test
	void returnIntoTheMiddleOfTheCasesOfAnInterpreter() {
		int cases = 300;
		int rounds = 4_000;
		StringBuilder code = new StringBuilder();
		for (int number = 0; number < cases; number++) {
			code.append("""
					end ;; case
					(local.set $v%2$d (i32.add (local.get $v%2$d) (i32.mul (local.get $sum) (i32.const %1$d))))
					(local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 31)) (local.get $v%3$d)))
					(local.set $back (i32.const %4$d))
					(br_if $next (i32.and (local.get $sum) (i32.const 1)))
					end ;; where it goes on
					(local.set $sum (i32.xor (local.get $sum) (local.get $v%2$d)))
					(local.set $v%3$d (i32.add (local.get $v%3$d) (i32.const 7)))
					(local.set $back (i32.const 0))
					(br $next)
					""".formatted(number, variable(number), variable(number * 7), number + 1));
		}
		check("""
				(module
				  (func (export "f") (param $sum i32) (result i32) (local $count i32) (local $back i32) %s
				    loop $next
				      (if (i32.eq (local.get $count) (i32.const %d)) (then (return (local.get $sum))))
				      (local.set $count (i32.add (local.get $count) (i32.const 1)))
				      %s
				      (if (local.get $back) (then (br_table 0 %s (local.get $back))))
				      (br_table %s 0 (i32.rem_u (local.get $sum) (i32.const %d)))
				      %s
				    end
				    (local.get $sum)))
				""".formatted(each(VARIABLES, "(local $v# i32)"), rounds, "block\n".repeat(2 * cases), labels(cases, 2),
				labels(cases, 0), cases, code), interpreted(cases, rounds));
	}

	/// Of what an interpreter's cases share, some lies in an object so that its switch
	/// can
	/// stand there twice.
	@Test
	void shareManyVariablesAmongTheCasesOfAnInterpreter() {
		int cases = 65;
		int rounds = 3_000;
		StringBuilder code = new StringBuilder();
		for (int number = 0; number < cases; number++) {
			code.append("end\n");
			for (int step = 0; step < STEPS; step++) {
				code.append("""
						(local.set $v%1$d
						  (i32.add (i32.mul (local.get $v%1$d) (local.get $c%2$d)) (i32.const %3$d)))
						""".formatted(shared(number, step), step % CONSTANTS, number));
			}
			code.append("(local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 31)) (local.get $v%d)))\n"
				.formatted(shared(number, 0)));
			code.append("(br_if $done (i32.eqz (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))\n");
			code.append("(br $next)\n");
		}
		check("""
				(module
				  (func (export "f") (param $sum i32) (result i32) (local $count i32) %s %s
				    %s
				    (local.set $count (i32.const %d))
				    block $done loop $next
				      %s
				      (br_table %s 0 (i32.rem_u (local.get $sum) (i32.const %d)))
				      %s
				    end end
				    (local.get $sum)))
				""".formatted(each(SHARED, "(local $v# i32)"), each(CONSTANTS, "(local $c# i32)"),
				each(CONSTANTS, "(local.set $c# (i32.add (local.get $sum) (i32.const #)))"), rounds,
				"block\n".repeat(cases),
				IntStream.range(0, cases).mapToObj(Integer::toString).collect(Collectors.joining(" ")), cases, code),
				shared(cases, rounds, new int[SHARED]));
	}

	private static int shared(int number, int step) {
		return (number * 5 + step) % SHARED;
	}

	private static int shared(int cases, int rounds, int[] variables) {
		int sum = ARGUMENT;
		for (int round = 0; round < rounds; round++) {
			int number = Integer.remainderUnsigned(sum, cases);
			for (int step = 0; step < STEPS; step++) {
				int variable = shared(number, step);
				variables[variable] = variables[variable] * (ARGUMENT + step % CONSTANTS) + number;
			}
			sum = sum * 31 + variables[shared(number, 0)];
		}
		return sum;
	}

	/// Variables that no frame has room for lie in arrays that later calls use again.
	@Test
	void beginEachCallWithVariablesOfItsOwn() {
		int half = 300;
		String text = """
				(module
				  (global $armed (mut i32) (i32.const 0))
				  (func (export "arm") (param i32) (global.set $armed (local.get 0)))
				  (func $f (export "f") (param $n i32) (result i32) (local $below i32) %1$s %2$s
				    (if (i32.and (local.get $n) (i32.const 1)) (then %3$s))
				    %4$s
				    (if (local.get $n)
				      (then (local.set $below (call $f (i32.sub (local.get $n) (i32.const 1)))))
				      (else (if (global.get $armed) (then unreachable))))
				    %5$s
				    %6$s
				    (local.get $below)))
				""".formatted(each(half, "(local $v# i32)"), each(half, "(local $w# i32)"),
				each(half, "(local.set $v# (i32.add (local.get $n) (i32.const #)))"),
				each(half, "(local.set $w# (i32.mul (local.get $n) (i32.const #)))"),
				each(half, FOLD.replace("@", "$v#")), each(half, FOLD.replace("@", "$w#")));
		for (MethodLimits limits : List.of(MethodLimits.DEFAULT, MethodLimits.TINY, MethodLimits.TINY_SECTIONS)) {
			try (Engine engine = Engine.create(EngineConfig.builder().compiler(new WasmCompiler(limits)).build());
					Store store = Store.create(engine)) {
				Instance instance = Linker.create(engine)
					.instantiate(store, engine.load("calls.wat", text.getBytes(StandardCharsets.UTF_8)));
				Func f = instance.func("f");
				for (int depth : new int[] { 3, 30, 4 }) {
					assertThat(f.call(depth)).containsExactly(ofOwnVariables(depth, half));
					instance.func("arm").call(1);
					assertThatThrownBy(() -> f.call(depth)).isInstanceOf(Trap.class);
					instance.func("arm").call(0);
					assertThat(f.call(depth)).containsExactly(ofOwnVariables(depth, half));
				}
			}
		}
	}

	private static int ofOwnVariables(int depth, int half) {
		int folded = (depth > 0) ? ofOwnVariables(depth - 1, half) : 0;
		for (int number = 0; number < half; number++) {
			folded = folded * 31 + (((depth & 1) != 0) ? depth + number : 0);
		}
		for (int number = 0; number < half; number++) {
			folded = folded * 31 + depth * number;
		}
		return folded;
	}

	private static int variable(int number) {
		return number % VARIABLES;
	}

	private static String labels(int cases, int first) {
		return IntStream.range(0, cases)
			.mapToObj((number) -> Integer.toString(first + 2 * number))
			.collect(Collectors.joining(" "));
	}

	private static int interpreted(int cases, int rounds) {
		int[] variables = new int[VARIABLES];
		int sum = ARGUMENT;
		int back = 0;
		for (int count = 0; count < rounds; count++) {
			int number = (back != 0) ? back - 1 : Integer.remainderUnsigned(sum, cases);
			if (back == 0) {
				variables[variable(number)] += sum * number;
				sum = sum * 31 + variables[variable(number * 7)];
				back = number + 1;
				if ((sum & 1) != 0) {
					continue;
				}
			}
			sum ^= variables[variable(number)];
			variables[variable(number * 7)] += 7;
			back = 0;
		}
		return sum;
	}

	/// The bytecode library lays methods of more than 32 kB out a second time, where it
	/// has failed for jumps like these.
	@Test
	void jumpAnywhereWhenTheyAreCutOnlyIfTheyMustBe() {
		int count = 400;
		String work = "(local.set $sum (i32.add (i32.rotl (local.get $sum) (i32.const 5)) (local.get $n)))\n";
		String text = """
				(module
				  (func (export "f") (param $n i32) (result i32) (local $sum i32)
				    (loop $next
				      (block $done
				        %s
				        (br_table %s $done (local.get $n))
				        %s))
				    (local.get $sum)))
				""".formatted("(block ".repeat(count), each(count, "#"), each(count, """
				)
				%s
				(local.set $n (i32.add (local.get $n) (i32.const 1)))
				(br_if $next (i32.and (local.get $sum) (i32.const 15)))
				(br $done)""".formatted(work.repeat(12))));
		assertThat(run(MethodLimits.UNCUT, text)).isEqualTo(run(MethodLimits.DEFAULT, text));
	}

}
