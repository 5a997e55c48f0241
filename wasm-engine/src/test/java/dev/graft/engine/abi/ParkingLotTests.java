package dev.graft.engine.abi;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.Limits;
import dev.graft.engine.memory.LinearMemories;
import dev.graft.engine.memory.MemoryTemplate;
import dev.graft.engine.memory.OwnedMemory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ParkingLotTests {

	private final OwnedMemory owned = new LinearMemories().allocate(
			MemoryTemplate.zeros(new ExternalType.Memory(AddressType.I32, Limits.between(1, 1), true, 16)),
			Long.MAX_VALUE, GrowthLimiter.NONE);

	private final long place = this.owned.memory().base;

	private final ParkingLot lot = new ParkingLot();

	@AfterEach
	void close() {
		this.owned.close();
	}

	@Test
	void keepsNothingOfThoseThatHaveGone() {
		assertThat(this.lot.await(this.place, 4, 1, -1, new ExecutionContext())).isEqualTo(ParkingLot.NOT_EQUAL);
		assertThat(this.lot.await(this.place, 4, 0, 0, new ExecutionContext())).isEqualTo(ParkingLot.TIMED_OUT);
		assertThat(this.lot.await(this.place + 8, 8, 0, 1_000, new ExecutionContext())).isEqualTo(ParkingLot.TIMED_OUT);
		assertThat(this.lot.addresses()).isZero();
	}

	@Test
	void waitsForEverIfTheTimeoutIsLargerThanTime() throws Exception {
		try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
			Future<Integer> waiting = threads
				.submit(() -> this.lot.await(this.place, 4, 0, Long.MAX_VALUE, new ExecutionContext()));
			while (this.lot.notify(this.place, -1) == 0) {
				Thread.onSpinWait();
			}
			assertThat(waiting.get()).isEqualTo(ParkingLot.WOKEN);
			assertThat(this.lot.addresses()).isZero();
		}
	}

	@Test
	void wakesInTheOrderOfArrivalAndOnlyAtTheAddress() throws Exception {
		try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
			Future<Integer> first = threads.submit(() -> this.lot.await(this.place, 4, 0, -1, new ExecutionContext()));
			awaitAddresses(1);
			Future<Integer> other = threads
				.submit(() -> this.lot.await(this.place + 4, 4, 0, -1, new ExecutionContext()));
			awaitAddresses(2);
			assertThat(this.lot.notify(this.place, 0)).isZero();
			assertThat(this.lot.notify(this.place, 2)).isEqualTo(1);
			assertThat(first.get()).isEqualTo(ParkingLot.WOKEN);
			assertThat(other.isDone()).isFalse();
			assertThat(this.lot.notify(this.place + 4, 1)).isEqualTo(1);
			assertThat(other.get()).isEqualTo(ParkingLot.WOKEN);
		}
	}

	/// However interruption and notification fall together, one of two threads is woken.
	@Test
	void passesANotificationOnThatReachesAnInterruptedThread() throws Exception {
		for (int round = 0; round < 300; round++) {
			ExecutionContext doomed = new ExecutionContext();
			AtomicReference<Object> first = new AtomicReference<>();
			Thread interrupted = Thread.ofPlatform().start(() -> first.set(result(doomed)));
			awaitAddresses(1);
			Thread second = Thread.ofPlatform().start(() -> result(new ExecutionContext()));
			while (second.getState() != Thread.State.WAITING) {
				Thread.onSpinWait();
			}
			Thread interrupting = Thread.ofPlatform().start(doomed::interrupt);
			Thread.sleep(0, 1_000 * (round % 50));
			int notified = this.lot.notify(this.place, 1);
			interrupting.join();
			interrupted.join();
			boolean spent = Integer.valueOf(ParkingLot.WOKEN).equals(first.get());
			while (notified == 0 || spent) {
				notified = this.lot.notify(this.place, 1);
				spent = spent && notified == 0;
			}
			second.join();
			assertThat(this.lot.addresses()).isZero();
		}
	}

	@Test
	void isNotEnteredByACallThatWasInterruptedBefore() {
		ExecutionContext context = new ExecutionContext();
		context.interrupt();
		assertThatExceptionOfType(TrapException.class).isThrownBy(() -> this.lot.await(this.place, 4, 0, -1, context));
		assertThat(this.lot.addresses()).isZero();
	}

	private Object result(ExecutionContext context) {
		try {
			return this.lot.await(this.place, 4, 0, -1, context);
		}
		catch (TrapException interrupted) {
			return interrupted;
		}
	}

	private void awaitAddresses(int count) {
		while (this.lot.addresses() != count) {
			Thread.onSpinWait();
		}
	}

}
