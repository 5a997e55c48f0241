package dev.graft.engine.limits;

import dev.graft.engine.abi.ExecutionContext;
import org.jspecify.annotations.Nullable;

/// Watches the calls into one store whose guests have objects on the Java heap, on behalf
/// of a [HeapGuard].
public final class HeapWatch {

	/// At how many polls a closely watched call looks once.
	private static final int POLLS = 16;

	private final ExecutionContext context;

	private final HeapGuard guard;

	private volatile @Nullable Thread caller;

	private long atBegin;

	private int polls;

	private volatile boolean closed;

	/// A watch over the calls of a store, which begins now.
	public HeapWatch(ExecutionContext context, HeapGuard guard) {
		this.context = context;
		this.guard = guard;
		context.pause = this::mustWait;
		guard.add(this);
	}

	/// A call begins.
	public void begin() {
		this.atBegin = AllocatedBytes.ofCurrentThread();
		this.caller = Thread.currentThread();
		if (this.context.closelyWatched) {
			this.context.pauseCall();
		}
	}

	/// The call that began ends.
	public void end() {
		this.caller = null;
	}

	/// The store has been closed: nothing of what its guests allocated is reachable
	/// through it.
	public void close() {
		this.closed = true;
		this.guard.remove(this);
	}

	// A call that is closely watched looks for itself, since the guard's thread may have
	// to wait for a processor.
	private boolean mustWait() {
		this.polls++;
		return this.guard.letsWait() || (this.polls % POLLS == 0 && this.guard.demandsLook());
	}

	/// Whether the store has been closed.
	boolean isClosed() {
		return this.closed;
	}

	/// Sets whether calls look for themselves.
	void watchClosely(boolean closely) {
		this.context.closelyWatched = closely;
		if (closely && this.caller != null) {
			this.context.pauseCall();
		}
	}

	/// Lets the call that is running wait at its next poll.
	/// @return whether there is one
	boolean letWait() {
		if (this.caller == null) {
			return false;
		}
		this.context.pauseCall();
		return true;
	}

	/// How much the running call has allocated; negative if there is none, or if it has
	/// been asked to stop already.
	long allocatedBytes() {
		Thread thread = this.caller;
		long begin = this.atBegin;
		if (thread == null || this.context.isInterrupted()) {
			return -1;
		}
		return Math.max(0, AllocatedBytes.of(thread) - begin);
	}

	/// Stops the running call.
	/// @param usedBytes how much of the heap is in use
	/// @param maximumBytes the size of the heap
	/// @return whether there was one
	boolean stop(long usedBytes, long maximumBytes) {
		int call = this.context.callNumber;
		long allocated = allocatedBytes();
		if (allocated < 0) {
			return false;
		}
		this.context.exceedHeapLimit(call, usedBytes, maximumBytes, allocated);
		return true;
	}

}
