package dev.graft.engine.abi;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/// Where threads wait at the addresses of a shared memory until others notify them.
///
/// Looking at the memory and joining the queue is one step under the lock, and so is
/// leaving it for whoever notifies: a thread that changes the memory first and notifies
/// then cannot miss one that has not seen the change. A thread that is interrupted after
/// it was notified passes the notification on. Addresses where nobody waits take no room.
///
/// @see <a
/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#wait-and-notify-operators">Threads,
/// "Wait and Notify operators"</a>
final class ParkingLot {

	/// The result of waiting: woken by another thread.
	static final int WOKEN = 0;

	/// The result of waiting: the value in memory is another one.
	static final int NOT_EQUAL = 1;

	/// The result of waiting: nobody came in time.
	static final int TIMED_OUT = 2;

	private final Map<Long, Queue<Waiter>> queues = new HashMap<>();

	/// Waits at an address.
	/// @param width how many bytes are compared: 4 or 8
	/// @param expected what the guest expects there
	/// @param timeoutNanos how long to wait at most; negative for as long as it takes
	/// @param context the state of the store that waits
	/// @throws TrapException if the call or the thread is interrupted
	int await(long address, int width, long expected, long timeoutNanos, ExecutionContext context) {
		long start = System.nanoTime();
		Waiter waiter = enqueue(address, width, expected);
		if (waiter == null) {
			return NOT_EQUAL;
		}
		boolean done = false;
		context.beginWaiting();
		try {
			parkUntilNotified(waiter, start, timeoutNanos, context);
			done = true;
		}
		finally {
			context.endWaiting();
			if (!done && leave(address, waiter)) {
				notify(address, 1);
			}
		}
		return leave(address, waiter) ? WOKEN : TIMED_OUT;
	}

	private synchronized @Nullable Waiter enqueue(long address, int width, long expected) {
		if (AtomicOps.read(address, width) != expected) {
			return null;
		}
		Queue<Waiter> queue = this.queues.get(address);
		if (queue == null) {
			queue = new ArrayDeque<>();
			this.queues.put(address, queue);
		}
		Waiter waiter = new Waiter(Thread.currentThread());
		queue.add(waiter);
		return waiter;
	}

	// A status of the thread that somebody else has set is left to whoever asks for it.
	private void parkUntilNotified(Waiter waiter, long start, long timeoutNanos, ExecutionContext context) {
		while (!waiter.notified) {
			if (context.isInterrupted() || waiter.thread.isInterrupted()) {
				throw context.interruptionTrap();
			}
			if (timeoutNanos < 0) {
				LockSupport.park(this);
				continue;
			}
			long left = timeoutNanos - (System.nanoTime() - start);
			if (left <= 0) {
				return;
			}
			LockSupport.parkNanos(this, left);
		}
	}

	/// Whether the waiter was notified; if not, it waits no longer.
	private synchronized boolean leave(long address, Waiter waiter) {
		Queue<Waiter> queue = this.queues.get(address);
		if (!waiter.notified && queue != null && queue.remove(waiter) && queue.isEmpty()) {
			this.queues.remove(address);
		}
		return waiter.notified;
	}

	/// Wakes threads that wait at an address, those first that have waited longest.
	/// @param count how many at most, unsigned
	/// @return how many there were
	synchronized int notify(long address, int count) {
		if (this.queues.isEmpty()) {
			// Most who notify find nobody, and then make no number of the address.
			return 0;
		}
		Queue<Waiter> queue = this.queues.get(address);
		int notified = 0;
		while (queue != null && !queue.isEmpty() && Integer.compareUnsigned(notified, count) < 0) {
			Waiter waiter = queue.remove();
			waiter.notified = true;
			LockSupport.unpark(waiter.thread);
			notified++;
		}
		if (queue != null && queue.isEmpty()) {
			this.queues.remove(address);
		}
		return notified;
	}

	/// Goes through what is initialized on first use.
	static void prepare() {
		LockSupport.unpark(new Waiter(Thread.currentThread()).thread);
		LockSupport.parkNanos(1);
	}

	/// How many addresses there are at which somebody waits.
	synchronized int addresses() {
		return this.queues.size();
	}

	/// A thread that waits.
	private static final class Waiter {

		private final Thread thread;

		private volatile boolean notified;

		Waiter(Thread thread) {
			this.thread = thread;
		}

	}

}
