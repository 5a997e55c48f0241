package dev.graft.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.ExternalType;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.engine.ExternType;
import dev.graft.engine.Instance;
import dev.graft.engine.InstancePre;
import dev.graft.engine.Linker;
import dev.graft.engine.Module;
import dev.graft.engine.SharedMemory;
import dev.graft.engine.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/// A program in C whose instances work on one memory in several threads: with atomic
/// counters, a lock and a barrier that wait, a queue and a stack without locks.
///
/// The expected results are what Node prints with `src/test/guests/threads.mjs`.
class GuestThreadsTests {

	private static final int THREADS = 4;

	private static final int ROUNDS = 2000;

	private static final List<Long> IN_NODE = List.of(8384413696000L, 7996000L, 41536L, 192L, 2455085120L, 8000L, 4000L,
			4000L, 3998000L, 1023L, 8000L, 12L);

	@RepeatedTest(3)
	void computeInThreadsWhatTheyComputeInNode() throws IOException, InterruptedException, ExecutionException {
		try (Engine engine = Engine
			.create(EngineConfig.builder().features(EnumSet.allOf(Feature.class)).deadline(null).build())) {
			Module module = engine.load(Path.of("src", "test", "guests", "threads.wasm"));
			try (SharedMemory memory = SharedMemory.create(engine, memoryOf(module))) {
				InstancePre worker = Linker.create(engine).define("env", "memory", memory).instantiatePre(module);
				try (Store store = Store.create(engine)) {
					Instance main = worker.instantiate(store);
					main.func("prepare").call();
					work(engine, worker);
					assertThat(IntStream.range(0, IN_NODE.size()).mapToObj((which) -> result(main, which)).toList())
						.isEqualTo(IN_NODE);
				}
			}
		}
	}

	private static ExternalType.Memory memoryOf(Module module) {
		return ((ExternType.Memory) module.imports().getFirst().type()).type();
	}

	private static void work(Engine engine, InstancePre worker) throws InterruptedException, ExecutionException {
		try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
			List<Future<?>> running = new ArrayList<>();
			for (int thread = 0; thread < THREADS; thread++) {
				int number = thread;
				running.add(threads.submit(() -> work(engine, worker, number)));
			}
			for (Future<?> each : running) {
				each.get();
			}
		}
	}

	private static void work(Engine engine, InstancePre worker, int thread) {
		try (Store store = Store.create(engine)) {
			Instance instance = worker.instantiate(store);
			// What is local to the thread lies above its stack.
			int top = (int) Objects.requireNonNull(instance.func("stack_of").call(thread)[0]) - 64;
			instance.global("__stack_pointer").set(top);
			instance.func("__wasm_init_tls").call(top);
			instance.func("work").call(thread, ROUNDS);
		}
	}

	private static long result(Instance instance, int which) {
		return (long) Objects.requireNonNull(instance.func("result").call(which)[0]);
	}

}
