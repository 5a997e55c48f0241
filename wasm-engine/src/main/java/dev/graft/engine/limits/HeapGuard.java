package dev.graft.engine.limits;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/// Keeps guests from filling the Java heap: watches how full it is, and when what is in
/// use after a collection exceeds the limit, stops the call that has allocated most.
///
/// One thread per engine looks every few milliseconds, and only while there are stores
/// whose guests have objects. When the heap looks full, it lets all these guests wait at
/// their next poll, collects, and judges what remains. It allocates nothing until the
/// guests wait, so it does not depend on what it defends.
///
/// RATIONALE, "How much of the heap can a guest take?".
public final class HeapGuard {

	/// The name of the thread.
	public static final String THREAD_NAME = "graft-heap";

	/// The percentage that turns the guard off.
	public static final int OFF = 100;

	private static final int PERCENT = 100;

	/// Garbage in the young generation is no reason to collect all of the heap: after the
	/// last collection so much of the limit must have been in use.
	private static final double WORTH_LOOKING = 0.7;

	/// From here on guests look for themselves.
	private static final double WORTH_WATCHING = 0.7;

	/// The same after a collection.
	private static final double WORTH_WATCHING_AFTER = 0.5;

	/// Nobody fills a heap faster than this.
	private static final long BYTES_PER_MILLISECOND = 8 * 1024 * 1024;

	private static final long LONGEST_SLEEP_MILLIS = 20;

	/// A heap that is that full does not become fuller: collectors keep a rest for
	/// themselves.
	private static final double FULL = 0.95;

	/// So long the others wait for a store whose call was stopped to be closed, before
	/// another call is stopped. On a busy machine much of it passes before that call even
	/// notices.
	private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

	/// No collector waits as long as this with a heap that is mostly garbage.
	private static final double ALMOST_FULL = 0.92;

	/// After a collection that stopped nobody, so many times as long passes before the
	/// next one: an application that keeps much by itself loses at most a twentieth.
	private static final int PAUSE_FACTOR = 20;

	private final long maximum = Runtime.getRuntime().maxMemory();

	private final int percent;

	private final long limit;

	private final List<WeakReference<HeapWatch>> watches = new ArrayList<>();

	private GarbageCollectorMXBean @Nullable [] collectors;

	private volatile @Nullable Thread thread;

	private volatile boolean waiting;

	private volatile boolean demanded;

	private boolean close;

	private long collections;

	private volatile long usedAfterCollection;

	private volatile long knownAlive;

	private volatile long pauseEndNanos = System.nanoTime();

	/// A guard that has nothing to do yet.
	/// @param percent how much of the heap may be in use
	public HeapGuard(int percent) {
		this.percent = percent;
		this.limit = this.maximum / PERCENT * percent;
	}

	/// Whether the guard is to guard.
	public boolean isOn() {
		return this.percent < OFF;
	}

	/// Brings what watching takes to its final state, before a guest decides how deep the
	/// stack is.
	public synchronized void prepare() {
		if (isOn() && this.collectors == null) {
			AllocatedBytes.ofCurrentThread();
			this.collectors = ManagementFactory.getGarbageCollectorMXBeans().toArray(GarbageCollectorMXBean[]::new);
		}
	}

	/// Whether the thread is there.
	public synchronized boolean isRunning() {
		return this.thread != null;
	}

	/// Whether guests are to wait.
	boolean letsWait() {
		return this.waiting || this.demanded;
	}

	/// Asks the guard to look if the heap looks full.
	/// @return whether the guest is to wait until it has
	boolean demandsLook() {
		Thread thread = this.thread;
		if (thread == null || !looksFull(used())) {
			return false;
		}
		this.demanded = true;
		LockSupport.unpark(thread);
		return true;
	}

	synchronized void add(HeapWatch watch) {
		this.watches.add(new WeakReference<>(watch));
		if (this.thread == null) {
			prepare();
			this.thread = start();
		}
	}

