package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Two threads that run into each other a hundred thousand times, and what they may not
/// see then: the litmus tests of memory models. A case has 64 bytes of memory: `x` at 0,
/// `y` at 4, what the first thread saw at 8 and 12, the second at 16 and 20.
///
/// @see <a
/// href="https://github.com/WebAssembly/threads/tree/main/test/core/threads">Threads,
/// "LB", "MP", "SB"</a>
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LitmusTests {

	private static final int CASES = 100_000;

	private static final int CASE_BYTES = 64;

	private final Engine engine = Engine.create();

	private final ExecutorService threads = Executors.newFixedThreadPool(2);

	@AfterEach
	void close() {
		this.threads.shutdownNow();
		this.engine.close();
	}

	@Test
	void oneOfTwoAtomicStoresIsSeenByTheOtherThread() throws Exception {
		try (SharedMemory memory = run("""
				(i32.atomic.store offset=0 (local.get $at) (i32.const 1))
				(local.set $see (i32.atomic.load offset=4 (local.get $at)))
				""", """
				(i32.atomic.store offset=4 (local.get $at) (i32.const 1))
				(local.set $see (i32.atomic.load offset=0 (local.get $at)))
				""")) {
			forEachCase((at) -> assertThat(memory.getInt(at + 8) + memory.getInt(at + 16)).isPositive());
		}
	}

	@Test
	void oneOfTwoPlainStoresIsSeenAcrossFences() throws Exception {
		try (SharedMemory memory = run("""
				(i32.store offset=0 (local.get $at) (i32.const 1))
				(atomic.fence)
				(local.set $see (i32.load offset=4 (local.get $at)))
				""", """
				(i32.store offset=4 (local.get $at) (i32.const 1))
				(atomic.fence)
				(local.set $see (i32.load offset=0 (local.get $at)))
				""")) {
			forEachCase((at) -> assertThat(memory.getInt(at + 8) + memory.getInt(at + 16)).isPositive());
		}
	}

	@Test
	void whoSeesTheFlagSeesTheMessage() throws Exception {
		try (SharedMemory memory = run("""
				(i32.store offset=0 (local.get $at) (i32.const 42))
				(i32.atomic.store8 offset=4 (local.get $at) (i32.const 1))
				""", """
				(local.set $see (i32.atomic.load8_u offset=4 (local.get $at)))
				(local.set $also (i32.load offset=0 (local.get $at)))
				""")) {
			forEachCase((at) -> {
				if (memory.getInt(at + 16) == 1) {
					assertThat(memory.getInt(at + 20)).isEqualTo(42);
				}
			});
		}
	}

	@Test
	void whoSeesAnUpdateSeesTheMessage() throws Exception {
		try (SharedMemory memory = run("""
				(i64.store offset=32 (local.get $at) (i64.const 42))
				(drop (i32.atomic.rmw16.xchg_u offset=4 (local.get $at) (i32.const 1)))
				""", """
				(local.set $see (i32.atomic.rmw16.or_u offset=4 (local.get $at) (i32.const 0)))
				(local.set $also (i32.wrap_i64 (i64.load offset=32 (local.get $at))))
				""")) {
			forEachCase((at) -> {
				if (memory.getInt(at + 16) == 1) {
					assertThat(memory.getInt(at + 20)).isEqualTo(42);
				}
			});
		}
	}

	@Test
	void noValueComesOutOfNothing() throws Exception {
		try (SharedMemory memory = run("""
				(local.set $see (i32.atomic.load offset=0 (local.get $at)))
				(i32.atomic.store offset=4 (local.get $at) (i32.const 1))
				""", """
				(local.set $see (i32.atomic.load offset=4 (local.get $at)))
				(i32.atomic.store offset=0 (local.get $at) (i32.const 1))
				""")) {
			forEachCase((at) -> assertThat(memory.getInt(at + 8) + memory.getInt(at + 16)).isLessThan(2));
		}
	}

	@Test
	void whoSeesTheFlagMayGoWhereTheMemoryHasGrownTo() throws Exception {
		ExternalType.Memory type = new ExternalType.Memory(AddressType.I32, Limits.between(1, 2_000), true, 16);
		try (SharedMemory memory = SharedMemory.create(this.engine, type)) {
			inParallel(memory, """
					(module
					  (memory (import "env" "memory") 1 2000 shared)
					  (func (export "first") (param $cases i32)
					    (loop $again
					      (i32.atomic.store (i32.const 0) (i32.add (memory.grow (i32.const 1)) (i32.const 1)))
					      (br_if $again (i32.lt_u (memory.size) (i32.const 2000)))))
					  (func (export "second") (param $cases i32) (local $pages i32) (local $sum i32)
					    (loop $again
					      (local.set $pages (i32.atomic.load (i32.const 0)))
					      (br_if $again (i32.eqz (local.get $pages)))
					      (local.set $sum (i32.add (local.get $sum)
					        (i32.load (i32.sub (i32.mul (local.get $pages) (i32.const 65536)) (i32.const 4)))))
					      (br_if $again (i32.lt_u (local.get $pages) (i32.const 2000))))))
					""");
			assertThat(memory.pages()).isEqualTo(2_000);
		}
	}

	private SharedMemory run(String first, String second) throws Exception {
		ExternalType.Memory type = new ExternalType.Memory(AddressType.I32, Limits.between(100, 200), true, 16);
		SharedMemory memory = SharedMemory.create(this.engine, type);
		inParallel(memory, program(first, second));
		return memory;
	}

	private void inParallel(SharedMemory memory, String text) throws Exception {
		Module module = this.engine.load("litmus.wat", text.getBytes(StandardCharsets.UTF_8));
		InstancePre pre = Linker.create(this.engine).define("env", "memory", memory).freeze().instantiatePre(module);
		CyclicBarrier start = new CyclicBarrier(2);
		Future<?> first = this.threads.submit(() -> run(pre, "first", start));
		Future<?> second = this.threads.submit(() -> run(pre, "second", start));
		first.get();
		second.get();
	}

	private Object run(InstancePre pre, String function, CyclicBarrier start) throws Exception {
		try (Store store = Store.builder(this.engine).deadline(null).build()) {
			Func run = pre.instantiate(store).func(function);
			start.await();
			return run.call(CASES);
		}
	}

	private static void forEachCase(Check check) {
		for (long number = 0; number < CASES; number++) {
			check.at(number * CASE_BYTES);
		}
	}

	@FunctionalInterface
	private interface Check {

		void at(long address);

	}

	private static String program(String first, String second) {
		return """
				(module
				  (memory (import "env" "memory") 1 200 shared)
				  (func (export "first") (param $cases i32) (local $at i32) (local $see i32) (local $also i32)
				    (loop $again
				      %s
				      (i32.store offset=8 (local.get $at) (local.get $see))
				      (i32.store offset=12 (local.get $at) (local.get $also))
				      (local.set $at (i32.add (local.get $at) (i32.const 64)))
				      (br_if $again (local.tee $cases (i32.sub (local.get $cases) (i32.const 1))))))
				  (func (export "second") (param $cases i32) (local $at i32) (local $see i32) (local $also i32)
				    (loop $again
				      %s
				      (i32.store offset=16 (local.get $at) (local.get $see))
				      (i32.store offset=20 (local.get $at) (local.get $also))
				      (local.set $at (i32.add (local.get $at) (i32.const 64)))
				      (br_if $again (local.tee $cases (i32.sub (local.get $cases) (i32.const 1)))))))
				""".formatted(first, second);
	}

}
