package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.graft.artifact.type.FunctionType;
import dev.graft.engine.limits.HeapGuard;
import dev.graft.engine.trap.Trap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Guests that want all of the heap, next to a host that needs a little of it, in JVMs of
/// their own with each collector.
class HeapGuardTests {

	private static List<String> run(String collector, String megabytes, String scenario)
			throws IOException, InterruptedException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		Process process = new ProcessBuilder(java, "-Xmx" + megabytes, "-XX:+Use" + collector + "GC",
				"--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
				Guest.class.getName(), scenario)
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		process.waitFor();
		return output.lines().toList();
	}

	@Nested
	class AGuestThatFillsTheHeap {

		@ParameterizedTest
		@ValueSource(strings = { "Serial", "Parallel", "G1" })
		void isStoppedAndTheHostDoesNotNotice(String collector) throws IOException, InterruptedException {
			assertThat(run(collector, "512m", "endless")).containsExactly("HEAP_LIMIT", "HEAP_LIMIT",
					"the host ran out of memory 0 times");
		}

		@Test
		void isStoppedWhenItUsesArrays() throws IOException, InterruptedException {
			assertThat(run("G1", "512m", "arrays")).containsExactly("HEAP_LIMIT", "HEAP_LIMIT",
					"the host ran out of memory 0 times");
		}

		@Test
		void isStoppedWhenItUsesExceptions() throws IOException, InterruptedException {
			assertThat(run("G1", "512m", "exceptions")).containsExactly("HEAP_LIMIT", "HEAP_LIMIT",
					"the host ran out of memory 0 times");
		}

		@Test
		void isStoppedAndNotTheOneBesideIt() throws IOException, InterruptedException {
			assertThat(run("G1", "512m", "beside")).contains("HEAP_LIMIT", "the modest one: no trap");
		}

		@Test
		void isStoppedAndNotTheOneBesideItHoweverSlowlyItEnds() throws IOException, InterruptedException {
			assertThat(run("G1", "512m", "beside a slow one")).contains("HEAP_LIMIT", "the modest one: no trap");
		}

	}

	@Nested
	class AGuestThatStaysBelowTheLimit {

		@ParameterizedTest
		@ValueSource(strings = { "Serial", "Parallel", "G1" })
		void isLeftAlone(String collector) throws IOException, InterruptedException {
			assertThat(run(collector, "512m", "bounded")).containsExactly("no trap", "no trap",
					"the host ran out of memory 0 times");
		}

	}

	@Nested
	class TheGuard {

		@Test
		void isNotStartedForModulesWithoutObjects() {
			try (Engine engine = Engine.create(); Store store = Store.create(engine)) {
				Linker.create(engine)
					.instantiate(store, engine.load("empty.wat", "(module)".getBytes(StandardCharsets.UTF_8)));
				assertThat(engine.heapGuard().isRunning()).isFalse();
			}
		}

		@Test
		void endsWithTheLastStore() throws InterruptedException {
			try (Engine engine = Engine.create()) {
				try (Store store = Store.create(engine)) {
					Guest.linker(engine)
						.instantiate(store, engine.load("test.wat", Guest.MODULE.getBytes(StandardCharsets.UTF_8)));
					assertThat(engine.heapGuard().isRunning()).isTrue();
				}
				for (int tries = 0; engine.heapGuard().isRunning() && tries < 1000; tries++) {
					Thread.sleep(10);
				}
				assertThat(engine.heapGuard().isRunning()).isFalse();
			}
		}

		@Test
		void canBeTurnedOff() {
			EngineConfig config = EngineConfig.builder().heapLimitPercent(HeapGuard.OFF).build();
			try (Engine engine = Engine.create(config); Store store = Store.create(engine)) {
				Guest.linker(engine)
					.instantiate(store, engine.load("test.wat", Guest.MODULE.getBytes(StandardCharsets.UTF_8)));
				assertThat(engine.heapGuard().isRunning()).isFalse();
			}
		}

	}

	/// What runs in the other JVM.
	static final class Guest {

		static final String MODULE = """
				(module
				  (import "host" "pass" (func $pass))
				  (type $node (struct (field (ref null $node)) (field i64)))
				  (type $longs (array (mut i64)))
				  (type $link (struct (field (ref null $link)) (field (ref $longs))))
				  (tag $carrier (param exnref))
				  (global $list (mut (ref null $node)) (ref.null $node))
				  (global $links (mut (ref null $link)) (ref.null $link))
				  (global $thrown (mut exnref) (ref.null exn))
				  (func (export "endless")
				    (loop $more
				      (global.set $list (struct.new $node (global.get $list) (i64.const 1)))
				      (br $more)))
				  (func (export "slowly")
				    (call $pass))
				  (func (export "arrays")
				    (loop $more
				      (global.set $links (struct.new $link (global.get $links)
				        (array.new_default $longs (i32.const 2000))))
				      (br $more)))
				  (func (export "exceptions")
				    (loop $more
				      (block $caught (result exnref exnref)
				        (try_table (catch_ref $carrier $caught)
				          (throw $carrier (global.get $thrown)))
				        (unreachable))
				      (global.set $thrown)
				      (drop)
				      (br $more)))
				  (func (export "modest") (param $rounds i64)
				    (loop $more
				      (br_if $more (i64.ne (local.tee $rounds (i64.sub (local.get $rounds) (i64.const 1)))
				        (i64.const 0)))))
				  (func (export "bounded") (param $kept i32) (param $rounds i32)
				    (local $list (ref null $node)) (local $i i32)
				    (loop $keep
				      (local.set $list (struct.new $node (local.get $list) (i64.const 1)))
				      (br_if $keep (local.tee $kept (i32.sub (local.get $kept) (i32.const 1)))))
				    (loop $churn
				      (global.set $list (struct.new $node (local.get $list) (i64.const 2)))
				      (br_if $churn (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))))
				""";

		/// Leaves room for machines that are busy with something else.
		private static final int USUAL_LIMIT = 60;

		private static final int KEPT_PERCENT = 40;

		private static final int MANY_ROUNDS = 100_000_000;

		private static final long NODE_BYTES = 24;

		private Guest() {
		}

		/// Lets two guests, one after the other, do what they want, while the host
		/// allocates.
		public static void main(String[] arguments) throws InterruptedException {
			int limit = Integer.getInteger("limit", USUAL_LIMIT);
			Engine engine = Engine.create(EngineConfig.builder().heapLimitPercent(limit).build());
			Module module = engine.load("test.wat", MODULE.getBytes(StandardCharsets.UTF_8));
			AtomicInteger failures = new AtomicInteger();
			Thread host = new Thread(() -> allocate(failures));
			host.setDaemon(true);
			host.start();
			List<String> codes = new ArrayList<>();
			if (arguments[0].startsWith("beside")) {
				Thread modest = new Thread(() -> codes.add("the modest one: " + call(engine, module, "modest")));
				modest.start();
				String code = call(engine, module, arguments[0].endsWith("slow one") ? "slowly" : "endless");
				modest.join();
				codes.add(code);
			}
			else {
				codes.add(call(engine, module, arguments[0]));
				codes.add(call(engine, module, arguments[0]));
			}
			codes.forEach(System.out::println);
			System.out.println("the host ran out of memory " + failures + " times");
			engine.close();
		}

		private static void allocate(AtomicInteger failures) {
			byte[][] kept = new byte[100][];
			for (int round = 0;; round++) {
				try {
					kept[round % kept.length] = new byte[10_000];
					if (round % 10 == 0) {
						Thread.sleep(1);
					}
				}
				catch (OutOfMemoryError full) {
					failures.incrementAndGet();
				}
				catch (InterruptedException unexpected) {
					return;
				}
			}
		}

		static Linker linker(Engine engine) {
			return Linker.create(engine)
				.function("host", "pass", FunctionType.of(List.of()), (caller, none) -> endSlowly(caller));
		}

		private static @Nullable Object endSlowly(Caller caller) throws InterruptedException {
			try {
				return caller.instance().orElseThrow().func("endless").call();
			}
			finally {
				Thread.sleep(500);
			}
		}

		private static String call(Engine engine, Module module, String export) {
			try (Store store = Store.create(engine)) {
				Instance instance = linker(engine).instantiate(store, module);
				switch (export) {
					case "bounded" -> instance.func(export)
						.call((int) (Runtime.getRuntime().maxMemory() * KEPT_PERCENT / 100 / NODE_BYTES), MANY_ROUNDS);
					case "modest" -> instance.func("modest").call(10L * MANY_ROUNDS);
					default -> instance.func(export).call();
				}
				return "no trap";
			}
			catch (Trap trap) {
				System.err.println(trap.getMessage());
				return trap.code().name();
			}
		}

	}

}
