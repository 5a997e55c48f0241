package dev.graft.engine.abi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import dev.graft.engine.trap.TrapCode;
import org.jspecify.annotations.Nullable;

/// The execution state of a store: one for all of its instances.
///
/// Everything but [#interruption] belongs to the thread that is using the store.
public final class ExecutionContext {

	private static final int USUAL_RESULTS = 8;

	private static final int MEBIBYTE_LOG2 = 20;

	private static final long PAUSE_NANOS = 1_000_000;

	private static final Polls[] NO_POLLS = new Polls[0];

	private static final VarHandle INTERRUPTION = interruptionHandle();

	/// Zero while execution may go on, or the number of the call that is to be
	/// interrupted. Any thread may set it; generated code looks at it at loop headers and
	/// function entries while its [Polls] are on, which whoever sets it sees to.
	volatile int interruption;

	/// The polls of all code that runs in this store. Written by the store's thread,
	/// copied each time.
	private volatile Polls[] polls = NO_POLLS;

	/// The number of the call from the host that is running, or was the last to run;
	/// never zero.
	@EngineSide
	public int callNumber = 1;

	/// Whether calls that are paused are to wait on; null if calls are never paused.
	@EngineSide
	public volatile @Nullable BooleanSupplier pause;

	/// Whether calls are to ask [#pause] at every poll for now.
	@EngineSide
	public volatile boolean closelyWatched;

	/// The number of the call that is to end. A call that is only to pause has its number
	/// in [#interruption] alone.
	private volatile int ending;

	/// The number of the call that is to end because of what it has put on the heap. Set
	/// after the figures, which are plain numbers since there is no room for more.
	private volatile int heapLimitCall;

	private long heapUsedBytes;

	private long heapMaximumBytes;

	private long allocatedBytes;

	/// Results beyond the first, by result index: integers as they are, floating point
	/// numbers as their raw bits.
	public long[] resultBits = new long[USUAL_RESULTS];

	/// Results beyond the first that are references, by result index. Never read before
	/// it was written by the same call.
	public @Nullable Object[] resultReferences = new @Nullable Object[USUAL_RESULTS];

	/// The most bytes that the elements of an array may take.
	@EngineSide
	public long largestArrayBytes = Long.MAX_VALUE;

	/// Zero, unless a function has just returned because it leaves for one that it calls
	/// in tail position: then the number of that one in the module of [#tailInstance].
	public int tailNumber;

	/// The instance of the function that is to be called.
	@Nullable ModuleInstance tailInstance;

	/// The numeric arguments for it, by place among the parameters of its method:
	/// integers as they are, floating point numbers as their raw bits.
	public long[] tailBits = new long[USUAL_RESULTS];

	/// The arguments for it that are references.
	public @Nullable Object[] tailReferences = new @Nullable Object[USUAL_RESULTS];

	/// The object that stands for the store in the embedding API.
	@EngineSide
	public @Nullable Object embedder;

	/// The thread that waits for another one in `memory.atomic.wait32` or its sibling.
	private volatile @Nullable Thread waiting;

	/// A context in which nothing was interrupted.
	@EngineSide
	public ExecutionContext() {
	}

	/// Makes room for functions with that many results. The engine does this before it
	/// creates an instance of a module that has such functions in its types.
	@EngineSide
	public void ensureResults(int count) {
		if (this.resultBits.length < count) {
			this.resultBits = Arrays.copyOf(this.resultBits, count);
			this.resultReferences = Arrays.copyOf(this.resultReferences, count);
		}
	}

	/// Makes room for calls in tail position with that many arguments. The engine does
	/// this before it creates an instance of a module with such functions.
	@EngineSide
	public void ensureTailArguments(int count) {
		if (this.tailBits.length < count) {
			this.tailBits = new long[count];
			this.tailReferences = new @Nullable Object[count];
		}
	}

	/// Forgets whom a function has left for: an exception has ended the call. The stack
	/// may have ended just when that one was to be called.
	@EngineSide
	public void forgetTailCall() {
		this.tailNumber = 0;
		this.tailInstance = null;
	}

