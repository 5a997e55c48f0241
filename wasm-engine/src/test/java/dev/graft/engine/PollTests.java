package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.invoke.MutableCallSite;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.graft.artifact.type.FunctionType;
import dev.graft.engine.abi.Polls;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Code that does not look whether it is to stop, until somebody is to be stopped.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PollTests {

	private static final Duration SHORT = Duration.ofMillis(30);

	/// So many rounds take longer than anybody waits.
	private static final long ENDLESS = -1;

	/// Whatever it is called for, HotSpot has compiled it after that.
	private static final int UNTIL_COMPILED = 20_000;

	private static final String LOOPS = """
			(module
			  (memory 1)
			  (func (export "sum") (param $n i64) (result i64) (local $sum i64)
			    (loop $again
			      (local.set $sum (i64.add (i64.mul (local.get $sum) (i64.const 31)) (local.get $n)))
			      (br_if $again (i64.ne (local.tee $n (i64.sub (local.get $n) (i64.const 1))) (i64.const 0))))
			    (local.get $sum))
			  (func (export "bytes") (param $n i64) (result i64) (local $i i32)
			    (loop $again
			      (i32.store8 (i32.and (local.get $i) (i32.const 0xffff)) (i32.load8_u (i32.and (local.get $i) (i32.const 0xfff))))
			      (local.set $i (i32.add (local.get $i) (i32.const 1)))
			      (br_if $again (i64.ne (local.tee $n (i64.sub (local.get $n) (i64.const 1))) (i64.const 0))))
			    (i64.extend_i32_u (local.get $i)))
			  (func (export "nested") (param $n i64) (result i64) (local $i i32) (local $sum i64)
			    (loop $outer
			      (local.set $i (i32.const 0))
			      (loop $inner
			        (local.set $sum (i64.add (local.get $sum) (i64.extend_i32_u (local.get $i))))
			        (br_if $inner (i32.lt_s (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 9))))
			      (br_if $outer (i64.ne (local.tee $n (i64.sub (local.get $n) (i64.const 1))) (i64.const 0))))
			    (local.get $sum))
			  (func $step (param $n i64) (result i64)
			    (if (result i64) (i64.eqz (local.get $n)) (then (i64.const 0)) (else (call $other (local.get $n)))))
			  (func $other (param $n i64) (result i64) (i64.xor (local.get $n) (i64.const 5)))
			  (func (export "calls") (param $n i64) (result i64) (local $sum i64)
			    (loop $again
			      (local.set $sum (i64.add (local.get $sum) (call $step (local.get $n))))
			      (br_if $again (i64.ne (local.tee $n (i64.sub (local.get $n) (i64.const 1))) (i64.const 0))))
			    (local.get $sum))
			  (func $fib (export "recursion") (param $n i64) (result i64)
			    (if (result i64) (i64.le_u (i64.and (local.get $n) (i64.const 63)) (i64.const 1))
			      (then (i64.const 1))
			      (else (i64.add
			        (call $fib (i64.sub (i64.and (local.get $n) (i64.const 63)) (i64.const 1)))
			        (call $fib (i64.sub (i64.and (local.get $n) (i64.const 63)) (i64.const 2)))))))
			)
			""";

	private final Engine engine = Engine.create(EngineConfig.builder().cacheMemoryBytes(0).build());

	@AfterEach
	void close() {
		this.engine.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sum", "bytes", "nested", "calls", "recursion", "interpreter" })
	void stopsCodeThatWasCompiledWithoutThem(String shape) throws Exception {
		Module module = load(shape.equals("interpreter") ? interpreter() : LOOPS);
		try (Store store = Store.builder(this.engine).deadline(Duration.ofMinutes(1)).build()) {
			Instance instance = Linker.create(this.engine).instantiate(store, module);
			awaitOff(instance);
			LongUnaryOperator loop = instance.func(shape).typed(LongUnaryOperator.class).call();
			long expected = loop.applyAsLong(8);
			for (int round = 0; round < UNTIL_COMPILED; round++) {
				assertThat(loop.applyAsLong(8)).isEqualTo(expected);
			}
			assertThat(areOff(instance)).isTrue();
			store.setDeadline(SHORT);
			for (int round = 0; round < 2; round++) {
				assertInterrupted(() -> loop.applyAsLong(ENDLESS));
				assertThat(areOff(instance)).isFalse();
				assertThat(loop.applyAsLong(8)).isEqualTo(expected);
			}
		}
	}

	/// A loop around a switch in a method so large that polls go by handle in it.
	private static String interpreter() {
		int cases = 80;
		StringBuilder code = new StringBuilder();
		for (int number = 0; number < cases; number++) {
			code.append(
					"""
							end
							(local.set $sum (i64.add (i64.mul (local.get $sum) (i64.const %d)) (i64.rotl (local.get $n) (i64.const %d))))
							(br $next)
							"""
						.formatted(2 * number + 3, number % 64));
		}
		return """
				(module (func (export "interpreter") (param $n i64) (result i64) (local $sum i64)
				  loop $next
				    (if (i64.eqz (local.get $n)) (then (return (local.get $sum))))
				    (local.set $n (i64.sub (local.get $n) (i64.const 1)))
				    %s
				    (br_table %s 0 (i32.rem_u (i32.wrap_i64 (local.get $sum)) (i32.const %d)))
				    %s
				  end
				  (local.get $sum)))
				""".formatted("block\n".repeat(cases),
				IntStream.range(0, cases).mapToObj(Integer::toString).collect(Collectors.joining(" ")), cases, code);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2 })
	void stopsEveryModuleOfAStore(int looping) throws Exception {
		try (Store store = Store.builder(this.engine).deadline(SHORT).build()) {
			Linker linker = Linker.create(this.engine);
			Instance last = linker.instantiate(store, load("""
					(module (func (export "f") (param i64 i64) (result i64)
					  (if (i64.eqz (local.get 1)) (then (loop $again (br_if $again (i64.ne (i64.const 0)
					    (local.tee 0 (i64.sub (local.get 0) (i64.const 1))))))))
					  (local.get 0)))"""));
			awaitOff(last);
			linker.define("m", "f", export(last));
			for (int depth = 1; depth < 3; depth++) {
				last = linker.instantiate(store, load("""
						(module (import "m" "f" (func $next (param i64 i64) (result i64)))
						  (func (export "f") (param i64 i64) (result i64)
						    (if (i64.eqz (local.get 1)) (then (loop $again (br_if $again (i64.ne (i64.const 0)
						      (local.tee 0 (i64.sub (local.get 0) (i64.const %d))))))))
						    (call $next (local.get 0) (i64.sub (local.get 1) (i64.const 1)))))
						""".formatted(1 + 2 * depth)));
				awaitOff(last);
				linker.allowShadowing(true).define("m", "f", export(last));
			}
			Func f = last.func("f");
			assertInterrupted(() -> f.call(ENDLESS - 1, (long) looping));
			awaitOn(last);
		}
	}

	@Test
	void leavesOtherStoresOfTheModuleAlone() throws Exception {
		Module module = load(LOOPS);
		AtomicBoolean stopped = new AtomicBoolean();
		try (Store one = Store.builder(this.engine).deadline(SHORT).build();
				Store other = Store.create(this.engine);
				ExecutorService thread = Executors.newSingleThreadExecutor()) {
			Instance stopping = Linker.create(this.engine).instantiate(one, module);
			awaitOff(stopping);
			LongUnaryOperator goingOn = Linker.create(this.engine)
				.instantiate(other, module)
				.func("sum")
				.typed(LongUnaryOperator.class)
				.call();
			long expected = goingOn.applyAsLong(1_000_000);
			CountDownLatch running = new CountDownLatch(1);
			Future<Integer> wrong = thread.submit(() -> {
				int different = 0;
				do {
					different += (goingOn.applyAsLong(1_000_000) == expected) ? 0 : 1;
					running.countDown();
				}
				while (!stopped.get());
				return different + ((goingOn.applyAsLong(1_000_000) == expected) ? 0 : 1);
			});
			running.await();
			assertInterrupted(() -> stopping.func("sum").call(ENDLESS));
			stopped.set(true);
			assertThat(wrong.get()).isZero();
		}
	}

	@Test
	void stopsWhatIsLoadedAfterTheRequest() throws Exception {
		try (Store store = Store.builder(this.engine).deadline(Duration.ofMinutes(1)).build()) {
			awaitOff(Linker.create(this.engine).instantiate(store, load("(module (func (export \"f\")))")));
			Func late = Func.create(store, FunctionType.of(List.of()), (caller, arguments) -> {
				store.interrupt();
				Instance loaded = Linker.create(this.engine).instantiate(store, load(LOOPS));
				loaded.func("sum").call(ENDLESS);
				return null;
			});
			assertInterrupted(late::call);
		}
	}

	@Test
	void stopsAGuestWheneverTheRequestComes() throws Exception {
		try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
			for (int round = 0; round < 40; round++) {
				Module module = load(LOOPS.replace("i64.const 31", "i64.const " + (33 + 2 * round)));
				try (Store store = Store.create(this.engine)) {
					Instance instance = Linker.create(this.engine).instantiate(store, module);
					Future<?> call = thread.submit(() -> instance.func("sum").call(ENDLESS));
					TimeUnit.MICROSECONDS.sleep(round * 500L);
					while (!call.isDone()) {
						store.interrupt();
					}
					assertThatThrownBy(call::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(Trap.class);
				}
			}
		}
	}

	@Test
	void stayWhereLoopsHaveNoSafepoints() throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
				Serial.class.getName())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		assertThat(output).isEqualTo("on, stopped, on\n");
	}

	/// A program of its own, because the collector is chosen when Java starts.
	static final class Serial {

		private Serial() {
		}

		/// Prints whether polls are on, and how a call ends.
		public static void main(String[] arguments) throws Exception {
			try (Engine engine = Engine.create();
					Store store = Store.builder(engine).deadline(Duration.ofMillis(200)).build()) {
				Module module = engine.load("counted.wat", """
						(module (func (export "counted") (param $i i32) (result i32) (local $sum i32)
						  (loop $again
						    (local.set $sum (i32.mul (i32.add (local.get $sum) (local.get $i)) (local.get $sum)))
						    (br_if $again (i32.ne (i32.const 0)
						      (local.tee $i (i32.sub (local.get $i) (i32.const 1))))))
						  (local.get $sum)))
						""".getBytes(StandardCharsets.UTF_8));
				Instance instance = Linker.create(engine).instantiate(store, module);
				Thread.sleep(100);
				String before = areOff(instance) ? "off" : "on";
				String end = "no end";
				try {
					for (int round = 0; round < 100; round++) {
						instance.func("counted").call(-1);
					}
				}
				catch (Trap trap) {
					end = (trap.code() == TrapCode.INTERRUPT) ? "stopped" : trap.toString();
				}
				System.out.println(before + ", " + end + ", " + (areOff(instance) ? "off" : "on"));
			}
		}

	}

	private Module load(String text) {
		return this.engine.load("loops.wat", text.getBytes(StandardCharsets.UTF_8));
	}

	private static Extern export(Instance instance) {
		return Objects.requireNonNull(instance.exports().get("f"));
	}

	private static void assertInterrupted(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
		assertThatThrownBy(call).isInstanceOfSatisfying(Trap.class,
				(trap) -> assertThat(trap.code()).isEqualTo(TrapCode.INTERRUPT));
		Thread.interrupted();
	}

	// The JVM is asked once, by another thread.
	private static void awaitOff(Instance instance) throws Exception {
		assumeTrue(Boolean.parseBoolean(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
			.getVMOption("UseCountedLoopSafepoints")
			.getValue()), "polls are never off here");
		while (!areOff(instance)) {
			Thread.sleep(1);
		}
	}

	// Modules are told one after the other, and the first may stop before the last is.
	private static void awaitOn(Instance instance) throws Exception {
		while (areOff(instance)) {
			Thread.sleep(1);
		}
	}

	private static boolean areOff(Instance instance) throws ReflectiveOperationException {
		Class<?> owner = Objects
			.requireNonNull(instance.func(instance.exports().keySet().iterator().next()).reference().owner)
			.getClass();
		MutableCallSite site = (MutableCallSite) Class
			.forName(owner.getPackageName() + ".Polls", false, owner.getClassLoader())
			.getField("SITE")
			.get(null);
		return site.getTarget().equals(Polls.OFF);
	}

}
