package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntUnaryOperator;

import dev.graft.artifact.type.FunctionType;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Deadlines and interruptions, seen from host functions that block.
class DeadlineTests {

	private static final Duration SHORT = Duration.ofMillis(20);

	private static final Duration LONG = Duration.ofMinutes(5);

	private final Engine engine = Engine.create();

	@AfterEach
	void close() {
		this.engine.close();
	}

	@Test
	void interruptsAHostFunctionThatBlocks() {
		try (Store store = Store.builder(this.engine).deadline(SHORT).build()) {
			Func sleeping = sleeping(store);
			assertThatThrownBy(() -> sleeping.call()).isInstanceOfSatisfying(Trap.class, (trap) -> {
				assertThat(trap.code()).isEqualTo(TrapCode.INTERRUPT);
				assertThat(trap).hasCauseInstanceOf(InterruptedException.class);
			});
			assertThat(Thread.currentThread().isInterrupted()).isFalse();
		}
	}

	@Test
	void leavesTheNextCallAlone() {
		try (Store store = Store.builder(this.engine).deadline(SHORT).build()) {
			Func sleeping = sleeping(store);
			IntUnaryOperator next = Func.create(store, IntUnaryOperator.class, (n) -> {
				assertThat(Thread.currentThread().isInterrupted()).isFalse();
				return n + 1;
			}).typed(IntUnaryOperator.class).call();
			for (int round = 0; round < 5; round++) {
				assertThatThrownBy(() -> sleeping.call()).isInstanceOf(Trap.class);
				assertThat(next.applyAsInt(round)).isEqualTo(round + 1);
			}
		}
	}

	@Test
	void neverLeavesTheThreadInterruptedWhenCallsEndAboutAtTheirDeadline() {
		try (Store store = Store.builder(this.engine).deadline(Duration.ofNanos(200_000)).build()) {
			Runnable about = Func.create(store, Runnable.class, () -> LockSupport.parkNanos(150_000))
				.typed(Runnable.class)
				.call();
			for (int round = 0; round < 500; round++) {
				about.run();
				assertThat(Thread.interrupted()).isFalse();
			}
		}
	}

	@Test
	void keepsAnInterruptionThatIsNotItsOwn() {
		try (Store store = Store.builder(this.engine).deadline(LONG).build()) {
			Func interrupting = Func.create(store, Runnable.class, () -> Thread.currentThread().interrupt());
			interrupting.call();
			assertThat(Thread.interrupted()).isTrue();
		}
	}

	@Test
	void interruptsOnRequestOfAnotherThread() throws Exception {
		CountDownLatch inside = new CountDownLatch(1);
		try (Store store = Store.builder(this.engine).deadline(LONG).build();
				ExecutorService other = Executors.newSingleThreadExecutor()) {
			store.interrupt();
			Func waiting = Func.create(store, FunctionType.of(List.of()), (caller, arguments) -> {
				inside.countDown();
				new CountDownLatch(1).await();
				return null;
			});
			Future<?> call = other.submit(() -> waiting.call());
			inside.await();
			store.interrupt();
			assertThatThrownBy(call::get).cause()
				.isInstanceOfSatisfying(Trap.class, (trap) -> assertThat(trap.code()).isEqualTo(TrapCode.INTERRUPT));
			assertThat(other.submit(() -> Thread.currentThread().isInterrupted()).get()).isFalse();
		}
	}

	@Test
	void endsOneOfManyCallsThatFollowEachOtherClosely() {
		try (Store store = Store.builder(this.engine).deadline(SHORT).build()) {
			Func sleeping = sleeping(store);
			Runnable brief = Func.create(store, Runnable.class, () -> LockSupport.parkNanos(1_000))
				.typed(Runnable.class)
				.call();
			for (int call = 0; call < 500; call++) {
				brief.run();
			}
			assertThatThrownBy(() -> sleeping.call()).isInstanceOf(Trap.class);
			assertThat(Thread.interrupted()).isFalse();
		}
	}

	@Test
	void endsACallAfterTheStoreWasIdleForLong() throws Exception {
		try (Store store = Store.builder(this.engine).deadline(SHORT).build()) {
			Func sleeping = sleeping(store);
			Runnable brief = Func.create(store, Runnable.class, () -> {
			}).typed(Runnable.class).call();
			for (int round = 0; round < 3; round++) {
				brief.run();
				Thread.sleep(round * SHORT.toMillis() / 4);
				assertThatThrownBy(() -> sleeping.call()).isInstanceOf(Trap.class);
			}
		}
	}

	@Test
	void canBeChangedBetweenCalls() {
		try (Store store = Store.builder(this.engine).deadline(LONG).build()) {
			Func sleeping = sleeping(store);
			Func.create(store, Runnable.class, () -> {
			}).call();
			store.setDeadline(SHORT);
			assertThatThrownBy(() -> sleeping.call()).isInstanceOf(Trap.class);
			store.setDeadline(null);
			assertThat(store.deadline()).isEmpty();
			assertThatThrownBy(() -> store.setDeadline(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
		}
	}

	@Test
	void cannotBeChangedByTheCallItself() {
		try (Store store = Store.builder(this.engine).deadline(LONG).build()) {
			Func cheating = Func.create(store, Runnable.class, () -> store.setDeadline(null));
			assertThatThrownBy(() -> cheating.call()).isInstanceOf(StoreInUseException.class);
		}
	}

	@Test
	void needsOneThreadPerEngine() {
		try (Store one = Store.builder(this.engine).deadline(LONG).build();
				Store other = Store.builder(this.engine).deadline(LONG).build()) {
			assertThat(this.engine.deadlines().isRunning()).isFalse();
			for (Store store : List.of(one, other)) {
				Func.create(store, Runnable.class, () -> {
				}).call();
			}
			assertThat(Thread.getAllStackTraces().keySet())
				.filteredOn((thread) -> thread.getName().equals("graft-deadlines") && thread.isDaemon())
				.isNotEmpty();
			assertThat(this.engine.deadlines().isRunning()).isTrue();
		}
	}

	private static Func sleeping(Store store) {
		return Func.create(store, FunctionType.of(List.of()), (caller, arguments) -> {
			Thread.sleep(LONG);
			return null;
		});
	}

}
