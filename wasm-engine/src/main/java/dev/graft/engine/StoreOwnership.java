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
/// RATIONALE, "How is a store kept to one thread?".
final class StoreOwnership {

	/// What [#enter] returns to whoever is first.
	private static final int FIRST = 0;

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
	// writes itself.
	private @Nullable Thread owner;

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
	@SuppressWarnings("ReferenceEquality") // a thread is itself and no other
	int enter() {
		Thread current = Thread.currentThread();
		if (this.owner == current) {
			return this.depth++;
		}
		if (!OWNER.compareAndSet(this, (Thread) null, current)) {
			throw refusal();
		}
		this.depth = 1;
		this.context.nextCall();
		if (this.watch != null) {
			this.watch.begin(this.deadlineNanos);
		}
		if (this.heapWatch != null) {
			this.heapWatch.begin();
		}
		return FIRST;
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
	@SuppressWarnings("ReferenceEquality")
	int hold() {
		Thread current = Thread.currentThread();
		if (this.owner == current) {
			return this.depth++;
		}
		if (!OWNER.compareAndSet(this, (Thread) null, current)) {
			throw refusal();
		}
		this.depth = 1;
		return FIRST;
	}

	/// Ends a use in which no WebAssembly code ran.
	/// @param token what [#hold] returned
	void release(int token) {
		this.depth = token;
		if (token == FIRST) {
			OWNER.setRelease(this, (Thread) null);
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
		if (!OWNER.compareAndSet(this, (Thread) null, CLOSED)) {
			if (isClosed()) {
				return false;
			}
			throw new StoreInUseException("the store cannot be closed: a call is running in it, " + by());
		}
		return true;
	}

	@SuppressWarnings("ReferenceEquality")
	boolean isClosed() {
		return OWNER.getVolatile(this) == CLOSED;
	}

	private RuntimeException refusal() {
		return isClosed() ? new StoreClosedException()
				: new StoreInUseException("a store belongs to one thread at a time: " + Thread.currentThread().getName()
						+ " cannot use it while it is in use " + by());
	}

	private String by() {
		Thread owner = (Thread) OWNER.getVolatile(this);
		return "by " + ((owner != null) ? owner.getName() : "another thread, which has just left it");
	}

}