	synchronized void remove(HeapWatch watch) {
		this.watches.removeIf((each) -> each.refersTo(watch) || each.refersTo(null));
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
		while (isNeeded()) {
			try {
				look();
			}
			catch (OutOfMemoryError full) {
				this.waiting = false;
			}
			this.demanded = false;
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(sleepMillis()));
		}
	}

	private synchronized boolean isNeeded() {
		for (int index = this.watches.size() - 1; index >= 0; index--) {
			if (this.watches.get(index).refersTo(null)) {
				this.watches.remove(index);
			}
		}
		if (this.watches.isEmpty()) {
			this.thread = null;
			return false;
		}
		return true;
	}

	private long sleepMillis() {
		long room = this.limit - used();
		return Math.clamp(room / BYTES_PER_MILLISECOND, 1, LONGEST_SLEEP_MILLIS);
	}

	private static long used() {
		Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory();
	}

	private void look() {
		long used = used();
		long collections = collections();
		if (collections != this.collections) {
			this.collections = collections;
			this.usedAfterCollection = used;
			this.knownAlive = Math.min(this.knownAlive, used);
		}
		watchClosely(used >= this.maximum * WORTH_WATCHING
				|| this.usedAfterCollection >= this.maximum * WORTH_WATCHING_AFTER);
		if (looksFull(used) && letWait()) {
			try {
				judge();
			}
			finally {
				this.waiting = false;
			}
		}
	}

	// Whoever was found to keep less than the limit may use half of the rest before the
	// next look, so that collecting does not cost more than it would without a guard.
	private boolean looksFull(long used) {
		if (System.nanoTime() - this.pauseEndNanos < 0) {
			return used >= Math.max((double) this.limit, this.maximum * ALMOST_FULL);
		}
		double enough = Math.max((double) this.limit, (this.knownAlive + this.maximum * FULL) / 2);
		return used >= enough
				&& (this.usedAfterCollection >= this.limit * WORTH_LOOKING || used >= this.maximum * ALMOST_FULL);
	}

	private synchronized void watchClosely(boolean closely) {
		if (!closely && !this.close) {
			return;
		}
		this.close = closely;
		for (int index = 0; index < this.watches.size(); index++) {
			HeapWatch watch = this.watches.get(index).get();
			if (watch != null) {
				watch.watchClosely(closely);
			}
		}
	}

	/// Lets all calls wait.
	/// @return whether there is one
	private synchronized boolean letWait() {
		this.waiting = true;
		boolean any = false;
		for (int index = 0; index < this.watches.size(); index++) {
			HeapWatch watch = this.watches.get(index).get();
			if (watch != null && watch.letWait()) {
				any = true;
			}
		}
		this.waiting = any;
		return any;
	}

	private void judge() {
		long before = collections();
		long start = System.nanoTime();
		System.gc();
		long end = System.nanoTime();
		long used = used();
		if (collections() == before) {
			// -XX:+DisableExplicitGC: what was left by the last collection has to do.
			used = this.usedAfterCollection;
		}
		this.collections = collections();
		this.usedAfterCollection = used;
		this.knownAlive = used;
		if (used >= this.limit) {
			awaitClosed(stopLargest(used));
			this.knownAlive = 0;
		}
		else {
			this.pauseEndNanos = end + PAUSE_FACTOR * (end - start);
		}
	}

	// Null if no call is left to stop, or it has just ended by itself.
	private synchronized @Nullable HeapWatch stopLargest(long used) {
		HeapWatch largest = null;
		long most = -1;
		for (int index = 0; index < this.watches.size(); index++) {
			HeapWatch watch = this.watches.get(index).get();
			long allocated = (watch != null) ? watch.allocatedBytes() : -1;
			if (allocated > most) {
				most = allocated;
				largest = watch;
			}
		}
		return (largest != null && largest.stop(used, this.maximum)) ? largest : null;
	}

	// Meanwhile the others still wait, so none of them is stopped for what the first one
	// has not let go of yet.
	private void awaitClosed(@Nullable HeapWatch stopped) {
		long start = System.nanoTime();
		while (stopped != null && !stopped.isClosed() && System.nanoTime() - start < GRACE_NANOS) {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
		}
	}

	private long collections() {
		long sum = 0;
		if (this.collectors != null) {
			for (GarbageCollectorMXBean collector : this.collectors) {
				sum += collector.getCollectionCount();
			}
		}
		return sum;
	}

}
