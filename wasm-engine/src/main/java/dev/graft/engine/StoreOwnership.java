package dev.graft.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import dev.graft.engine.abi.ExecutionContext;
import dev.graft.engine.limits.CallWatch;
import dev.graft.engine.limits.HeapWatch;
import org.jspecify.annotations.Nullable;

/// Who is using a store: nobody, or one thread, which may come back to it from host
/// functions.
///
/// Entering an unused store is one compare-and-set, entering it again one comparison,
/// leaving it one write.
///
///     FREE ──enter──▶ owned by a thread, depth 1 ◀──enter/leave──▶ depth 2 …
///      ▲ └──close──▶ CLOSED            │
///      └──────────────leave────────────┘
///
/// A thread that is the only one to use a store for long is given a [bias][StoreBias]: from then on
/// it enters by plain reads and writes. A thread that wants the store later takes the
/// bias away, which is expensive, so each time that happens the next bias is harder to
/// get.
///
/// RATIONALE, "How is a store kept to one thread?" and "How does a store know its thread
/// without an atomic instruction?".
final class StoreOwnership {

	/// What [#enter] returns to whoever is first.
	private static final int FIRST = 0;

	/// After how many uses by one thread the store is biased towards it.
	static final int USES_UNTIL_BIAS = 4_096;

	private static final int HARDER_LOG2 = 2;

	private static final int HARDEST = 1 << 28;

	private static final VarHandle OWNER;

	/// Owns stores that are closed.
	private static final Thread CLOSED = Thread.ofPlatform().name("closed").unstarted(() -> {
	});

