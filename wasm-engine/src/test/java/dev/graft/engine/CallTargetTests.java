package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import dev.graft.engine.trap.WasmFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Calls of functions that are not known before the call happens, where there are few or
/// many functions of the type.
@ParameterizedClass
@ValueSource(ints = { 0, 20 })
class CallTargetTests {

	/// More than have classes of their own.
	private static final int MANY = 4_200;

	private final Engine engine = Engine.create();

	private final Store store = Store.builder(this.engine).deadline(null).build();

	private final Linker linker = Linker.create(this.engine);

	private final int others;

	CallTargetTests(int others) {
		this.others = others;
	}

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	/// An instance of a module, which has so many more functions of its type `$t`.
	private Instance instance(String text) {
		StringBuilder more = new StringBuilder(text.substring(0, text.lastIndexOf(')')));
		for (int other = 0; other < this.others; other++) {
			more.append("(elem declare func $other%1$d) (func $other%1$d (type $t) unreachable)".formatted(other));
		}
		byte[] module = more.append(')').toString().getBytes(StandardCharsets.UTF_8);
		return this.linker.instantiate(this.store, this.engine.load("m", module));
	}

	private static int call(Instance instance, String function, int argument) {
		return (int) Objects.requireNonNull(instance.func(function).call(argument)[0]);
	}

	/// The operands are there before the function is looked up, whatever they do.
	@ParameterizedTest
	@CsvSource({ "a load in vain, MEMORY_OUT_OF_BOUNDS", "a division by zero, INTEGER_DIVIDE_BY_ZERO",
			"a call that traps, UNREACHABLE", "an index that traps, INTEGER_DIVIDE_BY_ZERO",
			"a load and an index that trap, MEMORY_OUT_OF_BOUNDS", "nothing, UNDEFINED_ELEMENT" })
	void theFirstTrapIsTheOneThatHappens(String function, TrapCode expected) {
		Instance instance = instance("""
				(module
				  (type $t (func (param i32 i32) (result i32)))
				  (memory 1)
				  (table 1 funcref)
				  (func $fail (result i32) unreachable)
				  (func (export "a load in vain") (param i32) (result i32)
				    (call_indirect (type $t) (local.get 0) (i32.load (i32.const -1)) (i32.const 9)))
				  (func (export "a division by zero") (param i32) (result i32)
				    (call_indirect (type $t) (i32.div_u (i32.const 1) (local.get 0)) (i32.const 1) (i32.const 9)))
				  (func (export "a call that traps") (param i32) (result i32)
				    (call_indirect (type $t) (i32.const 1) (call $fail) (i32.const 9)))
				  (func (export "an index that traps") (param i32) (result i32)
				    (call_indirect (type $t) (i32.const 1) (i32.const 1) (i32.div_u (i32.const 1) (local.get 0))))
				  (func (export "a load and an index that trap") (param i32) (result i32)
				    (call_indirect (type $t) (i32.load (i32.const -1)) (i32.const 1)
				      (i32.div_u (i32.const 1) (local.get 0))))
				  (func (export "nothing") (param i32) (result i32)
				    (call_indirect (type $t) (i32.const 1) (local.get 0) (i32.const 9))))
				""");
		assertThatThrownBy(() -> call(instance, function, 0)).isInstanceOfSatisfying(Trap.class,
				(trap) -> assertThat(trap.code()).isEqualTo(expected));
	}

