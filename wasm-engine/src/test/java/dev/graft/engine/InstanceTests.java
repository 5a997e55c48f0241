package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;

import com.sun.management.ThreadMXBean;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Instances: what they export, how they are called, and what happens when they
/// misbehave.
class InstanceTests {

	private final Engine engine = Engine.create();

	private final Store store = Store.create(this.engine);

	private final Linker linker = Linker.create(this.engine);

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	@Test
	void tellsWhatItExports() {
		Instance instance = instantiate("""
				(module
				  (func (export "resize") (param i64))
				  (memory (export "memory") 1)
				  (global (export "version") i32 (i32.const 3)))
				""");
		assertThat(instance.exports()).containsOnlyKeys("resize", "memory", "version");
		assertThat(instance.global("version").get()).isEqualTo(3);
		assertThat(instance.module().export("memory")).get().hasToString("memory 1..");
		assertThatThrownBy(() -> instance.func("resise")).isInstanceOf(NoSuchExportException.class)
			.hasMessage("test.wat exports no function \"resise\"; did you mean resize?");
		assertThatThrownBy(() -> instance.func("memory")).isInstanceOf(NoSuchExportException.class)
			.hasMessage("test.wat exports no function \"memory\", that name is memory 1..");
		assertThatThrownBy(() -> instance.table("x")).isInstanceOf(NoSuchExportException.class)
			.hasMessageContaining("it exports [resize, memory, version]");
	}

	@Test
	void returnsSeveralResults() {
		Instance instance = instantiate("""
				(module (func (export "swap") (param i32 f64 externref) (result externref f64 i32)
				  (local.get 2) (local.get 1) (local.get 0)))
				""");
		assertThat(instance.func("swap").call(1, 2.5, "three")).containsExactly("three", 2.5, 1);
		Swapped swapped = instance.func("swap").typed(Swap.class).call().apply(1, 2.5, "three");
		assertThat(swapped).isEqualTo(new Swapped("three", 2.5, 1));
	}

	@Test
	void passesMoreParametersThanJavaMethodsCanHave() {
		int count = 300;
		String parameters = "i64 ".repeat(count);
		this.linker.function("env", "sum",
				new FunctionType(Collections.nCopies(count, NumberType.I64), List.of(NumberType.I64)),
				(caller, arguments) -> {
					long total = 0;
					for (Object argument : arguments) {
						total += (argument instanceof Long number) ? number : 0;
					}
					return total;
				});
		StringBuilder arguments = new StringBuilder();
		List<Object> values = new ArrayList<>();
		for (long index = 0; index < count; index++) {
			arguments.append("(local.get ").append(index).append(") ");
			values.add(index);
		}
		Instance instance = instantiate("""
				(module
				  (import "env" "sum" (func $sum (param %s) (result i64)))
				  (func (export "forward") (param %s) (result i64) (call $sum %s)))
				""".formatted(parameters, parameters, arguments));
		assertThat(instance.func("forward").call(values.toArray())).containsExactly(44_850L);
	}

	@Test
	void callsTheStartFunctionWithTheInstanceInPlace() {
		List<Integer> seen = new ArrayList<>();
		this.linker.function("env", "peek", Peek.class, (caller) -> seen.add(caller.memory().readInt(0)));
		instantiate("""
				(module
				  (import "env" "peek" (func $peek))
				  (memory (export "memory") 1)
				  (data (i32.const 0) "\\07\\00\\00\\00")
				  (start $peek))
				""");
		assertThat(seen).containsExactly(7);
	}

