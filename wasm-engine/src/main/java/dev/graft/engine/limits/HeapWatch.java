package dev.graft.engine.limits;

import dev.graft.engine.abi.ExecutionContext;
import org.jspecify.annotations.Nullable;

/// Watches the calls into one store whose guests have objects on the Java heap, on behalf
/// of a [HeapGuard].
public final class HeapWatch {

	private final ExecutionContext context;

	private final HeapGuard guard;

	private volatile @Nullable Thread caller;

	private long atBegin;

	/// A watch over the calls of a store, which begins now.
	public HeapWatch(ExecutionContext context, HeapGuard guard) {
		this.context = context;
		this.guard = guard;
		context.pause = guard::letsWait;
		guard.add(this);
	}

	/// A call begins.
	public void begin() {
		this.atBegin = AllocatedBytes.ofCurrentThread();
		this.caller = Thread.currentThread();
	}

	/// The call that began ends.
	public void end() {
		this.caller = null;
	}

	/// The store closes.
	public void close() {
		this.guard.remove(this);
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
	void stop(long usedBytes, long maximumBytes) {
		int call = this.context.callNumber;
		long allocated = allocatedBytes();
		if (allocated >= 0) {
			this.context.exceedHeapLimit(call, usedBytes, maximumBytes, allocated);
		}
	}

}
