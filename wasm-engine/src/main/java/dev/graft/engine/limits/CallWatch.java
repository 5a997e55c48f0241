package dev.graft.engine.limits;

import dev.graft.engine.abi.ExecutionContext;
import org.jspecify.annotations.Nullable;

/// Watches the calls into one store for as long as it has a deadline: when a call runs
/// past it, the code is interrupted and so is its thread, in case a host function is
/// blocking.
///
/// The thread's interrupt status must not outlive the call. So the end of a call and the
/// interruption exclude each other, and whoever ends an interrupted call clears the
/// status.
public final class CallWatch {

	private final ExecutionContext context;

	private final DeadlineScheduler scheduler;

	private @Nullable Thread caller;

	private long deadlineNanos;

	private long scheduledNanos = DeadlineScheduler.NEVER;

	private boolean threadInterrupted;

	/// A watch over the calls of a store.
	public CallWatch(ExecutionContext context, DeadlineScheduler scheduler) {
		this.context = context;
		this.scheduler = scheduler;
	}

	/// A call begins.
	///
	/// Calls that begin while the watch is scheduled for a time before their deadline do
	/// not schedule it again, so most calls cost the scheduler nothing.
	/// @param durationNanos how long it may take
	public void begin(long durationNanos) {
		long deadline = System.nanoTime() + durationNanos;
		synchronized (this) {
			this.caller = Thread.currentThread();
			this.deadlineNanos = deadline;
			if (this.scheduledNanos != DeadlineScheduler.NEVER && this.scheduledNanos - deadline <= 0) {
				return;
			}
			this.scheduledNanos = deadline;
		}
		this.scheduler.schedule(this, deadline);
	}

	/// The call that began ends.
	public synchronized void end() {
		this.caller = null;
		if (this.threadInterrupted) {
			this.threadInterrupted = false;
			Thread.interrupted();
		}
	}

	/// Interrupts the call that is running, if there is one.
	public synchronized void interrupt() {
		Thread caller = this.caller;
		if (caller == null) {
			return;
		}
		this.context.interrupt();
		// A status that somebody else has set is somebody else's to clear.
		if (!caller.isInterrupted()) {
			this.threadInterrupted = true;
			caller.interrupt();
		}
	}

	/// A time has come that this watch was scheduled for, perhaps for a call that has
	/// long ended.
	/// @return when to come back, or [DeadlineScheduler#NEVER]
	synchronized long due(long atNanos, long nowNanos) {
		if (atNanos != this.scheduledNanos) {
			return DeadlineScheduler.NEVER;
		}
		this.scheduledNanos = DeadlineScheduler.NEVER;
		if (this.caller != null && this.deadlineNanos - nowNanos > 0) {
			this.scheduledNanos = this.deadlineNanos;
		}
		else {
			interrupt();
		}
		return this.scheduledNanos;
	}

	/// The store closes.
	public void close() {
		this.scheduler.cancel(this);
	}

}
