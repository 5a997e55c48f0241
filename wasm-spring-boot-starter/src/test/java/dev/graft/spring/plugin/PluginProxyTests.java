package dev.graft.spring.plugin;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.UndeclaredThrowableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.sun.management.ThreadMXBean;
import dev.graft.artifact.type.FunctionType;
import dev.graft.engine.Engine;
import dev.graft.engine.Linker;
import dev.graft.spring.Types;
import dev.graft.spring.WatPlugins;
import dev.graft.spring.plugin.PluginSettings.Instances;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.aop.framework.ProxyFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The objects behind interfaces, without a container around them.
class PluginProxyTests {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final int CALLS = 5_000;

	private static final int ROUNDS = 200;

	private static final String NUMBERS = """
			(module
			  (global $freed (mut i32) (i32.const 0))
			  (func (export "all") (param i32 i32 i32 i32 i64 f32 f64) (result f64)
			    (f64.add
			      (f64.convert_i32_s
			        (i32.add (i32.add (local.get 0) (local.get 1)) (i32.add (local.get 2) (local.get 3))))
			      (f64.add (f64.convert_i64_s (local.get 4))
			        (f64.add (f64.promote_f32 (local.get 5)) (local.get 6)))))
			  (func (export "large") (result i32) (i32.const 0x12345))
			  (func (export "is") (result i32) (i32.const 256))
			  (func (export "told") (result i32) (i32.const 77))
			  (func (export "cabi_post_told") (param i32) (global.set $freed (local.get 0)))
			  (func (export "freed") (result i32) (global.get $freed))
			  (func (export "fail") (unreachable)))
			""";

	private final Engine engine = Engine.create();

	private final List<String> told = new ArrayList<>();

	@AfterEach
	void close() {
		this.engine.close();
	}

	@Test
	void numbersOfAllTypesCrossByTheirBits() {
		Numbers numbers = numbers(List.of());
		assertThat(numbers.all(true, (byte) -2, (short) -3, 4, 5L, 0.5f, 0.25)).isEqualTo(5.75);
		assertThat(numbers.large()).isEqualTo((byte) 0x45);
		assertThat(numbers.is()).isTrue();
	}

	@Test
	void aResultThatIsANumberCanBeFreedToo() {
		Numbers numbers = numbers(List.of());
		assertThat(numbers.told()).isEqualTo(77);
		assertThat(numbers.freed()).isEqualTo(77);
	}

	@Test
	void callsWithNumbersLeaveNoGarbage() {
		Numbers numbers = numbers(List.of());
		long least = Long.MAX_VALUE;
		double sum = 0;
		for (int round = 0; round < ROUNDS && least >= CALLS; round++) {
			long before = THREADS.getCurrentThreadAllocatedBytes();
			for (int call = 0; call < CALLS; call++) {
				sum += numbers.all(true, (byte) call, (short) call, call, call, call, call);
			}
			least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
		}
		assertThat(least).as("bytes in %d calls, sum %s", CALLS, sum).isLessThan(CALLS);
	}

	@Test
	void listenersAreToldOfCallsWithNumbers() {
		Numbers numbers = numbers(List
			.of((plugin, export, duration, failure) -> this.told.add(plugin + "." + export + " " + (failure != null))));
		numbers.told();
		assertThatThrownBy(numbers::fail).hasMessageContaining("unreachable");
		assertThat(this.told).containsExactly("numbers.told false", "numbers.fail true");
	}

	@Test
	void springProxiesThemByTheirInterfacesEvenIfToldToMakeSubclasses() {
		Numbers numbers = numbers(List.of());
		ProxyFactory factory = new ProxyFactory(numbers);
		factory.setProxyTargetClass(true);
		assertThat(((Numbers) factory.getProxy()).told()).isEqualTo(77);
	}

