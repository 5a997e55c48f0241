package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Calls whose values are numbers leave no garbage behind, in whichever direction.
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
			  (table funcref (elem $add $lambda $two))
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
	@ValueSource(strings = { "lambda", "caller", "mixed", "multiple", "indirect" })
	void ofTheHostAndWithinWebAssembly(String export) {
		IntUnaryOperator function = instance().func(export).typed(IntUnaryOperator.class).call();
		assertAllocationFree(() -> {
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

	/// Threads of the JVM may make this one allocate now and then, when they replace its
	/// code; so one clean round in many is what counts.
	private static void assertAllocationFree(Runnable calls) {
		long least = Long.MAX_VALUE;
		for (int round = 0; round < ROUNDS && least >= CALLS; round++) {
			long before = THREADS.getCurrentThreadAllocatedBytes();
			calls.run();
			least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
		}
		assertThat(least).as("bytes in %d calls", CALLS).isLessThan(CALLS);
	}

	private Instance instance() {
		Linker linker = Linker.create(this.engine);
		linker.function("host", "lambda", IntBinaryOperator.class, (a, b) -> a + b);
		linker.function("host", "caller", WithCaller.class, (caller, a, b) -> a - b);
		linker.function("host", "mixed", Mixed.class, (a, b, c) -> a + b + c);
		return linker.instantiate(this.store, this.engine.load("calls.wat", MODULE.getBytes(StandardCharsets.UTF_8)));
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
