package dev.graft.engine.memory;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/// The slots of one memory of a module that nobody uses now. Thread-safe without locks.
///
/// A thread looks first where it has left one, then where all others go; the one used
/// last comes first, as its pages are the likeliest to be in the processor's caches.
final class WarmSlots {

	private static final int PLACES = 8;

	/// References in a cache line, so that threads do not disturb each other.
	private static final int SPREAD = 16;

	private final AtomicReferenceArray<@Nullable Slot> places = new AtomicReferenceArray<>(PLACES * SPREAD);

	private final AtomicReference<@Nullable Node> others = new AtomicReference<>();

	private volatile boolean closed;

	private long lastUse;

	/// Takes one out.
	/// @param time when that is, on a clock that need not be exact
	@Nullable Slot take(long time) {
		this.lastUse = time;
		int mine = place();
		Slot slot = takeAt(mine);
		if (slot == null) {
			slot = pop();
		}
		for (int place = 0; slot == null && place < PLACES; place++) {
			slot = takeAt(place * SPREAD);
		}
		return slot;
	}

	private @Nullable Slot takeAt(int place) {
		return (this.places.get(place) != null) ? this.places.getAndSet(place, null) : null;
	}

	/// Puts one in.
	/// @return whether it was put in; false if nobody will take it any more
	boolean put(Slot slot) {
		int mine = place();
		if (this.places.get(mine) != null || !this.places.compareAndSet(mine, null, slot)) {
			this.others.getAndUpdate((first) -> new Node(slot, first));
		}
		return !this.closed;
	}

	private @Nullable Slot pop() {
		Node first = this.others.get();
		while (first != null && !this.others.compareAndSet(first, first.next)) {
			first = this.others.get();
		}
		return (first != null) ? first.slot : null;
	}

	/// When one was taken last.
	long lastUse() {
		return this.lastUse;
	}

	/// Whether there is one.
	boolean isEmpty() {
		for (int place = 0; place < PLACES; place++) {
			if (this.places.get(place * SPREAD) != null) {
				return false;
			}
		}
		return this.others.get() == null;
	}

	/// Nobody will take any more.
	void close() {
		this.closed = true;
	}

	private static int place() {
		return (int) Thread.currentThread().threadId() % PLACES * SPREAD;
	}

	private record Node(Slot slot, @Nullable Node next) {
	}

}