	@Test
	void exceptionsThatAMethodDoesNotDeclareAreWrapped() {
		Linker linker = Linker.create(this.engine)
			.function("test", "fail", FunctionType.of(List.of()), (caller, arguments) -> {
				throw new IOException("no such thing");
			});
		DefaultWasmPluginRegistry registry = registry(linker, PluginSettings.DEFAULTS, List.of());
		Failing failing = registry.proxy("numbers", Failing.class);
		load(registry, """
				(module
				  (import "test" "fail" (func $fail))
				  (func (export "declared") (call $fail))
				  (func (export "undeclared") (call $fail)))
				""");
		assertThatThrownBy(failing::declared).isInstanceOf(IOException.class).hasMessage("no such thing");
		assertThatThrownBy(failing::undeclared).isInstanceOf(UndeclaredThrowableException.class)
			.hasCauseInstanceOf(IOException.class);
	}

	@Test
	void interfacesOfTextAndBytesWorkAsWell() {
		DefaultWasmPluginRegistry registry = registry(Linker.create(this.engine), PluginSettings.DEFAULTS, List.of());
		Types types = registry.proxy("numbers", Types.class);
		load(registry, WatPlugins.types());
		assertThat(types.echoText("text")).isEqualTo("text");
		assertThat(types.shout("text")).isEqualTo("text!");
		assertThat(types.hashCode()).isEqualTo(System.identityHashCode(types));
	}

	@Test
	void thereAreNeverMoreInstancesThanThereMayBe() throws InterruptedException, ExecutionException {
		PluginSettings defaults = PluginSettings.DEFAULTS;
		PluginSettings few = new PluginSettings(defaults.deadline(), defaults.startTimeout(),
				defaults.memoryLimitBytes(), defaults.resultLimitBytes(),
				new Instances(InstanceMode.POOLED, 3, Duration.ofMinutes(1)), defaults.drainTimeout(), defaults.wasi(),
				null);
		DefaultWasmPluginRegistry registry = registry(Linker.create(this.engine), few, List.of());
		Numbers numbers = registry.proxy("numbers", Numbers.class);
		load(registry, NUMBERS);
		try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
			List<Future<?>> calls = new ArrayList<>();
			for (int thread = 0; thread < 6; thread++) {
				calls.add(threads.submit(() -> {
					for (int call = 0; call < 3_000; call++) {
						assertThat(numbers.told()).isEqualTo(77);
						assertThat(this.engine.statistics().stores()).isLessThanOrEqualTo(3);
					}
				}));
			}
			for (Future<?> call : calls) {
				call.get();
			}
		}
		PluginStatus.@Nullable InstanceFacts facts = registry.plugin("numbers").orElseThrow().instances();
		assertThat(facts).isNotNull().satisfies((known) -> assertThat(known.idle()).isEqualTo(known.live()));
	}

	private Numbers numbers(List<WasmPluginCallListener> listeners) {
		DefaultWasmPluginRegistry registry = registry(Linker.create(this.engine), PluginSettings.DEFAULTS, listeners);
		Numbers numbers = registry.proxy("numbers", Numbers.class);
		load(registry, NUMBERS);
		return numbers;
	}

	private DefaultWasmPluginRegistry registry(Linker linker, PluginSettings settings,
			List<WasmPluginCallListener> listeners) {
		return new DefaultWasmPluginRegistry(this.engine, linker, (plugin) -> settings, List.of(), listeners);
	}

	private static void load(DefaultWasmPluginRegistry registry, String module) {
		assertThat(registry
			.swap(new PluginSource("numbers", "numbers.wat", "a test", module.getBytes(StandardCharsets.UTF_8))))
			.isInstanceOf(SwapResult.Published.class);
	}

	interface Numbers {

		double all(boolean a, byte b, short c, int d, long e, float f, double g);

		byte large();

		boolean is();

		int told();

		int freed();

		void fail();

	}

	interface Failing {

		void declared() throws IOException;

		void undeclared();

	}

}
