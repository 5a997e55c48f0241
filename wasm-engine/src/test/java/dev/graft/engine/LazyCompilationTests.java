package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.InvalidModuleException;
import dev.graft.artifact.spi.ModuleCompiler;
import dev.graft.artifact.spi.StagedCompilation;
import dev.graft.artifact.spi.UnsupportedFeatureException;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Modules that run while they are being compiled.
@Timeout(60)
class LazyCompilationTests {

	private static final int FUNCTIONS = 1_200;

	private static final byte[] MODULE = module("");

	/// Function `n` adds `n` to its operand; `all` calls all of them, through the table.
	private static byte[] module(String extra) {
		StringBuilder text = new StringBuilder(
				"(module (type $t (func (param i32) (result i32))) (table funcref (elem");
		for (int function = 0; function < FUNCTIONS; function++) {
			text.append(" $f").append(function);
		}
		text.append("))\n");
		for (int function = 0; function < FUNCTIONS; function++) {
			text.append("(func $f%d (export \"f%d\") (type $t) (i32.add (local.get 0) (i32.const %d)) %s)\n"
				.formatted(function, function, function, "(i32.add (i32.const 0))".repeat(20)));
		}
		text.append("""
				(func (export "all") (result i32) (local $sum i32) (local $n i32)
				  (loop $next
				    (local.set $sum (call_indirect (type $t) (local.get $sum) (local.get $n)))
				    (local.set $n (i32.add (local.get $n) (i32.const 1)))
				    (br_if $next (i32.lt_u (local.get $n) (i32.const %d))))
				  (local.get $sum))
				(func (export "fails") (result i32) (i32.div_u (i32.const 1) (i32.const 0)))
				""".formatted(FUNCTIONS));
		return text.append(extra).append(")").toString().getBytes(StandardCharsets.UTF_8);
	}

	private static int sum() {
		return FUNCTIONS * (FUNCTIONS - 1) / 2;
	}

	private static EngineConfig.Builder lazy() {
		return EngineConfig.builder().lazyCompilation(true);
	}

	private static int call(Instance instance, String name, Object... arguments) {
		Func function = (Func) instance.export(name).orElseThrow();
		return (Integer) Objects.requireNonNull(function.call(arguments)[0]);
	}

	private static Instance instance(Engine engine, Module module, Store store) {
		return Linker.create(engine).instantiate(store, module);
	}

	@Test
	void runsAModuleBeforeAllOfItIsCompiled() throws InterruptedException {
		CountDownLatch gate = new CountDownLatch(1);
		Set<Integer> asked = ConcurrentHashMap.newKeySet();
		ModuleCompiler compiler = new Observing((part) -> {
			asked.add(part);
			if (part != 0) {
				await(gate);
			}
		});
		try (Engine engine = Engine.create(lazy().compiler(compiler).build()); Store store = Store.create(engine)) {
			Module module = engine.load("large.wat", MODULE);
			assertThat(module.origin()).isEqualTo(ModuleOrigin.COMPILED);
			assertThat(engine.statistics().compilations()).isZero();
			Instance instance = instance(engine, module, store);
			assertThat(call(instance, "f7", 1)).isEqualTo(8);
			assertThat(engine.statistics().compilations()).isZero();
			gate.countDown();
			assertThat(call(instance, "all")).isEqualTo(sum());
			engine.awaitCompilation();
			assertThat(engine.statistics().compilations()).isOne();
			assertThat(asked).hasSizeGreaterThan(2);
		}
	}

	@Test
	void keepsWhatAnEagerCompilerWouldHaveMade(@TempDir Path directory) throws IOException, InterruptedException {
		try (Engine engine = Engine.create(lazy().cacheDirectory(directory).build());
				Store store = Store.create(engine)) {
			Module module = engine.load("large.wat", MODULE);
			assertThat(call(instance(engine, module, store), "f9", 1)).isEqualTo(10);
			engine.awaitCompilation();
			Path file = module.artifactFile().orElseThrow();
			assertThat(Files.readAllBytes(file)).isEqualTo(engine.precompile("large.wat", MODULE));
			assertThat(module.artifactSizeBytes()).isEqualTo(Files.size(file));
			assertThat(call(instance(engine, module, store), "all")).isEqualTo(sum());
		}
		try (Engine next = Engine.create(lazy().cacheDirectory(directory).build()); Store store = Store.create(next)) {
			Module module = next.load("large.wat", MODULE);
			assertThat(module.origin()).isEqualTo(ModuleOrigin.DISK_CACHE);
			assertThat(call(instance(next, module, store), "all")).isEqualTo(sum());
		}
	}

