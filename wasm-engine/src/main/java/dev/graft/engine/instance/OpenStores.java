package dev.graft.engine.instance;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import dev.graft.engine.abi.ExecutionContext;
import dev.graft.engine.memory.LinearMemories;
import org.jspecify.annotations.Nullable;

/// All stores that are open, so that what a store holds is given back even if nobody
/// closes it, and can be counted. Thread-safe.
///
/// Stores are opened and closed for each request, by many threads, so there are several
/// lists, and a thread always adds to the same one.
///
/// A store is garbage when its [ExecutionContext] is: every instance and everything that
/// calls one refers to it. The thread that waits for that ends when there have been no
/// stores for a while.
public final class OpenStores {

	/// The name of the thread.
	public static final String THREAD_NAME = "graft-stores";

	private static final int LISTS = 16;

	private static final long IDLE_MILLIS = TimeUnit.SECONDS.toMillis(10);

	private static final ReferenceQueue<ExecutionContext> GARBAGE = new ReferenceQueue<>();

	private static final StoreList[] STORES = lists();

	private static final AtomicBoolean RUNNING = new AtomicBoolean();

	private OpenStores() {
	}

	private static StoreList[] lists() {
		StoreList[] lists = new StoreList[LISTS];
		for (int index = 0; index < LISTS; index++) {
			lists[index] = new StoreList();
		}
		return lists;
	}

	static Entry add(ExecutionContext context, Holdings holdings) {
		StoreList list = STORES[(int) Thread.currentThread().threadId() & (LISTS - 1)];
		Entry entry = new Entry(context, holdings, list);
		list.add(entry);
		if (!RUNNING.get() && RUNNING.compareAndSet(false, true)) {
			start();
		}
		return entry;
	}

	/// Counts the stores of an engine.
	/// @param allocator where their memories come from
	public static Count count(LinearMemories allocator) {
		Count count = new Count(0, 0);
		for (StoreList list : STORES) {
			count = list.count(allocator, count);
		}
		return count;
	}

	// The thread outlives the caller, so it must not keep anything of the caller's alive.
	private static void start() {
		Thread thread = Thread.ofPlatform()
			.daemon()
			.inheritInheritableThreadLocals(false)
			.name(THREAD_NAME)
			.unstarted(OpenStores::run);
		thread.setContextClassLoader(null);
		thread.start();
	}

	// If it fails, the next store starts another one.
	private static void run() {
		try {
			while (isNeeded()) {
				closeDropped();
			}
		}
		catch (RuntimeException | Error failure) {
			RUNNING.set(false);
			throw failure;
		}
	}

	// Nobody but a test or a debugger interrupts this thread: the next round goes on.
	private static void closeDropped() {
		try {
			if (GARBAGE.remove(IDLE_MILLIS) instanceof Entry dropped) {
				dropped.close();
			}
		}
		catch (InterruptedException nobodys) {
			LockSupport.parkNanos(1);
		}
	}

	// Whoever adds a store looks at RUNNING afterwards, and here it is the other way
	// round, so one of them sees the other.
	private static boolean isNeeded() {
		if (anyOpen()) {
			return true;
		}
		RUNNING.set(false);
		return anyOpen() && RUNNING.compareAndSet(false, true);
	}

	private static boolean anyOpen() {
		for (StoreList list : STORES) {
			if (list.isUsed()) {
				return true;
			}
		}
		return false;
	}

	/// How many there are.
	/// @param stores open stores
	/// @param instances instances in them
	public record Count(long stores, long instances) {
	}

	/// An open store.
	static final class Entry extends PhantomReference<ExecutionContext> {

		private final Holdings holdings;

		private final StoreList list;

		private @Nullable Entry previous;

		private @Nullable Entry next;

		private boolean open = true;

		private Entry(ExecutionContext context, Holdings holdings, StoreList list) {
			super(context, GARBAGE);
			this.holdings = holdings;
			this.list = list;
		}

		/// Gives back what the store holds, unless that has been done.
		void close() {
			if (this.list.remove(this)) {
				this.holdings.close();
			}
		}

	}

	/// Some of the stores.
	private static final class StoreList {

		private @Nullable Entry first;

		private synchronized void add(Entry entry) {
			Entry second = this.first;
			entry.next = second;
			if (second != null) {
				second.previous = entry;
			}
			this.first = entry;
		}

		private synchronized boolean remove(Entry entry) {
			if (!entry.open) {
				return false;
			}
			entry.open = false;
			Entry previous = entry.previous;
			Entry next = entry.next;
			if (previous != null) {
				previous.next = next;
			}
			else {
				this.first = next;
			}
			if (next != null) {
				next.previous = previous;
			}
			return true;
		}

		private synchronized boolean isUsed() {
			return this.first != null;
		}

		@SuppressWarnings("ReferenceEquality") // an engine has one allocator
		private synchronized Count count(LinearMemories allocator, Count others) {
			long stores = others.stores;
			long instances = others.instances;
			for (Entry entry = this.first; entry != null; entry = entry.next) {
				if (entry.holdings.allocator() == allocator) {
					stores++;
					instances += entry.holdings.budget().instances();
				}
			}
			return new Count(stores, instances);
		}

	}

}
