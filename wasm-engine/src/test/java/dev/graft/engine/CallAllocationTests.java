package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Calls whose values are numbers leave no garbage behind, in whichever direction; those
/// with several results nothing but the record that the host makes or wants.
class CallAllocationTests {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final int CALLS = 5_000;

	private static final int ROUNDS = 200;

	private static final String MODULE = """
			(module
			  (type $binary (func (param i32 i32) (result i32)))
			  (import "host" "lambda" (func $lambda (type $binary)))
			  (import "host" "caller" (func $caller (type $binary)))
			  (import "host" "mixed" (func $mixed (param i64 f32 f64) (result f64)))
			  (import "host" "pair" (func $pair (param i32) (result i32 i64)))
			  (import "host" "five" (func $five (param i32) (result f32 i64 i32 f64 i32)))
			  (import "host" "vectors" (func $vectors (param i32) (result v128 i32 v128)))
			  (table funcref (elem $add $lambda $two))
			  (memory 1 1 shared)
			  (func (export "notify") (param i32) (result i32)
			    (memory.atomic.notify offset=65532 (i32.const 0) (local.get 0)))
			  (func $add (export "add") (type $binary) (i32.add (local.get 0) (local.get 1)))
			  (func $two (export "two") (param i32 i32) (result i32 i64)
			    (i32.add (local.get 0) (local.get 1)) (i64.const 7))
			  (func (export "lambda") (param i32) (result i32) (call $lambda (local.get 0) (i32.const 1)))
			  (func (export "caller") (param i32) (result i32) (call $caller (local.get 0) (i32.const 1)))
			  (func (export "mixed") (param i32) (result i32)
			    (i32.trunc_f64_s
			      (call $mixed (i64.extend_i32_s (local.get 0)) (f32.const 1) (f64.const 2))))
			  (func (export "multiple") (param i32) (result i32)
			    (call $two (local.get 0) (i32.const 1))
			    (i32.add (i32.wrap_i64)))
			  (func (export "pair") (param i32) (result i32)
			    (call $pair (local.get 0))
			    (i32.add (i32.wrap_i64)))
			  (func (export "five") (param i32) (result i32)
			    (call $five (local.get 0))
			    (drop) (drop) (drop) (drop) (i32.trunc_f32_s))
			  (func $several (export "several") (param i32) (result f32 i64 i32 f64 i32)
			    (f32.const 1) (i64.const 2) (local.get 0) (f64.const 3) (local.get 0))
			  (func (export "vectors") (param i32) (result i32)
			    (call $vectors (local.get 0))
			    (drop) (drop) (i32x4.extract_lane 0))
			  (func (export "indirect") (param i32) (result i32)
			    (call_indirect (type $binary) (local.get 0) (i32.const 1)
			      (i32.and (local.get 0) (i32.const 1)))))
			""";

	private final Engine engine = Engine.create();

	private final Store store = Store.create(this.engine);

