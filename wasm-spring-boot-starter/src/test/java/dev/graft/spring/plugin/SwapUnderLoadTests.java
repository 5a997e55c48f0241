package dev.graft.spring.plugin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import dev.graft.engine.Engine;
import dev.graft.engine.Linker;
import dev.graft.spring.Versioned;
import dev.graft.spring.WatPlugins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Swaps while calls are under way. Nothing here depends on how fast anything is: threads
/// call until the swaps are done, and what each call saw is compared with what served
/// before and after it.
class SwapUnderLoadTests {

	private static final int SWAPS = 40;

	private final Engine engine = Engine.create();

	private final DefaultWasmPluginRegistry registry = new DefaultWasmPluginRegistry(this.engine,
			Linker.create(this.engine), (plugin) -> PluginSettings.DEFAULTS, List.of(), List.of());

	private Versioned plugin = () -> 0;

	@BeforeEach
	void loadFirstVersion() {
		this.plugin = this.registry.proxy("versioned", Versioned.class);
		swap(1);
	}

	@AfterEach
	void close() {
		this.registry.unloadAll("the test is over", this.engine::close);
	}

	private void swap(int version) {
		byte[] module = WatPlugins.version(version).getBytes(StandardCharsets.UTF_8);
		SwapResult result = this.registry.swap(new PluginSource("versioned", "versioned.wat", "a test", module));
		assertThat(result).isInstanceOf(SwapResult.Published.class);
	}

	@Test
	void noCallIsLostAndNoneSeesAVersionThatDoesNotServe() throws InterruptedException {
		AtomicInteger published = new AtomicInteger(1);
		AtomicInteger publishing = new AtomicInteger(1);
		AtomicBoolean done = new AtomicBoolean();
		Queue<Object> wrong = new ConcurrentLinkedQueue<>();
		CountDownLatch called = new CountDownLatch(4);
		List<Thread> callers = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			callers.add(Thread.ofVirtual().start(() -> {
				while (!done.get()) {
					callOnce(published, publishing, wrong);
					called.countDown();
				}
			}));
		}
		assertThat(called.await(2, TimeUnit.MINUTES)).isTrue();
		for (int version = 2; version <= SWAPS; version++) {
			publishing.set(version);
			swap(version);
			published.set(version);
		}
		done.set(true);
		for (Thread caller : callers) {
			caller.join();
		}
		assertThat(wrong).isEmpty();
		assertThat(this.plugin.version()).isEqualTo(SWAPS);
	}

	private void callOnce(AtomicInteger published, AtomicInteger publishing, Queue<Object> wrong) {
		try {
			int before = published.get();
			int seen = this.plugin.version();
			if (seen < before || seen > publishing.get()) {
				wrong.add("saw version %d after %d had been published".formatted(seen, before));
			}
		}
		catch (RuntimeException ex) {
			wrong.add(ex);
		}
	}

	@Test
	void whatHasBeenReplacedIsCollected() throws InterruptedException {
		for (int version = 2; version <= 20; version++) {
			assertThat(this.plugin.version()).isEqualTo(version - 1);
			swap(version);
		}
		awaitOneModule();
	}

	/// The engine counts a module for as long as it or one of its classes is reachable.
	private void awaitOneModule() throws InterruptedException {
		for (int i = 0; i < 200 && this.engine.statistics().modules() > 1; i++) {
			System.gc();
			Thread.sleep(50);
		}
		assertThat(this.engine.statistics().modules()).isOne();
		assertThat(this.engine.statistics().stores()).isOne();
	}

}
