package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.Limits;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Memories that stores on several threads use at the same time.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SharedMemoryTests {

	private static final ExternalType.Memory TYPE = new ExternalType.Memory(AddressType.I32, Limits.between(1, 16),
			true, 16);

	private static final String WORKER = """
			(module
			  (memory (export "memory") (import "env" "memory") 1 16 shared)
			  (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
			  (func (export "size") (result i32) memory.size)
			  (func (export "store") (param i32 i32) (i32.store (local.get 0) (local.get 1)))
			  (func (export "load") (param i32) (result i32) (i32.load (local.get 0)))
			  (func (export "wait") (param i32 i32 i64) (result i32)
			    (memory.atomic.wait32 (local.get 0) (local.get 1) (local.get 2)))
			  (func (export "wait64") (param i32 i64 i64) (result i32)
			    (memory.atomic.wait64 (local.get 0) (local.get 1) (local.get 2)))
			  (func (export "notify") (param i32 i32) (result i32) (memory.atomic.notify (local.get 0) (local.get 1)))
			  (func (export "add") (param $times i32)
			    (loop $again
			      (drop (i32.atomic.rmw.add (i32.const 0) (i32.const 1)))
			      (drop (i32.atomic.rmw8.add_u (i32.const 5) (i32.const 1)))
			      (drop (i64.atomic.rmw16.sub_u (i32.const 6) (i64.const 1)))
			      (drop (i64.atomic.rmw.add (i32.const 8) (i64.const 0x100000001)))
			      (local.set $times (i32.sub (local.get $times) (i32.const 1)))
			      (br_if $again (local.get $times))))
			  (func (export "lock") (param $times i32)
			    (loop $again
			      (block $locked
			        (loop $try
			          (br_if $locked (i32.eqz (i32.atomic.rmw.cmpxchg (i32.const 64) (i32.const 0) (i32.const 1))))
			          (drop (memory.atomic.wait32 (i32.const 64) (i32.const 1) (i64.const -1)))
			          (br $try)))
			      (i32.store (i32.const 68) (i32.add (i32.load (i32.const 68)) (i32.const 1)))
			      (i32.atomic.store (i32.const 64) (i32.const 0))
			      (drop (memory.atomic.notify (i32.const 64) (i32.const 1)))
			      (local.set $times (i32.sub (local.get $times) (i32.const 1)))
			      (br_if $again (local.get $times))))
			  (func (export "until") (param i32)
			    (loop $again (br_if $again (i32.ne (i32.atomic.load (i32.const 32)) (local.get 0))))))
			""";

	private final Engine engine = Engine.create();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	@AfterEach
	void close() throws InterruptedException {
		this.threads.shutdownNow();
		assertThat(this.threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
		this.engine.close();
	}

	@Test
	void isSeenByAllStoresThatImportIt() throws Exception {
		try (SharedMemory memory = SharedMemory.create(this.engine, TYPE)) {
			InstancePre worker = worker(memory);
			try (Store one = store(); Store other = store()) {
				Instance first = worker.instantiate(one);
				Instance second = worker.instantiate(other);
				first.func("store").call(100, 42);
				assertThat(second.func("load").call(100)).containsExactly(42);
				assertThat(memory.getInt(100)).isEqualTo(42);
				assertThat(second.func("grow").call(3)).containsExactly(1);
				assertThat(first.func("size").call()).containsExactly(4);
				assertThat(memory.pages()).isEqualTo(4);
				assertThat(first.memory("memory").sizeBytes()).isEqualTo(4 * Memory.PAGE_BYTES);
				first.func("store").call(4 * 65_536 - 4, 7);
				assertThat(memory.grow(12)).isEqualTo(4);
				assertThat(memory.grow(1)).isEqualTo(-1);
				assertThat(memory.type().limits()).isEqualTo(Limits.between(16, 16));
			}
		}
	}

	@Test
	void losesNoUpdateOfAnyWidth() throws Exception {
		int stores = 4;
		int times = 20_000;
		try (SharedMemory memory = SharedMemory.create(this.engine, TYPE)) {
			InstancePre worker = worker(memory);
			inParallel(stores, () -> run(worker, "add", times));
			int total = stores * times;
			assertThat(memory.getInt(0)).isEqualTo(total);
			assertThat(memory.getInt(4)).isEqualTo((total & 0xFF) << 8 | (-total & 0xFFFF) << 16);
			assertThat(memory.getLong(8)).isEqualTo(total * 0x1_0000_0001L);
		}
	}

	@Test
	void makesALockOfWaitAndNotify() throws Exception {
		int stores = 4;
		int times = 2_000;
		try (SharedMemory memory = SharedMemory.create(this.engine, TYPE)) {
			InstancePre worker = worker(memory);
			inParallel(stores, () -> run(worker, "lock", times));
			assertThat(memory.getInt(68)).isEqualTo(stores * times);
		}
	}

	@Test
	void wakesThoseThatWaitAndCountsThem() throws Exception {
		try (SharedMemory memory = SharedMemory.create(this.engine, TYPE)) {
			InstancePre worker = worker(memory);
			List<Future<Object>> waiting = new ArrayList<>();
			for (int count = 0; count < 3; count++) {
				waiting.add(this.threads.submit(() -> call(worker, "wait", 16, 0, -1L)));
			}
			int woken = 0;
			while (woken < 2) {
				woken += memory.notify(16, 1);
			}
			assertThat(memory.notify(20, 1)).isZero();
			while (woken < 3) {
				woken += memory.notify(16, 100);
			}
			for (Future<Object> each : waiting) {
				assertThat(each.get()).isEqualTo(0);
			}
			assertThat(memory.notify(16, 100)).isZero();
		}
	}

	@Test
	void doesNotWaitIfTheValueIsAnotherOneOrTheTimeIsUp() throws Exception {
		try (SharedMemory memory = SharedMemory.create(this.engine, TYPE)) {
			InstancePre worker = worker(memory);
			memory.setLong(16, -2);
			assertThat(call(worker, "wait", 16, 0, -1L)).isEqualTo(1);
			assertThat(call(worker, "wait", 16, -2, 0L)).isEqualTo(2);
			assertThat(call(worker, "wait64", 16, -1L, -1L)).isEqualTo(1);
			long start = System.nanoTime();
			assertThat(call(worker, "wait64", 16, -2L, 20_000_000L)).isEqualTo(2);
			assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000L);
			assertTrap(TrapCode.UNALIGNED_ATOMIC, () -> call(worker, "wait", 18, 0, -1L));
			assertTrap(TrapCode.UNALIGNED_ATOMIC, () -> call(worker, "wait64", 20, 0L, -1L));
			assertTrap(TrapCode.MEMORY_OUT_OF_BOUNDS, () -> call(worker, "wait", 65_536, 0, -1L));
			assertTrap(TrapCode.MEMORY_OUT_OF_BOUNDS, () -> call(worker, "notify", 65_536, 1));
		}
	}

	@Test
	void endsWaitingAtTheDeadline() {
		try (SharedMemory memory = SharedMemory.create(this.engine, TYPE)) {
			InstancePre worker = worker(memory);
			try (Store store = Store.builder(this.engine).deadline(Duration.ofMillis(50)).build()) {
				Func wait = worker.instantiate(store).func("wait");
				assertTrap(TrapCode.INTERRUPT, () -> wait.call(16, 0, -1L));
				assertThat(Thread.currentThread().isInterrupted()).isFalse();
				assertThat(memory.notify(16, 1)).as("nobody waits any more").isZero();
			}
		}
	}

	@Test
	void endsWaitingWhenTheStoreIsInterrupted() throws Exception {
		try (SharedMemory memory = SharedMemory.create(this.engine, TYPE); Store store = store()) {
			Func wait = worker(memory).instantiate(store).func("wait");
			Future<Object[]> waiting = this.threads.submit(() -> wait.call(16, 0, -1L));
			while (!waiting.isDone()) {
				store.interrupt();
				Thread.sleep(1);
			}
			assertThatThrownBy(waiting::get).cause()
				.isInstanceOfSatisfying(Trap.class, (trap) -> assertThat(trap.code()).isEqualTo(TrapCode.INTERRUPT));
			assertThat(memory.notify(16, 1)).isZero();
		}
	}

	@Test
	void endsWaitingWhenTheThreadIsInterrupted() throws Exception {
		try (SharedMemory memory = SharedMemory.create(this.engine, TYPE)) {
			InstancePre worker = worker(memory);
			Thread.currentThread().interrupt();
			try {
				assertTrap(TrapCode.INTERRUPT, () -> call(worker, "wait", 16, 0, -1L));
			}
			finally {
				assertThat(Thread.interrupted()).as("whoever interrupted it can tell").isTrue();
			}
		}
	}

	@Test
	void waitsOnVirtualThreads() throws Exception {
		int waiters = 200;
		try (SharedMemory memory = SharedMemory.create(this.engine, TYPE);
				ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
			InstancePre worker = worker(memory);
			List<Future<Object>> waiting = new ArrayList<>();
			for (int count = 0; count < waiters; count++) {
				waiting.add(virtual.submit(() -> call(worker, "wait", 16, 0, -1L)));
			}
			for (int woken = 0; woken < waiters; woken += memory.notify(16, Integer.MAX_VALUE)) {
				Thread.onSpinWait();
			}
			for (Future<Object> each : waiting) {
				assertThat(each.get()).isEqualTo(0);
			}
		}
	}

	@Test
	void letsAStoreThatSpinsSeeWhatAnotherOneStores() throws Exception {
		try (SharedMemory memory = SharedMemory.create(this.engine, TYPE)) {
			InstancePre worker = worker(memory);
			Future<Object> spinning = this.threads.submit(() -> call(worker, "until", 9));
			assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> spinning.get(20, TimeUnit.MILLISECONDS));
			memory.setInt(32, 9);
			spinning.get();
		}
	}

	@Test
	void isFreedWhenTheLastUserCloses() {
		long before = this.engine.statistics().memoryUsedBytes();
		SharedMemory memory = SharedMemory.create(this.engine, TYPE);
		InstancePre worker = worker(memory);
		Store store = store();
		Instance instance = worker.instantiate(store);
		memory.close();
		memory.close();
		assertThatIllegalStateException().isThrownBy(() -> memory.getInt(0));
		instance.func("store").call(0, 1);
		assertThat(this.engine.statistics().memoryUsedBytes()).isEqualTo(before + Memory.PAGE_BYTES);
		store.close();
		assertThat(this.engine.statistics().memoryUsedBytes()).isEqualTo(before);
		try (Store late = store()) {
			assertThatIllegalStateException().isThrownBy(() -> worker.instantiate(late))
				.withMessage("the shared memory has been closed");
		}
	}

	@Test
	void outlivesTheStoreThatMadeIt() {
		Module module = load("(module (memory (export \"memory\") 1 2 shared) (data (i32.const 0) \"\\2a\"))");
		Store maker = store();
		SharedMemory memory = Linker.create(this.engine)
			.instantiate(maker, module)
			.memory("memory")
			.shared()
			.orElseThrow();
		maker.close();
		assertThat(memory.getInt(0)).isEqualTo(42);
		assertThat(memory.grow(1)).isEqualTo(1);
		try (Store other = store()) {
			assertThat(memory.in(other).readInt(0)).isEqualTo(42);
			memory.close();
			assertThatIllegalStateException().isThrownBy(() -> memory.in(other));
		}
		assertThat(this.engine.statistics().memoryUsedBytes()).isZero();
	}

	@Test
	void countsInTheStoreThatMakesIt() {
		Module module = load("(module (memory (export \"memory\") 1 100 shared)"
				+ " (func (export \"grow\") (param i32) (result i32) (memory.grow (local.get 0))))");
		StoreLimits limits = StoreLimits.DEFAULT.withMemoryBytes(3 * Memory.PAGE_BYTES);
		try (Store store = Store.builder(this.engine).limits(limits).build()) {
			Instance instance = Linker.create(this.engine).instantiate(store, module);
			assertThat(instance.func("grow").call(2)).containsExactly(1);
			assertThat(instance.func("grow").call(1)).containsExactly(-1);
			assertThat(store.memoryUsedBytes()).isEqualTo(3 * Memory.PAGE_BYTES);
		}
	}

	@Test
	void refusesWhatIsNotShared() {
		ExternalType.Memory unshared = ExternalType.Memory.of(Limits.between(1, 2));
		assertThatIllegalArgumentException().isThrownBy(() -> SharedMemory.create(this.engine, unshared));
		assertThatExceptionOfType(LimitExceededException.class)
			.isThrownBy(() -> SharedMemory.create(this.engine, TYPE, 1));
		try (SharedMemory memory = SharedMemory.create(this.engine, TYPE)) {
			Linker linker = Linker.create(this.engine).define("env", "memory", memory);
			for (String type : List.of("1 16", "1 15 shared", "2 16 shared", "i64 1 16 shared")) {
				Module module = load("(module (import \"env\" \"memory\" (memory %s)))".formatted(type));
				assertThatExceptionOfType(UnsatisfiedImportsException.class)
					.isThrownBy(() -> linker.instantiatePre(module));
			}
		}
	}

	@Test
	void trapsWhenTheHostMissesIt() {
		try (SharedMemory memory = SharedMemory.create(this.engine, TYPE)) {
			assertTrap(TrapCode.UNALIGNED_ATOMIC, () -> memory.getInt(2));
			assertTrap(TrapCode.MEMORY_OUT_OF_BOUNDS, () -> memory.getLong(65_536));
			assertTrap(TrapCode.MEMORY_OUT_OF_BOUNDS, () -> memory.getInt(-4));
			assertTrap(TrapCode.MEMORY_OUT_OF_BOUNDS, () -> memory.read(65_530, 7));
			assertTrap(TrapCode.MEMORY_OUT_OF_BOUNDS, () -> memory.write(-1, new byte[1]));
			memory.write(65_530, new byte[] { 1, 2, 3, 4, 5, 6 });
			assertThat(memory.read(65_532, 4)).containsExactly(3, 4, 5, 6);
			assertThat(memory.getAndAddLong(8, 5)).isZero();
			assertThat(memory.compareAndExchangeLong(8, 5, 6)).isEqualTo(5);
			assertThat(memory.compareAndExchangeInt(8, 5, 7)).isEqualTo(6);
			assertThat(memory.getAndAddInt(8, 1)).isEqualTo(6);
			memory.setInt(8, 1);
			assertThat(memory.getLong(8)).isEqualTo(1);
		}
	}

	@Test
	void growsUnderTheFeetOfOthers() throws Exception {
		ExternalType.Memory type = new ExternalType.Memory(AddressType.I32, Limits.between(1, 500), true, 16);
		Module module = load("""
				(module
				  (import "env" "memory" (memory 1 500 shared))
				  (func (export "grow") (param $times i32)
				    (local $old i32)
				    (loop $again
				      (local.set $old (memory.grow (i32.const 1)))
				      (i32.atomic.store (i32.mul (local.get $old) (i32.const 65536)) (local.get $old))
				      (local.set $times (i32.sub (local.get $times) (i32.const 1)))
				      (br_if $again (local.get $times))))
				  (func (export "follow")
				    (local $size i32)
				    (loop $again
				      (local.set $size (memory.size))
				      (drop (i32.load (i32.sub (i32.mul (local.get $size) (i32.const 65536)) (i32.const 4))))
				      (br_if $again (i32.lt_u (local.get $size) (i32.const 401))))))
				""");
		try (SharedMemory memory = SharedMemory.create(this.engine, type)) {
			InstancePre pre = Linker.create(this.engine)
				.define("env", "memory", memory)
				.freeze()
				.instantiatePre(module);
			Future<Object> following = this.threads.submit(() -> call(pre, "follow"));
			inParallel(4, () -> run(pre, "grow", 100));
			following.get();
			assertThat(memory.pages()).isEqualTo(401);
			for (int page = 1; page < 401; page++) {
				assertThat(memory.getInt(page * 65_536L)).isEqualTo(page);
			}
		}
	}

	private InstancePre worker(SharedMemory memory) {
		return Linker.create(this.engine).define("env", "memory", memory).freeze().instantiatePre(load(WORKER));
	}

	private Object run(InstancePre worker, String function, int times) {
		return call(worker, function, times);
	}

	private Object call(InstancePre worker, String function, Object... arguments) {
		try (Store store = store()) {
			@Nullable Object[] results = worker.instantiate(store).func(function).call(arguments);
			return (results.length > 0) ? Objects.requireNonNull(results[0]) : "done";
		}
	}

	private void inParallel(int count, Callable<Object> task) throws Exception {
		List<Future<Object>> all = new ArrayList<>();
		for (int number = 0; number < count; number++) {
			all.add(this.threads.submit(task));
		}
		for (Future<Object> each : all) {
			each.get();
		}
	}

	private Store store() {
		return Store.builder(this.engine).deadline(null).build();
	}

	private Module load(String text) {
		return this.engine.load("m.wat", text.getBytes(StandardCharsets.UTF_8));
	}

	private static void assertTrap(TrapCode code, Runnable action) {
		assertThatThrownBy(action::run).isInstanceOfSatisfying(Trap.class,
				(trap) -> assertThat(trap.code()).isEqualTo(code));
	}

}