	@Test
	void refusesAnInvalidModuleWhenItIsLoaded() {
		try (Engine engine = Engine.create(lazy().build())) {
			byte[] invalid = module("(func (result i32) (i64.const 1))");
			assertThatThrownBy(() -> engine.load("invalid.wat", invalid)).isInstanceOf(InvalidModuleException.class)
				.hasMessageContaining("invalid.wat");
			assertThatThrownBy(() -> engine.load("invalid.wat", invalid)).isInstanceOf(InvalidModuleException.class);
		}
	}

	@Test
	void failsTheCallThatNeedsWhatCannotBeCompiled(@TempDir Path directory) throws InterruptedException {
		CountDownLatch slow = new CountDownLatch(1);
		AtomicReference<@Nullable RuntimeException> heard = new AtomicReference<>();
		ModuleCompiler compiler = new Observing((part) -> {
			if (part == 1) {
				throw new UnsupportedFeatureException("large.wat", "here", "a thing", "it is not there");
			}
		});
		try (Engine engine = Engine.create(lazy().compiler(compiler).cacheDirectory(directory).build());
				Store store = Store.create(engine)) {
			engine.addListener(new EngineListener() {

				@Override
				public void compilationFailed(String module, Duration duration, RuntimeException problem) {
					await(slow);
					heard.compareAndSet(null, problem);
				}

			});
			Instance instance = instance(engine, engine.load("large.wat", MODULE), store);
			assertThat(call(instance, "f0", 1)).isEqualTo(1);
			for (int attempt = 0; attempt < 2; attempt++) {
				assertThatThrownBy(() -> call(instance, "all")).isInstanceOf(UnsupportedFeatureException.class)
					.hasMessageContaining("it is not there");
			}
			assertThat(call(instance, "f0", 1)).isEqualTo(1);
			CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS).execute(slow::countDown);
			engine.awaitCompilation();
			assertThat(heard.get()).isInstanceOf(UnsupportedFeatureException.class);
			assertThat(directory).isEmptyDirectory();
		}
	}

	@Test
	void triesAgainAfterLackOfMemory() {
		AtomicInteger attempts = new AtomicInteger();
		ModuleCompiler compiler = new Observing((part) -> {
			if (part == 0 && attempts.getAndIncrement() == 0) {
				throw new OutOfMemoryError("for this test");
			}
		});
		try (Engine engine = Engine.create(lazy().compiler(compiler).build()); Store store = Store.create(engine)) {
			Instance instance = instance(engine, engine.load("large.wat", MODULE), store);
			try {
				call(instance, "f0", 1);
			}
			catch (Trap expected) {
				assertThat(expected.code()).isEqualTo(TrapCode.OUT_OF_MEMORY);
			}
			assertThat(call(instance, "f0", 1)).isEqualTo(1);
		}
	}

	@Test
	void closingTheEngineEndsTheBackgroundWorkAndLeavesOpenStoresUsable() throws InterruptedException {
		CountDownLatch gate = new CountDownLatch(1);
		AtomicInteger compiled = new AtomicInteger();
		ModuleCompiler compiler = new Observing((part) -> {
			await(gate);
			compiled.incrementAndGet();
		});
		Engine engine = Engine.create(lazy().compiler(compiler).build());
		try (Store store = Store.create(engine)) {
			Instance instance = instance(engine, engine.load("closed.wat", MODULE), store);
			engine.close();
			gate.countDown();
			assertThat(call(instance, "f3", 1)).isEqualTo(4);
			assertThat(call(instance, "all")).isEqualTo(sum());
			while (compilingThreads().findAny().isPresent()) {
				Thread.sleep(5);
			}
			assertThat(engine.statistics().compilations()).isZero();
		}
	}

	private static Stream<Thread> compilingThreads() {
		return Thread.getAllStackTraces().keySet().stream().filter((thread) -> thread.getName().contains("closed.wat"));
	}

	@Test
	void compilesEachPartOnceForAllThatNeedIt() throws InterruptedException {
		ConcurrentHashMap<Integer, Integer> counts = new ConcurrentHashMap<>();
		ModuleCompiler compiler = new Observing((part) -> counts.merge(part, 1, Integer::sum));
		try (Engine engine = Engine.create(lazy().compiler(compiler).build())) {
			List<Thread> threads = new ArrayList<>();
			AtomicInteger right = new AtomicInteger();
			for (int number = 0; number < 8; number++) {
				String name = "name" + number % 2;
				threads.add(Thread.ofPlatform().start(() -> {
					try (Store store = Store.create(engine)) {
						Instance instance = instance(engine, engine.load(name, MODULE), store);
						right.addAndGet((call(instance, "all") == sum()) ? 1 : 0);
					}
				}));
			}
			for (Thread thread : threads) {
				thread.join();
			}
			assertThat(right).hasValue(8);
			engine.awaitCompilation();
			assertThat(counts.values()).containsOnly(1);
		}
	}

	@Test
	void tellsWhereATrapWas() throws InterruptedException {
		try (Engine engine = Engine.create(lazy().build());
				Engine eager = Engine.create();
				Store store = Store.create(engine);
				Store eagerStore = Store.create(eager)) {
			Instance instance = instance(engine, engine.load("large.wat", MODULE), store);
			Instance expected = instance(eager, eager.load("large.wat", MODULE), eagerStore);
			String place = trap(expected);
			assertThat(place).contains("@");
			assertThat(trap(instance)).isEqualTo(place);
			engine.awaitCompilation();
			assertThat(trap(instance)).isEqualTo(place);
		}
	}

	private static String trap(Instance instance) {
		try {
			call(instance, "fails");
			return "no trap";
		}
		catch (Trap trap) {
			return "@" + trap.backtrace().frames();
		}
	}

	@Test
	void compilesWhatDeepStacksNeed() {
		byte[] module = module("""
				(func $down (export "down") (param i32) (result i32)
				  (if (result i32) (i32.eqz (local.get 0))
				    (then (call $f1100 (i32.const 1)))
				    (else (i32.add (i32.const 0) (call $down (i32.sub (local.get 0) (i32.const 1)))))))
				""");
		try (Engine engine = Engine.create(lazy().build()); Store store = Store.create(engine)) {
			assertThat(call(instance(engine, engine.load("deep.wat", module), store), "down", 2_000)).isEqualTo(1_101);
		}
	}

	@Test
	void compilesSmallModulesAtOnce() {
		byte[] small = "(module (func (export \"one\") (result i32) (i32.const 1)))".getBytes(StandardCharsets.UTF_8);
		try (Engine engine = Engine.create(lazy().build()); Store store = Store.create(engine)) {
			assertThat(call(instance(engine, engine.load("small.wat", small), store), "one")).isOne();
			assertThat(engine.statistics().compilations()).isOne();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/// The compiler, and something that is done before each part is compiled.
	private static final class Observing implements ModuleCompiler {

		private final ModuleCompiler compiler = ServiceLoader.load(ModuleCompiler.class).findFirst().orElseThrow();

		private final IntConsumer before;

		Observing(IntConsumer before) {
			this.before = before;
		}

		@Override
		public byte[] compile(CompileRequest request) {
			return this.compiler.compile(request);
		}

		@Override
		public Optional<StagedCompilation> begin(CompileRequest request) {
			return this.compiler.begin(request).map(Parts::new);
		}

		@Override
		public String version() {
			return this.compiler.version();
		}

		private final class Parts implements StagedCompilation {

			private final StagedCompilation staged;

			Parts(StagedCompilation staged) {
				this.staged = staged;
			}

			@Override
			public byte[] outline() {
				return this.staged.outline();
			}

			@Override
			public int partCount() {
				return this.staged.partCount();
			}

			@Override
			public int partOf(String binaryName) {
				return this.staged.partOf(binaryName);
			}

			@Override
			public int partOf(int functionIndex) {
				return this.staged.partOf(functionIndex);
			}

			@Override
			public Part compile(int number) {
				Observing.this.before.accept(number);
				return this.staged.compile(number);
			}

			@Override
			public byte[] complete(List<? extends Part> parts) {
				return this.staged.complete(parts);
			}

		}

	}

}