	@ParameterizedTest
	@CsvSource({ "operands change the table, 21", "the index changes a global, 10", "the index changes memory, 10",
			"what is below stays, 31", "the operand is a call, 15" })
	void operandsAreEvaluatedInTheirOrder(String function, int expected) {
		Instance instance = instance("""
				(module
				  (type $t (func (param i32) (result i32)))
				  (memory 1)
				  (data (i32.const 0) "\\0a")
				  (global $g (mut i32) (i32.const 10))
				  (table $table funcref (elem $same $double))
				  (func $same (type $t) (local.get 0))
				  (func $double (type $t) (i32.add (local.get 0) (local.get 0)))
				  (func $swap (result i32)
				    (table.copy (i32.const 0) (i32.const 1) (i32.const 1)) (i32.const 10))
				  (func $spoil (result i32)
				    (global.set $g (i32.const 77)) (i32.store (i32.const 0) (i32.const 77)) (i32.const 0))
				  (func $five (result i32) (i32.const 5))
				  (func (export "operands change the table") (param i32) (result i32)
				    (i32.add (call_indirect (type $t) (call $swap) (i32.const 0)) (i32.const 1)))
				  (func (export "the index changes a global") (param i32) (result i32)
				    (call_indirect (type $t) (global.get $g) (call $spoil)))
				  (func (export "the index changes memory") (param i32) (result i32)
				    (call_indirect (type $t) (i32.load (i32.const 0)) (call $spoil)))
				  (func (export "what is below stays") (param i32) (result i32)
				    (i32.add
				      (i32.add (i32.load (i32.const 0)) (global.get $g))
				      (i32.add (call_indirect (type $t) (i32.load8_u (i32.const 0)) (call $spoil)) (i32.const 1))))
				  (func (export "the operand is a call") (param i32) (result i32)
				    (i32.add (global.get $g) (call_indirect (type $t) (call $five) (call $spoil)))))
				""");
		assertThat(call(instance, function, 0)).isEqualTo(expected);
	}

	@Test
	void moreFunctionsThanHaveClassesAreCalled() {
		StringBuilder text = new StringBuilder(
				"(module (type $t (func (param i32) (result i32))) (table funcref (elem");
		for (int function = 0; function < MANY; function++) {
			text.append(" $f").append(function);
		}
		text.append("""
				))
				(func (export "call") (param i32) (result i32)
				  (call_indirect (type $t) (i32.const 1) (local.get 0)))
				""");
		for (int function = 0; function < MANY; function++) {
			text.append("(func $f%d (type $t) (i32.add (local.get 0) (i32.const %d)))".formatted(function, function));
		}
		IntUnaryOperator call = instance(text.append(')').toString()).func("call").typed(IntUnaryOperator.class).call();
		for (int round = 0; round < 2; round++) {
			for (int function = 0; function < MANY; function++) {
				assertThat(call.applyAsInt(function)).isEqualTo(function + 1);
			}
		}
	}

	@Test
	void modulesCallTheSameFunctionsInTurn() {
		String module = """
				(module
				  (type $t (func (param i32 i32) (result i32)))
				  (import "host" "f" (func $host (type $t)))
				  (import "other" "f" (func $other (type $t)))
				  (table funcref (elem $host $other $own))
				  (func $own (type $t) (i32.mul (local.get 0) (local.get 1)))
				  (func (export "call") (param i32 i32) (result i32)
				    (call_indirect (type $t) (local.get 1) (i32.const 3) (local.get 0))))
				""";
		this.linker.function("host", "f", IntBinaryOperator.class, Integer::sum);
		this.linker.instance("other", instance("""
				(module (type $t (func (param i32 i32) (result i32)))
				  (func (export "f") (type $t) (i32.sub (local.get 0) (local.get 1))))
				"""));
		IntBinaryOperator[] calls = new IntBinaryOperator[3];
		calls[0] = instance(module).func("call").typed(IntBinaryOperator.class).call();
		calls[1] = instance(module).func("call").typed(IntBinaryOperator.class).call();
		calls[2] = instance(module.replace("(local.get 1) (i32.const 3)", "(local.get 1) (i32.const 2)")).func("call")
			.typed(IntBinaryOperator.class)
			.call();
		for (int round = 0; round < 1000; round++) {
			int other = (round % 3 == 2) ? 2 : 3;
			IntBinaryOperator call = calls[round % 3];
			assertThat(call.applyAsInt(0, round)).isEqualTo(round + other);
			assertThat(call.applyAsInt(1, round)).isEqualTo(round - other);
			assertThat(call.applyAsInt(2, round)).isEqualTo(round * other);
		}
	}

	@Test
	void functionsMayHaveAnyName() {
		Instance instance = instance("""
				(module
				  (type $t (func (param i32) (result i32)))
				  (table funcref (elem $"äöü ☃" $"\\f0\\9f\\98\\80 \\00;[/<>." $call))
				  (func $"äöü ☃" (type $t) (i32.const 5))
				  (func $"\\f0\\9f\\98\\80 \\00;[/<>." (type $t) (i32.const 6))
				  (func $call (export "call") (type $t)
				    (call_indirect (type $t) (i32.const 1) (local.get 0))))
				""");
		assertThat(call(instance, "call", 0)).isEqualTo(5);
		assertThat(call(instance, "call", 1)).isEqualTo(6);
		assertThat(call(instance, "call", 2)).isEqualTo(6);
	}

