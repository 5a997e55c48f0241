package dev.graft.engine.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.graft.engine.abi.ExecutionContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CallWatchTests {

	private static final long NANOS = Duration.ofHours(1).toNanos();

	private final CallWatch watch = new CallWatch(new ExecutionContext(), new DeadlineScheduler());

	// A request that comes while another thread begins the store's next call.
	@Test
	@Timeout(20)
	void doesNotInterruptTheThreadOfAnEarlierCall() throws InterruptedException {
		this.watch.begin(NANOS);
		this.watch.end();
		List<Boolean> interrupted = new ArrayList<>();
		Thread other = new Thread(() -> {
			this.watch.begin(NANOS);
			interrupted.add(Thread.currentThread().isInterrupted());
			this.watch.end();
			interrupted.add(Thread.currentThread().isInterrupted());
		});
		synchronized (this.watch) {
			other.start();
			while (other.getState() != Thread.State.BLOCKED) {
				Thread.onSpinWait();
			}
			this.watch.interrupt();
		}
		boolean earlier = Thread.interrupted();
		other.join();
		assertThat(earlier).isFalse();
		assertThat(interrupted).containsExactly(true, false);
	}

}