	static {
		try {
			OWNER = MethodHandles.lookup().findVarHandle(StoreOwnership.class, "owner", Thread.class);
		}
		catch (ReflectiveOperationException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

	private final ExecutionContext context;

	// Plain reads suffice to tell whether it is the current thread, as only that thread
	// writes itself. Not the thread that uses the store by its bias.
	private @Nullable Thread owner;

	// Written by the owner only; null during each use by an owner. A thread may read one
	// that has been taken away, and finds out by what stands in it.
	private @Nullable StoreBias bias;

	private long lastThreadId;

	private int usesInRow;

	private int usesUntilBias = USES_UNTIL_BIAS;

	private int depth;

	private @Nullable CallWatch watch;

	private long deadlineNanos;

	private @Nullable HeapWatch heapWatch;

	StoreOwnership(ExecutionContext context) {
		this.context = context;
	}

	/// Begins a use by the current thread.
	/// @return what to hand to [#leave]
	/// @throws StoreInUseException if another thread is using the store
	/// @throws StoreClosedException if the store has been closed
	int enter() {
		int token = hold();
		if (token == FIRST) {
			this.context.nextCall();
			if (this.watch != null) {
				this.watch.begin(this.deadlineNanos);
			}
			if (this.heapWatch != null) {
				this.heapWatch.begin();
			}
		}
		return token;
	}

	/// Begins a use by the current thread that must not be part of another one.
	/// @return what to hand to [#leave]
	/// @throws StoreInUseException if a call is running in the store
	/// @throws StoreClosedException if the store has been closed
	int enterFirst(String what) {
		int token = enter();
		if (token != FIRST) {
			release(token);
			throw new StoreInUseException(what + " while a call is running in its store");
		}
		return token;
	}

	/// Ends a use. Sets the depth, rather than counting down, so that a use that could
	/// not be ended because the stack was exhausted is ended by the one around it.
	/// @param token what [#enter] returned
	void leave(int token) {
		if (token == FIRST) {
			if (this.watch != null) {
				this.watch.end();
			}
			if (this.heapWatch != null) {
				this.heapWatch.end();
			}
		}
		release(token);
	}

	/// Whether the current use is not nested in another one.
	boolean isOutermost() {
		return this.depth == 1;
	}

	/// Whether the call that is running was asked to stop.
	boolean isInterrupted() {
		return this.context.isInterrupted();
	}

	/// Begins a use in which no WebAssembly code runs, such as reading memory: no
	/// deadline is set.
	/// @return what to hand to [#release]
	int hold() {
		Thread current = Thread.currentThread();
		StoreBias bias = this.bias;
		if (bias != null && bias.isOf(current)) {
			if (bias.isInUse()) {
				return this.depth++;
			}
			if (bias.begin()) {
				this.depth = 1;
				return FIRST;
			}
		}
		return acquire(current);
	}

	@SuppressWarnings("ReferenceEquality") // a thread is itself and no other
	private int acquire(Thread current) {
		if (this.owner == current) {
			return this.depth++;
		}
		if (!OWNER.compareAndSet(this, (Thread) null, current)) {
			throw refusal();
		}
		String by = takeBiasAway();
		if (by != null) {
			throw inUse(by);
		}
		count(current.threadId());
		this.depth = 1;
		return FIRST;
	}

	/// Ends a use in which no WebAssembly code ran.
	/// @param token what [#hold] returned
	void release(int token) {
		this.depth = token;
		if (token != FIRST) {
			return;
		}
		StoreBias bias = this.bias;
		if (bias != null) {
			bias.end();
			return;
		}
		if (this.usesInRow >= this.usesUntilBias) {
			grantBias();
		}
		OWNER.setRelease(this, (Thread) null);
	}

	private void count(long threadId) {
		this.usesInRow = (this.lastThreadId == threadId) ? this.usesInRow + 1 : 0;
		this.lastThreadId = threadId;
	}

	// Just before the owner lets go, so that it is never both owner and favoured.
	private void grantBias() {
		this.usesInRow = 0;
		this.usesUntilBias = Math.min(HARDEST, this.usesUntilBias << HARDER_LOG2);
		this.bias = new StoreBias();
	}

	// To be called by the owner, who is no longer the owner if another thread uses the
	// store by its bias: then the answer says which.
	private @Nullable String takeBiasAway() {
		StoreBias bias = this.bias;
		if (bias == null) {
			return null;
		}
		boolean taken = false;
		try {
			taken = bias.revoke();
			if (taken) {
				this.bias = null;
			}
			return taken ? null : by();
		}
		finally {
			if (!taken) {
				OWNER.setRelease(this, (Thread) null);
			}
		}
	}

	/// Sets how calls are watched, beginning with the next one.
	/// @throws StoreInUseException if a call is running
	void watch(@Nullable CallWatch watch, long deadlineNanos) {
		int token = hold();
		if (token == FIRST) {
			this.watch = watch;
			this.deadlineNanos = deadlineNanos;
		}
		release(token);
		if (token != FIRST) {
			throw new StoreInUseException("the deadline cannot be set while a call is running");
		}
	}

	/// Watches what calls put on the heap, beginning with the one that is running.
	void watch(HeapWatch watch) {
		this.heapWatch = watch;
		watch.begin();
	}

	/// Takes the store out of use.
	/// @return whether it was in use until now
	/// @throws StoreInUseException if a call is running in it
	boolean close() {
		if (isClosed()) {
			return false;
		}
		if (!OWNER.compareAndSet(this, (Thread) null, Thread.currentThread())) {
			if (isClosed()) {
				return false;
			}
			throw notClosed(by());
		}
		String by = takeBiasAway();
		if (by != null) {
			throw notClosed(by);
		}
		OWNER.setVolatile(this, CLOSED);
		return true;
	}

	private static StoreInUseException notClosed(String by) {
		return new StoreInUseException("the store cannot be closed: a call is running in it, " + by);
	}

	@SuppressWarnings("ReferenceEquality")
	boolean isClosed() {
		return OWNER.getVolatile(this) == CLOSED;
	}

	private RuntimeException refusal() {
		return isClosed() ? new StoreClosedException() : inUse(by());
	}

	private static StoreInUseException inUse(String by) {
		return new StoreInUseException("a store belongs to one thread at a time: " + Thread.currentThread().getName()
				+ " cannot use it while it is in use " + by);
	}

	private String by() {
		StoreBias bias = this.bias;
		Thread favoured = (bias != null) ? bias.user() : null;
		Thread user = (favoured != null) ? favoured : (Thread) OWNER.getVolatile(this);
		return "by " + ((user != null) ? user.getName() : "another thread, which has just left it");
	}

}