	@Test
	void valuesOfAllKindsArrive() {
		Instance instance = instance("""
				(module
				  (type $t (func (param i32 i64 f32 f64 v128 externref) (result i32 f64 externref)))
				  (table funcref (elem $all))
				  (func $all (type $t)
				    (i32.add (local.get 0) (i32.wrap_i64 (local.get 1)))
				    (f64.add (f64.promote_f32 (local.get 2)) (f64.add (local.get 3)
				      (f64.convert_i32_s (i32x4.extract_lane 3 (local.get 4)))))
				    (local.get 5))
				  (func (export "call") (param externref) (result i32 f64 externref)
				    (call_indirect (type $t) (i32.const 1) (i64.const 2) (f32.const 3) (f64.const 4)
				      (v128.const i32x4 0 0 0 5) (local.get 0) (i32.const 0))))
				""");
		assertThat(instance.func("call").call("text")).containsExactly(3, 12.0, "text");
	}

	@Test
	void backtracesNameFunctionsOnly() {
		Instance instance = instance("""
				(module
				  (type $t (func (param i32) (result i32)))
				  (table 3 funcref)
				  (elem (i32.const 0) $fail)
				  (func $fail (type $t) (i32.div_s (i32.const 1) (local.get 0)))
				  (func (export "run") (param i32) (result i32)
				    (i32.add (i32.const 1) (call_indirect (type $t) (i32.const 0) (local.get 0)))))
				""");
		for (int round = 0; round < 10_000; round++) {
			assertThatThrownBy(() -> call(instance, "run", 0)).isInstanceOfSatisfying(Trap.class, (trap) -> {
				assertThat(trap.backtrace().frames()).extracting(WasmFrame::functionIndex).containsExactly(0, 1);
				assertThat(trap.backtrace().frames()).allMatch((frame) -> frame.offset().isPresent());
			});
			int index = 1 + round % 3;
			assertThatThrownBy(() -> call(instance, "run", index)).isInstanceOfSatisfying(Trap.class, (trap) -> {
				assertThat(trap.code())
					.isEqualTo((index < 3) ? TrapCode.UNINITIALIZED_ELEMENT : TrapCode.UNDEFINED_ELEMENT);
				assertThat(trap.backtrace().frames()).extracting(WasmFrame::functionIndex).containsExactly(1);
				assertThat(trap.backtrace().frames()).allMatch((frame) -> frame.offset().isPresent());
			});
		}
	}

	/// Where the stack ends is not known exactly, so some of these calls succeed.
	@Test
	void theStackMayEndWhileAFunctionIsCalledForTheFirstTime() {
		int deepest = 0;
		for (int round = 0; round < 60; round++) {
			Instance instance = instance("""
					(module (; %d ;)
					  (type $t (func (param i32 f64 i64) (result i32)))
					  (global $depth (export "depth") (mut i32) (i32.const 0))
					  (table funcref (elem $a $b))
					  (func $down (export "down") (param i32) (result i32)
					    (global.set $depth (i32.add (global.get $depth) (i32.const 1)))
					    (if (result i32) (local.get 0)
					      (then (call $down (i32.sub (local.get 0) (i32.const 1))))
					      (else (call_indirect (type $t) (i32.const 1) (f64.const 2) (i64.const 3) (i32.const 0)))))
					  (func (export "any") (param i32) (result i32)
					    (call_indirect (type $t) (i32.const 1) (f64.const 2) (i64.const 3) (local.get 0)))
					  (func $a (type $t)
					    (call_indirect (type $t) (i32.const 1) (f64.const 2) (i64.const 3) (i32.const 1)))
					  (func $b (type $t) (i32.add (local.get 0) (i32.const 4))))
					""".formatted(round));
			try {
				assertThat(call(instance, "down", (round == 0) ? -1 : deepest - 4 * round)).isEqualTo(5);
			}
			catch (Trap ended) {
				assertThat(ended.code()).isEqualTo(TrapCode.STACK_EXHAUSTED);
			}
			deepest = (round == 0) ? (int) Objects.requireNonNull(instance.global("depth").get()) : deepest;
			assertThat(call(instance, "any", 0)).isEqualTo(5);
			assertThat(call(instance, "any", 1)).isEqualTo(5);
		}
	}

}
