package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.split.MethodLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Switches over hundreds of cases lead where their tables say, however these are taken
/// apart.
class LargeSwitchTests {

	private static final int ROUNDS = 3_000;

	private static final int FACTOR = 1_664_525;

	private static final int STEP = 1_013_904_223;

	/// What a case does that runs into the next one, and that jumps over the next two.
	private static final int RUNS_ON = 7;

	private static final int JUMPS = 11;

	private static int run(MethodLimits limits, String text, int argument) {
		try (Engine engine = Engine.create(EngineConfig.builder().compiler(new WasmCompiler(limits)).build());
				Store store = Store.create(engine)) {
			Module module = engine.load("switch.wat", text.getBytes(StandardCharsets.UTF_8));
			Object result = Linker.create(engine).instantiate(store, module).func("f").call(argument)[0];
			return (result instanceof Integer number) ? number : 0;
		}
	}

	private static void check(String text, IntUnaryOperator expected) {
		for (MethodLimits limits : List.of(MethodLimits.DEFAULT, MethodLimits.TINY, MethodLimits.TINY_SECTIONS,
				MethodLimits.UNCUT)) {
			assertThat(run(limits, text, 5)).as("%s", limits).isEqualTo(expected.applyAsInt(5));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 257, 700, 2_000 })
	void leadToCasesInAnyOrder(int cases) {
		checkCases(IntStream.range(0, cases).toArray(), cases);
		checkCases(IntStream.range(0, cases).map((entry) -> cases - 1 - entry).toArray(), cases);
		int[] anywhere = new Random(cases).ints(cases, 0, cases).toArray();
		checkCases(anywhere, cases);
		int[] few = IntStream.range(0, cases).map((entry) -> entry / 9).toArray();
		checkCases(few, cases);
	}

	private static void checkCases(int[] table, int cases) {
		check("""
				(module (memory 1)
				  (func (export "f") (param $x i32) (result i32) (local $round i32) (local $sum i32)
				    (loop $next
				      (local.set $x (i32.add (i32.mul (local.get $x) (i32.const %d)) (i32.const %d)))
				      block $out
				        %s
				        (br_table %s $out (i32.rem_u (i32.xor (local.get $sum) (local.get $x)) (i32.const %d)))
				        %s
				      end
				      (local.set $sum (i32.add (local.get $sum) (i32.const 3)))
				      (local.set $round (i32.add (local.get $round) (i32.const 1)))
				      (br_if $next (i32.lt_u (local.get $round) (i32.const %d))))
				    (local.get $sum)))
				""".formatted(FACTOR, STEP,
				IntStream.range(0, cases)
					.mapToObj((number) -> "block $b" + (cases - 1 - number) + "\n")
					.collect(Collectors.joining()),
				IntStream.of(table).mapToObj((entry) -> "$b" + entry).collect(Collectors.joining(" ")),
				table.length + table.length / 8,
				IntStream.range(0, cases).mapToObj((number) -> caseOf(number, cases)).collect(Collectors.joining()),
				ROUNDS), (argument) -> followed(table, cases, argument));
	}

	private static String caseOf(int number, int cases) {
		String end = (number % RUNS_ON == 0) ? ""
				: (number % JUMPS == 0 && number + 3 < cases) ? "br $b" + (number + 3) : "br $out";
		return """
				end
				(local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 31)) (i32.const %d)))
				%s
				""".formatted(number * 97, end);
	}

	private static int followed(int[] table, int cases, int argument) {
		int sum = 0;
		int x = argument;
		for (int round = 0; round < ROUNDS; round++) {
			x = x * FACTOR + STEP;
			int entry = Integer.remainderUnsigned(sum ^ x, table.length + table.length / 8);
			int number = (entry < table.length) ? table[entry] : cases;
			while (number < cases) {
				sum = sum * 31 + number * 97;
				number = (number % RUNS_ON == 0) ? number + 1
						: (number % JUMPS == 0 && number + 3 < cases) ? number + 3 : cases;
			}
			sum += 3;
		}
		return sum;
	}

	@ParameterizedTest
	@ValueSource(ints = { 24, 255, 300, 2_000 })
	void chooseNumbers(int cases) {
		for (int factor : new int[] { 1, 100, 70_000, -3 }) {
			check(choosing(cases, factor, "(local.set $chosen (i32.const %d)) br $found"),
					(argument) -> chosen(cases, factor));
			check(choosing(cases, factor, "(return (i32.const %d))"), (argument) -> chosen(cases, factor));
		}
	}

	// Every fiftieth case does something else.
	private static String choosing(int cases, int factor, String choice) {
		return """
				(module
				  (func $choose (param $i i32) (result i32) (local $chosen i32)
				    block $found block $otherwise
				      %s
				      (br_table %s $otherwise (local.get $i))
				      %s
				    end
				    (local.set $chosen (i32.const -5))
				    end
				    (local.get $chosen))
				  (func (export "f") (param i32) (result i32) (local $i i32) (local $sum i32)
				    (local.set $i (i32.const -3))
				    (loop $next
				      (local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 31)) (call $choose (local.get $i))))
				      (br_if $next (i32.lt_s (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const %d))))
				    (local.get $sum)))
				""".formatted("block\n".repeat(cases),
				IntStream.range(0, cases).mapToObj(Integer::toString).collect(Collectors.joining(" ")),
				IntStream.range(0, cases)
					.mapToObj((number) -> "end\n" + ((number % 50 == 49)
							? "(local.set $chosen (i32.mul (local.get $i) (local.get $i))) br $found\n"
							: choice.formatted(number * factor) + "\n"))
					.collect(Collectors.joining()),
				cases + 3);
	}

	@Test
	void chooseNumbersAtTheEndOfTheFunction() {
		int cases = 30;
		check("""
				(module
				  (func $choose (param $i i32) (result i32)
				    %s block
				      (br_table %s $b0 (local.get $i))
				    end
				    (return (i32.const -5))
				    %s)
				  (func (export "f") (param i32) (result i32)
				    (i32.add (call $choose (local.get 0)) (call $choose (i32.const %d)))))
				""".formatted(
				IntStream.range(0, cases)
					.mapToObj((number) -> "block $b" + number + "\n")
					.collect(Collectors.joining()),
				IntStream.range(1, cases).mapToObj((number) -> "$b" + number).collect(Collectors.joining(" ")),
				IntStream.range(0, cases)
					.mapToObj((number) -> "end (return (i32.const " + (cases - 1 - number) * 3 + "))\n")
					.collect(Collectors.joining()),
				cases), (argument) -> (argument + 1) * 3);
	}

	private static int chosen(int cases, int factor) {
		int sum = 0;
		for (int i = -3; i < cases + 3; i++) {
			int chosen = (i < 0 || i >= cases) ? -5 : (i % 50 == 49) ? i * i : i * factor;
			sum = sum * 31 + chosen;
		}
		return sum;
	}

}
