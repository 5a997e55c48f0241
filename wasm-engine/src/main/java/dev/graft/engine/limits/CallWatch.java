package dev.graft.engine.limits;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import dev.graft.engine.abi.ExecutionContext;
import org.jspecify.annotations.Nullable;

/// Watches the calls into one store for as long as it has a deadline: when a call runs
/// past it, the code is interrupted and so is its thread, in case a host function is
/// blocking.
///
/// Calls do not read the clock. The scheduler looks a few times for each deadline's
/// length which call is running; one that it has not seen before is given the whole time
/// from then on. A call to a store that was idle when the scheduler looked last notes its
/// time itself.
///
/// ```
///     unwatched ──begin──▶ watched ──look: no call since the last look──▶ leaving
///         ▲                   ▲                                              │
///         │                   └────begin, or a call that came just then──────┤
///         └────────────────────────────look: still no call───────────────────┘
/// ```
///
/// The thread's interrupt status must not outlive the call. So whoever interrupts it
/// first says so and makes all threads execute a fence; a call that has not ended by then
/// finds at its end that it was interrupted, and clears the status.
///
/// RATIONALE, "How does a call have a deadline without looking at the clock?".
public final class CallWatch {

	/// How often the scheduler looks for each deadline's length: a call that is first
	/// seen at a look may run that much longer.
	private static final int LOOKS = 8;

	private static final long SHORTEST_LOOK_NANOS = 200_000;

	private static final VarHandle RUNNING;

	private static final VarHandle ENDING;

	static {
		try {
			MethodHandles.Lookup lookup = MethodHandles.lookup();
			RUNNING = lookup.findVarHandle(CallWatch.class, "running", boolean.class);
			ENDING = lookup.findVarHandle(CallWatch.class, "ending", boolean.class);
		}
		catch (ReflectiveOperationException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

	private final ExecutionContext context;

	private final DeadlineScheduler scheduler;

	// Written by the calls.

	@SuppressWarnings("unused") // there is a handle for it
	private boolean running;

	private @Nullable Thread caller;

	private volatile long durationNanos;

	// Guarded by this; read by calls, too.

	private volatile boolean watched;

	@SuppressWarnings("unused") // there is a handle for it
	private boolean ending;

	private boolean threadInterrupted;

	private long scheduledNanos = DeadlineScheduler.NEVER;

	private int seenCall;

	private int endedCall;

	private long deadlineNanos;

	/// A watch over the calls of a store.
	public CallWatch(ExecutionContext context, DeadlineScheduler scheduler) {
		this.context = context;
		this.scheduler = scheduler;
	}

	/// A call begins, and has its number.
	/// @param durationNanos how long it may take
	@SuppressWarnings("ReferenceEquality") // a thread is itself and no other
	public void begin(long durationNanos) {
		Thread current = Thread.currentThread();
		boolean other = this.caller != current;
		if (other) {
			// Before the call runs: who interrupts it is not to interrupt the thread
			// of an earlier one.
			this.caller = current;
		}
		RUNNING.setRelease(this, true);
		if (other || !isWatched(current, durationNanos)) {
			watch(current, durationNanos);
		}
	}

	@SuppressWarnings("ReferenceEquality")
	private boolean isWatched(Thread current, long durationNanos) {
		return this.watched && this.caller == current && this.durationNanos == durationNanos;
	}

	private synchronized void watch(Thread current, long durationNanos) {
		long deadline = System.nanoTime() + durationNanos;
		this.caller = current;
		this.durationNanos = durationNanos;
		this.seenCall = this.context.callNumber;
		this.deadlineNanos = deadline;
		this.watched = true;
		long look = deadline - durationNanos + lookNanos();
		if (this.scheduledNanos == DeadlineScheduler.NEVER || this.scheduledNanos - look > 0) {
			this.scheduledNanos = look;
			this.scheduler.schedule(this, look);
		}
	}

	private long lookNanos() {
		return Math.min(this.durationNanos, Math.max(SHORTEST_LOOK_NANOS, this.durationNanos / LOOKS));
	}

	/// The call that began ends.
	public void end() {
		RUNNING.setOpaque(this, false);
		if ((boolean) ENDING.getOpaque(this)) {
			finish();
		}
	}

	private synchronized void finish() {
		this.ending = false;
		if (this.threadInterrupted) {
			this.threadInterrupted = false;
			Thread.interrupted();
		}
	}

	/// Interrupts the call that is running, if there is one.
	public synchronized void interrupt() {
		interrupt(this.context.callNumber);
	}

	private void interrupt(int call) {
		if (!(boolean) RUNNING.getOpaque(this)) {
			return;
		}
		this.context.interrupt(call);
		ENDING.setVolatile(this, true);
		GlobalFence.execute();
		boolean runs = (boolean) RUNNING.getAcquire(this) && this.context.callNumber == call;
		Thread caller = this.caller;
		// A status that somebody else has set is somebody else's to clear.
		if (runs && caller != null && !caller.isInterrupted()) {
			this.threadInterrupted = true;
			caller.interrupt();
		}
	}

	/// A time has come to look which call is running.
	/// @return when to come back, or [DeadlineScheduler#NEVER]
	synchronized long look(long atNanos, long nowNanos) {
		if (atNanos != this.scheduledNanos) {
			return DeadlineScheduler.NEVER;
		}
		this.scheduledNanos = look(nowNanos);
		return this.scheduledNanos;
	}

	private long look(long nowNanos) {
		int call = this.context.callNumber;
		if (call != this.seenCall) {
			this.seenCall = call;
			this.deadlineNanos = nowNanos + this.durationNanos;
			this.watched = true;
		}
		else if ((boolean) RUNNING.getOpaque(this)) {
			endIfLate(call, nowNanos);
		}
		else if (this.watched) {
			this.watched = false;
		}
		else {
			this.caller = null;
			return DeadlineScheduler.NEVER;
		}
		long left = this.deadlineNanos - nowNanos;
		return nowNanos + ((left > 0) ? Math.min(left, lookNanos()) : lookNanos());
	}

	// Only once: what a host function makes of the interruption is its own affair.
	private void endIfLate(int call, long nowNanos) {
		if (this.deadlineNanos - nowNanos > 0 || this.endedCall == call) {
			return;
		}
		try {
			interrupt(call);
			this.endedCall = call;
		}
		catch (OutOfMemoryError full) {
			// The code was asked to stop before; its thread is at the next look.
			this.endedCall = 0;
		}
	}

	/// The store closes.
	public void close() {
		this.scheduler.cancel(this);
	}

}
