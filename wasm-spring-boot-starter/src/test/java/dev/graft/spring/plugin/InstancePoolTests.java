package dev.graft.spring.plugin;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import dev.graft.engine.Engine;
import dev.graft.engine.Linker;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import dev.graft.spring.plugin.PluginSettings.Instances;
import org.jspecify.annotations.Nullable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// A plugin whose call waits inside a host function for as long as a test wants.
class InstancePoolTests {

	private static final String WAITS = """
			(module
			  (import "test" "wait" (func $wait))
			  (global $calls (mut i32) (i32.const 0))
			  (func (export "call") (result i32)
			    (call $wait)
			    (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
			    (global.get $calls)))
			""";

	private static final Duration LONG = Duration.ofMinutes(5);

	private final Engine engine = Engine.create();

	private final CountDownLatch entered = new CountDownLatch(1);

	private final CountDownLatch mayLeave = new CountDownLatch(1);

	private DefaultWasmPluginRegistry registry(Instances instances, Duration drainTimeout) {
		PluginSettings defaults = PluginSettings.DEFAULTS;
		PluginSettings settings = new PluginSettings(Duration.ZERO, defaults.startTimeout(),
				defaults.memoryLimitBytes(), defaults.resultLimitBytes(), instances, drainTimeout, defaults.wasi(),
				null);
		Linker linker = Linker.create(this.engine).function("test", "wait", Runnable.class, this::pass);
		return new DefaultWasmPluginRegistry(this.engine, linker, (plugin) -> settings, List.of(), List.of());
	}

	private void pass() {
		this.entered.countDown();
		try {
			if (!this.mayLeave.await(2, TimeUnit.MINUTES)) {
				throw new IllegalStateException("nobody let this call go on");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static Waits load(DefaultWasmPluginRegistry registry) {
		Waits plugin = registry.proxy("waits", Waits.class);
		load(registry, WAITS);
		return plugin;
	}

	private static void load(DefaultWasmPluginRegistry registry, String module) {
		assertThat(registry
			.swap(new PluginSource("waits", "waits.wat", "a test", module.getBytes(StandardCharsets.UTF_8))))
			.isInstanceOf(SwapResult.Published.class);
	}

	private Thread callInBackground(Waits plugin) throws InterruptedException {
		Thread thread = Thread.ofPlatform().start(plugin::call);
		assertThat(this.entered.await(2, TimeUnit.MINUTES)).isTrue();
		return thread;
	}

	@AfterEach
	void close() {
		this.mayLeave.countDown();
		this.engine.close();
	}

	@Test
	void aCallThatFindsNoInstanceInTimeIsToldSo() throws InterruptedException {
		Waits plugin = load(registry(new Instances(InstanceMode.POOLED, 1, Duration.ofMillis(20)), LONG));
		Thread busy = callInBackground(plugin);
		assertThatExceptionOfType(WasmPluginBusyException.class).isThrownBy(plugin::call)
			.withMessage("plugin 'waits' is busy: none of its 1 instances became free within 20 ms");
		this.mayLeave.countDown();
		busy.join();
		assertThat(plugin.call()).isEqualTo(2);
	}

	@Test
	void aSecondInstanceIsMadeWhenTheFirstIsBusy() throws InterruptedException {
		DefaultWasmPluginRegistry registry = registry(new Instances(InstanceMode.POOLED, 2, LONG), LONG);
		Waits plugin = load(registry);
		Thread busy = callInBackground(plugin);
		this.mayLeave.countDown();
		plugin.call();
		busy.join();
		assertThat(registry.plugin("waits").orElseThrow().instances()).isNotNull()
			.satisfies((facts) -> assertThat(facts.live()).isBetween(1, 2))
			.satisfies((facts) -> assertThat(facts.idle()).isEqualTo(facts.live()));
	}

	@Test
	void aCallThatHasBegunEndsOnItsVersion() throws InterruptedException {
		DefaultWasmPluginRegistry registry = registry(new Instances(InstanceMode.POOLED, 2, LONG), LONG);
		Waits plugin = load(registry);
		int[] result = new int[1];
		Thread busy = Thread.ofPlatform().start(() -> result[0] = plugin.call());
		assertThat(this.entered.await(2, TimeUnit.MINUTES)).isTrue();
		load(registry, "(module (func (export \"call\") (result i32) (i32.const 100)))");
		assertThat(plugin.call()).isEqualTo(100);
		this.mayLeave.countDown();
		busy.join();
		assertThat(result).containsExactly(1);
		assertThat(this.engine.statistics().stores()).isOne();
	}

	@Test
	void aCallThatDoesNotEndIsStoppedWhenItsVersionHasBeenReplacedForTooLong() throws InterruptedException {
		DefaultWasmPluginRegistry registry = registry(new Instances(InstanceMode.POOLED, 2, LONG),
				Duration.ofMillis(20));
		Waits plugin = registry.proxy("waits", Waits.class);
		load(registry, WAITS.replace("(call $wait)", "(call $wait) (loop (br 0))"));
		AtomicReference<@Nullable Throwable> end = new AtomicReference<>();
		Thread endless = Thread.ofPlatform().uncaughtExceptionHandler((thread, ex) -> end.set(ex)).start(plugin::call);
		assertThat(this.entered.await(2, TimeUnit.MINUTES)).isTrue();
		this.mayLeave.countDown();
		load(registry, "(module (func (export \"call\") (result i32) (i32.const 100)))");
		endless.join();
		assertThat(end.get()).isInstanceOfSatisfying(Trap.class,
				(trap) -> assertThat(trap.code()).isEqualTo(TrapCode.INTERRUPT));
		assertThat(this.engine.statistics().stores()).isOne();
	}

	interface Waits {

		int call();

	}

}