	@Test
	void canBeMadeOfAnInstancePreInManyStores() {
		InstancePre pre = this.linker.instantiatePre(load("""
				(module (global $count (mut i32) (i32.const 0))
				  (func (export "next") (param i32) (result i32)
				    (global.set $count (i32.add (global.get $count) (local.get 0)))
				    (global.get $count)))
				"""));
		for (int round = 0; round < 3; round++) {
			try (Store own = Store.create(this.engine)) {
				IntUnaryOperator next = pre.instantiate(own).func("next").typed(IntUnaryOperator.class).call();
				assertThat(next.applyAsInt(2)).isEqualTo(2);
				assertThat(next.applyAsInt(2)).isEqualTo(4);
			}
		}
		assertThat(this.engine.statistics().instances()).isZero();
		assertThat(this.engine.statistics().instantiations()).isEqualTo(3);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			unreachable                                                          | UNREACHABLE
			(drop (i32.load (i32.const 65533)))                                  | MEMORY_OUT_OF_BOUNDS
			(drop (i32.div_s (i32.const 1) (i32.const 0)))                       | INTEGER_DIVIDE_BY_ZERO
			(drop (i64.rem_u (i64.const 1) (i64.const 0)))                       | INTEGER_DIVIDE_BY_ZERO
			(drop (i32.div_s (i32.const 0x80000000) (i32.const -1)))             | INTEGER_OVERFLOW
			(drop (i32.trunc_f32_s (f32.const nan)))                             | INVALID_CONVERSION_TO_INTEGER
			(drop (i32.trunc_f64_s (f64.const 1e10)))                            | INTEGER_OVERFLOW
			(call_indirect (i32.const 5))                                        | UNDEFINED_ELEMENT
			(call_indirect (i32.const 0))                                        | UNINITIALIZED_ELEMENT
			(call_indirect (param i32) (i32.const 0) (i32.const 1))              | INDIRECT_CALL_TYPE_MISMATCH
			(drop (table.get (i32.const 2)))                                     | TABLE_OUT_OF_BOUNDS
			(memory.fill (i32.const 65536) (i32.const 0) (i32.const 1))          | MEMORY_OUT_OF_BOUNDS
			(call $run)                                                          | STACK_EXHAUSTED
			""")
	void trapsWithItsCode(String code, TrapCode expected) {
		Instance instance = instantiate("""
				(module
				  (memory 1)
				  (table 2 funcref)
				  (elem (i32.const 1) $run)
				  (func $run (export "run") %s))
				""".formatted(code));
		assertThatThrownBy(() -> instance.func("run").call()).isInstanceOfSatisfying(Trap.class, (trap) -> {
			assertThat(trap.code()).isEqualTo(expected);
			assertThat(trap.getMessage()).startsWith("wasm trap: " + expected.text());
			assertThat(trap.backtrace().frames()).first().asString().startsWith("test.wat!run");
		});
		Runnable typed = instance.func("run").typed(Runnable.class).call();
		assertThatThrownBy(typed::run).isInstanceOfSatisfying(Trap.class,
				(trap) -> assertThat(trap.code()).isEqualTo(expected));
	}

	@Test
	void stopsEndlessLoopsAtTheirDeadline() {
		this.store.setDeadline(Duration.ofMillis(30));
		Instance instance = instantiate("""
				(module
				  (func (export "spin") (loop (br 0)))
				  (func (export "recurse") (param i32) (result i32)
				    (if (i32.eqz (local.get 0)) (then (return (i32.const 0))))
				    (drop (call 1 (i32.sub (local.get 0) (i32.const 1))))
				    (call 1 (i32.sub (local.get 0) (i32.const 1))))
				  (func (export "one") (result i32) (loop) (i32.const 1)))
				""");
		for (int round = 0; round < 3; round++) {
			assertInterrupted(() -> instance.func("spin").call());
			assertInterrupted(() -> instance.func("recurse").call(60));
			assertThat(instance.func("one").call()).containsExactly(1);
		}
	}

	@Test
	void stopsStartFunctionsAtTheirDeadline() {
		this.store.setDeadline(Duration.ofMillis(30));
		assertInterrupted(() -> instantiate("(module (func $spin (loop (br 0))) (start $spin))"));
	}

	@Test
	void isNotStoppedByAnInterruptionThatCameTooLate() {
		Instance instance = instantiate("""
				(module (func (export "count") (param i32) (result i32) (local i32)
				  (loop $more
				    (local.set 1 (i32.add (local.get 1) (i32.const 1)))
				    (br_if $more (i32.lt_u (local.get 1) (local.get 0))))
				  (local.get 1)))
				""");
		IntUnaryOperator count = instance.func("count").typed(IntUnaryOperator.class).call();
		for (int round = 0; round < 100; round++) {
			this.store.interrupt();
			assertThat(count.applyAsInt(1000)).isEqualTo(1000);
		}
	}

	@Test
	void growsOnlyAsFarAsTheStoreAllows() {
		StoreLimits limits = StoreLimits.DEFAULT.withMemoryBytes(3 * Memory.PAGE_BYTES).withInstances(1);
		Module module = load("""
				(module (memory 1)
				  (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0))))
				""");
		try (Store small = Store.builder(this.engine).limits(limits).build()) {
			IntUnaryOperator grow = this.linker.instantiate(small, module)
				.func("grow")
				.typed(IntUnaryOperator.class)
				.call();
			assertThat(grow.applyAsInt(2)).isEqualTo(1);
			assertThat(grow.applyAsInt(1)).isEqualTo(-1);
			assertThat(small.memoryUsedBytes()).isEqualTo(3 * Memory.PAGE_BYTES);
			assertThatThrownBy(() -> this.linker.instantiate(small, module)).isInstanceOf(LimitExceededException.class)
				.hasMessageContaining("test.wat: instances: at most 1 allowed, 2 requested");
		}
	}

	@Test
	void isRefusedIfItStartsAboveTheLimits() {
		StoreLimits limits = StoreLimits.DEFAULT.withMemoryBytes(3 * Memory.PAGE_BYTES);
		try (Store small = Store.builder(this.engine).limits(limits).build()) {
			assertThatThrownBy(() -> this.linker.instantiate(small, load("(module (memory 4))")))
				.isInstanceOf(LimitExceededException.class)
				.hasMessageContaining("memoryBytes");
		}
	}

	@Test
	void nestsCallsThroughTheHost() {
		this.linker.function("env", "down", Down.class,
				(caller, n) -> caller.instance().orElseThrow().func("down").typed(IntConsumer.class).call().accept(n));
		Instance instance = instantiate("""
				(module
				  (import "env" "down" (func $host (param i32)))
				  (func (export "down") (param i32)
				    (if (i32.eqz (local.get 0)) (then unreachable))
				    (call $host (i32.sub (local.get 0) (i32.const 1)))))
				""");
		assertThatThrownBy(() -> instance.func("down").call(4)).isInstanceOfSatisfying(Trap.class, (trap) -> {
			assertThat(trap.code()).isEqualTo(TrapCode.UNREACHABLE);
			assertThat(trap.backtrace().frames()).hasSize(5);
		});
		assertThat(this.engine.statistics().traps()).containsEntry(TrapCode.UNREACHABLE, 1L);
		assertThatThrownBy(() -> instance.func("down").call(1_000_000)).isInstanceOfSatisfying(Trap.class,
				(trap) -> assertThat(trap.code()).isEqualTo(TrapCode.STACK_EXHAUSTED));
		this.store.close();
	}

	@Test
	void survivesExhaustedStacksOfAnySize() throws InterruptedException {
		this.linker.function("env", "down", Down.class,
				(caller, n) -> caller.instance().orElseThrow().func("down").call(n));
		InstancePre pre = this.linker.instantiatePre(load("""
				(module
				  (import "env" "down" (func $host (param i32)))
				  (table funcref (elem $down))
				  (func $down (export "down") (param i32) (call $host (local.get 0)) (call $host (local.get 0)))
				  (func $again (export "again") (param i32)
				    (call $again (local.get 0)) (call_indirect (param i32) (local.get 0) (i32.const 0)))
				  (func (export "next") (param i32) (result i32) (i32.add (local.get 0) (i32.const 1))))
				"""));
		List<Object> seen = Collections.synchronizedList(new ArrayList<>());
		int rounds = 40;
		for (int round = 0; round < rounds; round++) {
			String function = (round % 2 == 0) ? "down" : "again";
			Thread thread = new Thread(null, () -> seen.add(exhaustAndGoOn(pre, function)), "exhausted",
					256 * 1024 + round * 9_001L);
			thread.start();
			thread.join();
		}
		assertThat(seen).hasSize(rounds).containsOnly(TrapCode.STACK_EXHAUSTED);
	}

	private Object exhaustAndGoOn(InstancePre pre, String function) {
		try (Store own = Store.create(this.engine)) {
			Instance instance = pre.instantiate(own);
			try {
				instance.func(function).call(0);
				return "no trap";
			}
			catch (Trap trap) {
				boolean usable = instance.func("next").call(1)[0] instanceof Integer next && next == 2;
				return usable ? trap.code() : "not usable afterwards";
			}
		}
		catch (Throwable thrown) {
			return thrown;
		}
	}

	@Test
	void allocatesNothingInCallsWithNumbersEitherWay() {
		this.linker.function("env", "add", IntBinaryOperator.class, (a, b) -> a + b);
		Instance instance = instantiate("""
				(module
				  (import "env" "add" (func $add (param i32 i32) (result i32)))
				  (func (export "next") (param i32) (result i32) (call $add (local.get 0) (i32.const 1))))
				""");
		IntUnaryOperator next = instance.func("next").typed(IntUnaryOperator.class).call();
		int calls = 100_000;
		call(next, calls);
		long before = allocatedBytes();
		call(next, calls);
		assertThat(allocatedBytes() - before).isLessThan(calls);
	}

	private static void call(IntUnaryOperator function, int times) {
		int value = 0;
		while (value < times) {
			value = function.applyAsInt(value);
		}
	}

	private static long allocatedBytes() {
		return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
	}

	@Test
	void bindsManyShapes() {
		Instance instance = instantiate("""
				(module (func (export "max") (param i64 i64) (result i64)
				  (select (local.get 0) (local.get 1) (i64.gt_s (local.get 0) (local.get 1)))))
				""");
		LongBinaryOperator max = instance.func("max").typed(LongBinaryOperator.class).call();
		assertThat(max.applyAsLong(-5, 3)).isEqualTo(3);
		assertThat(instance.func("max").typed(LongBinaryOperator.class).call().getClass()).isSameAs(max.getClass());
	}

	private static void assertInterrupted(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
		assertThatThrownBy(call).isInstanceOfSatisfying(Trap.class,
				(trap) -> assertThat(trap.code()).isEqualTo(TrapCode.INTERRUPT));
	}

	private Instance instantiate(String text) {
		return this.linker.instantiate(this.store, load(text));
	}

	private Module load(String text) {
		return this.engine.load("test.wat", text.getBytes(StandardCharsets.UTF_8));
	}

	interface Peek {

		void peek(Caller caller);

	}

	interface Down {

		void down(Caller caller, int n);

	}

	interface Swap {

		Swapped apply(int a, double b, Object c);

	}

	record Swapped(Object first, double second, int third) {
	}

}