	private int sum;

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "lambda", "caller", "mixed", "multiple", "indirect", "notify" })
	void ofTheHostAndWithinWebAssembly(String export) {
		IntUnaryOperator function = instance().func(export).typed(IntUnaryOperator.class).call();
		assertAllocationFree(() -> {
			for (int call = 0; call < CALLS; call++) {
				this.sum += function.applyAsInt(call);
			}
		});
	}

	@ParameterizedTest
	@CsvSource({ "pair, 24", "five, 40", "vectors, 88" })
	void ofTheHostWithSeveralResults(String export, int bytes) {
		IntUnaryOperator function = instance().func(export).typed(IntUnaryOperator.class).call();
		assertOnlyRecords(bytes, () -> {
			for (int call = 0; call < CALLS; call++) {
				this.sum += function.applyAsInt(call);
			}
		});
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void ofATypedFunction(boolean deadline) {
		this.store.setDeadline(deadline ? Duration.ofMinutes(1) : null);
		IntBinaryOperator add = instance().func("add").typed(IntBinaryOperator.class).call();
		assertAllocationFree(() -> {
			for (int call = 0; call < CALLS; call++) {
				this.sum += add.applyAsInt(call, 1_000);
			}
		});
	}

	@Test
	void ofATypedFunctionWhoseResultsAreARecord() {
		ToPair two = instance().func("two").typed(ToPair.class).call();
		ToFive several = instance().func("several").typed(ToFive.class).call();
		assertOnlyRecords(24 + 40, () -> {
			for (int call = 0; call < CALLS; call++) {
				this.sum += (int) two.apply(call, 1).second() + several.apply(call).third();
			}
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "add", "two" })
	void byBits(String export) {
		RawCall function = instance().func(export).raw();
		long[] values = new long[2];
		assertAllocationFree(() -> {
			for (int call = 0; call < CALLS; call++) {
				values[1] = call;
				function.call(values);
			}
		});
	}

	private static void assertAllocationFree(Runnable calls) {
		assertThat(leastAllocation(calls)).as("bytes in %d calls", CALLS).isLessThan(CALLS);
	}

	/// Whether HotSpot leaves the record out depends on what it inlines when; but nothing
	/// else is made, neither boxes nor arrays.
	private static void assertOnlyRecords(int bytes, Runnable calls) {
		assertThat(leastAllocation(calls)).as("bytes in %d calls", CALLS).isLessThan((bytes + 1L) * CALLS);
	}

	/// Threads of the JVM may make this one allocate now and then, when they replace its
	/// code; so one clean round in many is what counts.
	private static long leastAllocation(Runnable calls) {
		long least = Long.MAX_VALUE;
		for (int round = 0; round < ROUNDS && least >= CALLS; round++) {
			long before = THREADS.getCurrentThreadAllocatedBytes();
			calls.run();
			least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
		}
		return least;
	}

	private Instance instance() {
		Linker linker = Linker.create(this.engine);
		linker.function("host", "lambda", IntBinaryOperator.class, (a, b) -> a + b);
		linker.function("host", "caller", WithCaller.class, (caller, a, b) -> a - b);
		linker.function("host", "mixed", Mixed.class, (a, b, c) -> a + b + c);
		linker.function("host", "pair", MakesPair.class, (a) -> new Pair(a, a + 1L));
		linker.function("host", "five", ToFive.class, (a) -> new Five(a, a, a, a, a));
		linker.function("host", "vectors", MakesVectors.class,
				(a) -> new Vectors(V128.ofInts(a, 1, 2, 3), a, V128.ofInts(3, 2, 1, a)));
		return linker.instantiate(this.store, this.engine.load("calls.wat", MODULE.getBytes(StandardCharsets.UTF_8)));
	}

	/// Two results.
	public record Pair(int first, long second) {
	}

	/// As many results as there are registers in no calling convention of Java's.
	public record Five(float first, long second, int third, double fourth, int fifth) {
	}

	/// Results that have two halves.
	public record Vectors(V128 first, int second, V128 third) {
	}

	/// Returns two results.
	@FunctionalInterface
	public interface ToPair {

		/// Does something.
		Pair apply(int a, int b);

	}

	/// Returns two results.
	@FunctionalInterface
	public interface MakesPair {

		/// Does something.
		Pair apply(int a);

	}

	/// Returns five results.
	@FunctionalInterface
	public interface ToFive {

		/// Does something.
		Five apply(int a);

	}

	/// Returns vectors.
	@FunctionalInterface
	public interface MakesVectors {

		/// Does something.
		Vectors apply(int a);

	}

	/// Wants to know who calls.
	@FunctionalInterface
	public interface WithCaller {

		/// Does something.
		int apply(Caller caller, int a, int b);

	}

	/// Numbers of several types.
	@FunctionalInterface
	public interface Mixed {

		/// Does something.
		double apply(long a, float b, double c);

	}

}
