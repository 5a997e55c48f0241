package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Choices that one variable decides, which are made by a mask.
class SharedConditionTests {

	private static final int[] CONDITIONS = { 0, 1, 2, -1, Integer.MIN_VALUE, 1 << 16 };

	private final Engine engine = Engine.create();

	@AfterEach
	void close() {
		this.engine.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "i32", "i64" })
	void chooseWhateverTheSidesAre(String type) {
		String text = """
				(module (func (export "f") (param $c i32) (param $x TYPE) (param $y TYPE) (result TYPE TYPE TYPE TYPE)
				  (local $d i32)
				  (local.set $d (i32.rotl (local.get $c) (i32.const 3)))
				  (select (TYPE.add (local.get $x) (TYPE.const 1)) (local.get $y) (local.get $d))
				  (select (local.get $x) (TYPE.mul (local.get $y) (TYPE.const 3)) (local.get $d))
				  (select (TYPE.xor (local.get $x) (local.get $y)) (TYPE.sub (local.get $y) (local.get $x)) (local.get $d))
				  (select (TYPE.const -7) (TYPE.const 5) (local.get $d))))
				"""
			.replace("TYPE", type);
		boolean isInt = type.equals("i32");
		Random random = new Random(type.hashCode());
		try (Store store = Store.builder(this.engine).deadline(null).build()) {
			Func function = function(store, text);
			for (int round = 0; round < 200; round++) {
				int condition = CONDITIONS[round % CONDITIONS.length];
				long x = random.nextLong();
				long y = random.nextLong();
				@Nullable Object[] results = isInt ? function.call(condition, (int) x, (int) y) : function.call(condition, x, y);
				long[] expected = (condition != 0) ? new long[] { x + 1, x, x ^ y, -7 }
						: new long[] { y, y * 3, y - x, 5 };
				for (int number = 0; number < expected.length; number++) {
					Object wanted = isInt ? (Object) (int) expected[number] : (Object) expected[number];
					assertThat(results[number]).isEqualTo(wanted);
				}
			}
		}
	}

	@Test
	void chooseByWhatTheVariableHoldsThen() {
		String text = """
				(module (func (export "f") (param $c i32) (param $x i32) (param $y i32) (result i32)
				  (local $r i32)
				  (local.set $r (i32.add (select (i32.add (local.get $x) (i32.const 1)) (local.get $y) (local.get $c))
				    (select (i32.add (local.get $x) (i32.const 2)) (local.get $y) (local.get $c))))
				  (if (local.get $x) (then (local.set $c (i32.eqz (local.get $c)))))
				  (local.set $r (i32.add (i32.mul (local.get $r) (i32.const 31))
				    (i32.add (select (i32.add (local.get $x) (i32.const 3)) (local.get $y) (local.get $c))
				      (select (i32.add (local.get $y) (i32.const 4)) (local.get $x)
				        (local.tee $c (i32.eqz (local.get $c)))))))
				  (i32.add (i32.mul (local.get $r) (i32.const 31))
				    (i32.add (select (i32.add (local.get $x) (i32.const 5)) (local.get $y) (local.get $c))
				      (select (i32.add (local.get $x) (i32.const 6)) (local.get $y) (local.get $c))))))
				""";
		try (Store store = Store.builder(this.engine).deadline(null).build()) {
			Func function = function(store, text);
			for (int condition : CONDITIONS) {
				for (int x : new int[] { 0, 40 }) {
					assertThat(function.call(condition, x, 700)).containsExactly(chosen(condition != 0, x, 700));
				}
			}
		}
	}

	/// The partition of a sort: an element goes to one end or the other, and those that
	/// are less are counted.
	@ParameterizedTest
	@ValueSource(strings = { "lt", "gt", "le", "ge", "eq", "ne" })
	void chooseByFloatsWhoseComparisonCounts(String relation) {
		String text = """
				(module (func (export "f") (param $x f64) (param $y f64) (param $n i32) (param $to i32) (result i32 i32 i64)
				  (local $c i32)
				  (local.set $c (f64.RELATION (local.get $x) (local.get $y)))
				  (local.set $to (select (i32.add (local.get $to) (i32.const 8)) (i32.const 3) (local.get $c)))
				  (local.set $n (i32.add (local.get $n) (local.get $c)))
				  (local.get $n)
				  (local.get $to)
				  (select (i64.const -1) (i64.const 1) (local.get $c))))
				"""
			.replace("RELATION", relation);
		double[] numbers = { -1, 0, 1.5, Double.NaN, Double.POSITIVE_INFINITY };
		try (Store store = Store.builder(this.engine).deadline(null).build()) {
			Func function = function(store, text);
			for (double x : numbers) {
				for (double y : numbers) {
					boolean holds = holds(relation, x, y);
					assertThat(function.call(x, y, 40, 100)).containsExactly(holds ? 41 : 40, holds ? 108 : 3,
							holds ? -1L : 1L);
				}
			}
		}
	}

	private static boolean holds(String relation, double x, double y) {
		return switch (relation) {
			case "lt" -> x < y;
			case "gt" -> x > y;
			case "le" -> x <= y;
			case "ge" -> x >= y;
			case "eq" -> x == y;
			default -> x != y;
		};
	}

	private static int chosen(boolean first, int x, int y) {
		boolean second = (x != 0) != first;
		boolean third = !second;
		int result = (first ? x + 1 : y) + (first ? x + 2 : y);
		result = result * 31 + (second ? x + 3 : y) + (third ? y + 4 : x);
		return result * 31 + (third ? x + 5 : y) + (third ? x + 6 : y);
	}

	private Func function(Store store, String text) {
		Module module = this.engine.load("choices.wat", text.getBytes(StandardCharsets.UTF_8));
		return Linker.create(this.engine).instantiate(store, module).func("f");
	}

}
