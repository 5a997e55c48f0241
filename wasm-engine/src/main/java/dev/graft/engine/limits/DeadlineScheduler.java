package dev.graft.engine.limits;

import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/// The one thread of an engine that looks for calls past their deadlines. It starts with the first
/// deadline and ends when there has been none for a while, so an engine that is forgotten
/// leaves no thread behind. Thread-safe.
public final class DeadlineScheduler {

	/// The name of the thread.
	public static final String THREAD_NAME = "graft-deadlines";

	static final long NEVER = Long.MIN_VALUE;

	private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(10);

	private static final long FULL_HEAP_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final PriorityQueue<Entry> queue = new PriorityQueue<>();

	private @Nullable Thread thread;

	/// When the thread wakes up by itself. Stores that live for one call each come with a
	/// later time than the one before, whose entry is gone, and wake nobody.
	private long wakesAtNanos;

	/// A scheduler without a thread yet.
	public DeadlineScheduler() {
	}

	void schedule(CallWatch watch, long atNanos) {
		this.lock.lock();
		try {
			this.queue.add(new Entry(watch, atNanos));
			if (this.thread == null) {
				this.wakesAtNanos = atNanos;
				this.thread = start();
			}
			if (atNanos - this.wakesAtNanos < 0) {
				this.changed.signal();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	@SuppressWarnings("ReferenceEquality") // a watch is itself and no other
	void cancel(CallWatch watch) {
		this.lock.lock();
		try {
			this.queue.removeIf((entry) -> entry.watch == watch);
		}
		finally {
			this.lock.unlock();
		}
	}

	/// Whether the thread is there.
	public boolean isRunning() {
		this.lock.lock();
		try {
			return this.thread != null;
		}
		finally {
			this.lock.unlock();
		}
	}

	// The thread outlives the caller, so it must not keep anything of the caller's alive.
	private Thread start() {
		Thread thread = Thread.ofPlatform()
			.daemon()
			.inheritInheritableThreadLocals(false)
			.name(THREAD_NAME)
			.unstarted(this::run);
		thread.setContextClassLoader(null);
		thread.start();
		return thread;
	}

	private void run() {
		for (Entry due = next(); due != null; due = next()) {
			long again = due.watch.look(due.atNanos, System.nanoTime());
			if (again != NEVER) {
				scheduleAgain(due.watch, again);
			}
		}
	}

	// A guest may have filled the heap, and this is what will stop it.
	private void scheduleAgain(CallWatch watch, long atNanos) {
		while (true) {
			try {
				schedule(watch, atNanos);
				return;
			}
			catch (OutOfMemoryError full) {
				LockSupport.parkNanos(FULL_HEAP_NANOS);
			}
		}
	}

	/// Waits for the next entry that is due.
	/// @return null if the thread is to end
	private @Nullable Entry next() {
		this.lock.lock();
		try {
			while (true) {
				Entry first = this.queue.peek();
				long waitNanos = (first != null) ? first.atNanos - System.nanoTime() : IDLE_NANOS;
				if (first != null && waitNanos <= 0) {
					return this.queue.poll();
				}
				this.wakesAtNanos = System.nanoTime() + waitNanos;
				boolean timedOut = this.changed.awaitNanos(waitNanos) <= 0;
				if (timedOut && first == null && this.queue.isEmpty()) {
					this.thread = null;
					return null;
				}
			}
		}
		catch (InterruptedException ex) {
			return abandoned();
		}
		finally {
			this.lock.unlock();
		}
	}

	// Nobody but a test or a debugger interrupts this thread. The next deadline starts
	// another one.
	private @Nullable Entry abandoned() {
		this.thread = null;
		Entry first = this.queue.peek();
		if (first != null) {
			this.thread = start();
		}
		return null;
	}

	private record Entry(CallWatch watch, long atNanos) implements Comparable<Entry> {

		@Override
		public int compareTo(Entry other) {
			return Long.signum(this.atNanos - other.atNanos);
		}

	}

}