	/// Begins the next call from the host: requests to interrupt an earlier one have no
	/// effect on it, however late they arrive.
	@EngineSide
	public void nextCall() {
		int next = this.callNumber + 1;
		this.callNumber = (next != 0) ? next : 1;
	}

	/// Asks the call that is running to stop. May be called by any thread.
	@EngineSide
	public void interrupt() {
		interrupt(this.callNumber);
	}

	/// Asks a call to stop. May be called by any thread.
	/// @param call its number; if it is no longer running, nothing happens
	@EngineSide
	public void interrupt(int call) {
		this.ending = call;
		this.interruption = call;
		demandPolls();
		Thread thread = this.waiting;
		if (thread != null) {
			LockSupport.unpark(thread);
		}
	}

	/// Asks a call to stop because of what it has put on the heap. May be called by any
	/// thread.
	/// @param call its number; if it is no longer running, nothing happens
	/// @param usedBytes how much of the heap is in use
	/// @param maximumBytes the size of the heap
	/// @param allocatedBytes how much the call has allocated
	@EngineSide
	public void exceedHeapLimit(int call, long usedBytes, long maximumBytes, long allocatedBytes) {
		this.heapUsedBytes = usedBytes;
		this.heapMaximumBytes = maximumBytes;
		this.allocatedBytes = allocatedBytes;
		this.heapLimitCall = call;
		interrupt(call);
	}

	/// Asks the call that is running to wait for as long as [#pause] says. May be called
	/// by any thread.
	@EngineSide
	public void pauseCall() {
		this.interruption = this.callNumber;
		demandPolls();
	}

	private void demandPolls() {
		for (Polls each : this.polls) {
			each.demand();
		}
	}

	/// Code begins to run in this store. To be called before it does.
	// Whoever interrupts sets the request first and looks for code then, and here it is
	// the other way round, so one of them sees the other.
	@EngineSide
	public void add(Polls added) {
		Polls[] known = this.polls;
		for (Polls each : known) {
			if (each == added) {
				return;
			}
		}
		Polls[] all = Arrays.copyOf(known, known.length + 1);
		all[known.length] = added;
		this.polls = all;
		if (this.interruption != 0) {
			added.demand();
		}
	}

	/// Whether the call that is running was asked to stop.
	@EngineSide
	public boolean isInterrupted() {
		return this.ending == this.callNumber;
	}

	/// Why the call that was asked to stop stops.
	@EngineSide
	public TrapCode interruptionCode() {
		return (this.heapLimitCall == this.callNumber) ? TrapCode.HEAP_LIMIT : TrapCode.INTERRUPT;
	}

	/// What ends the call that was asked to stop.
	TrapException interruptionTrap() {
		return (interruptionCode() == TrapCode.HEAP_LIMIT) ? TrapOps.heapLimit(heapFigures()) : TrapOps.interrupt();
	}

	// Not by a format: these are made when an engine starts, and formatting needs the
	// platform's locales, whose classes take ten milliseconds.
	private String heapFigures() {
		return String.join(" ", mebibytes(this.heapUsedBytes), "of", mebibytes(this.heapMaximumBytes),
				"MiB of the heap are in use, and the call has allocated", mebibytes(this.allocatedBytes), "MiB");
	}

	private static String mebibytes(long bytes) {
		return Long.toString(bytes >> MEBIBYTE_LOG2);
	}

	/// Waits for as long as the call is to pause.
	void awaitPause() {
		BooleanSupplier pause = this.pause;
		while (pause != null && pause.getAsBoolean() && !isInterrupted()) {
			LockSupport.parkNanos(PAUSE_NANOS);
		}
	}

	// Whoever interrupts sets the request first and looks for a thread then, and here it
	// is the other way round, so one of them sees the other.
	void beginWaiting() {
		this.waiting = Thread.currentThread();
	}

	void endWaiting() {
		this.waiting = null;
	}

	/// Forgets a request to interrupt a call, unless another one has taken its place.
	void withdrawInterruption(int callNumber) {
		INTERRUPTION.compareAndSet(this, callNumber, 0);
	}

	private static VarHandle interruptionHandle() {
		try {
			return MethodHandles.lookup().findVarHandle(ExecutionContext.class, "interruption", int.class);
		}
		catch (ReflectiveOperationException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

}
