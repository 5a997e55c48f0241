package dev.graft.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;

import dev.graft.engine.limits.GlobalFence;
import org.jspecify.annotations.Nullable;

/// What lets one thread use a store without asking for it.
///
/// The thread says that it is in, and then looks whether the bias is being taken away.
/// Whoever takes it away says so, makes all threads execute a fence, and then looks
/// whether the thread is in. So they cannot miss each other, and the thread needs no
/// fence of its own.
///
/// For each grant there is a new object: a thread that still acts on an old one harms
/// nobody.
final class StoreBias {

	private static final int GRANTED = 0;

	private static final int DISPUTED = 1;

	private static final int GONE = 2;

	private static final VarHandle IN_USE;

	private static final VarHandle STATE;

	static {
		try {
			MethodHandles.Lookup lookup = MethodHandles.lookup();
			IN_USE = lookup.findVarHandle(StoreBias.class, "inUse", boolean.class);
			STATE = lookup.findVarHandle(StoreBias.class, "state", int.class);
		}
		catch (ReflectiveOperationException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

	// Not the thread, so that a store keeps none alive; a number is never used again.
	private final long threadId;

	private final WeakReference<Thread> thread;

	private boolean inUse;

	@SuppressWarnings("unused") // there is a handle for it
	private int state;

	/// A bias towards the current thread.
	StoreBias() {
		Thread current = Thread.currentThread();
		this.threadId = current.threadId();
		this.thread = new WeakReference<>(current);
	}

	/// Whether it is this thread's.
	boolean isOf(Thread current) {
		return this.threadId == current.threadId();
	}

	/// Whether the thread is using the store by it. For that thread.
	boolean isInUse() {
		return this.inUse;
	}

	/// Who is using the store by it, for messages; null if nobody is.
	@Nullable Thread user() {
		return (boolean) IN_USE.getAcquire(this) ? this.thread.get() : null;
	}

	/// Begins a use. For the thread that has it.
	/// @return false if it has been taken away
	boolean begin() {
		IN_USE.setOpaque(this, true);
		return (int) STATE.getOpaque(this) == GRANTED || settle();
	}

	// Lets the other thread see that this one is not in, and waits for what it decides.
	private boolean settle() {
		while (true) {
			IN_USE.setRelease(this, false);
			int state = (int) STATE.getAcquire(this);
			if (state == GONE) {
				return false;
			}
			if (state == DISPUTED) {
				Thread.onSpinWait();
				continue;
			}
			IN_USE.setOpaque(this, true);
			if ((int) STATE.getOpaque(this) == GRANTED) {
				return true;
			}
		}
	}

	/// Ends a use.
	void end() {
		IN_USE.setRelease(this, false);
	}

	/// Takes it away. For the owner of the store.
	/// @return false if the thread is using the store, and keeps it
	boolean revoke() {
		boolean gone = false;
		try {
			if (!isOf(Thread.currentThread())) {
				STATE.setVolatile(this, DISPUTED);
				GlobalFence.execute();
			}
			gone = !(boolean) IN_USE.getAcquire(this);
			return gone;
		}
		finally {
			// Whatever went wrong, the thread must not wait for ever.
			STATE.setRelease(this, gone ? GONE : GRANTED);
		}
	}

}
