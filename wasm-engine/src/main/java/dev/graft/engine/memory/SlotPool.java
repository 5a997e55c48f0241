package dev.graft.engine.memory;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

import dev.graft.engine.trap.PoolExhaustedException;
import org.jspecify.annotations.Nullable;

/// The slots of an engine. Thread-safe.
///
/// ```
///                    reset
///       ┌──────────── warm ◀──────────┐
///       ▼  (same module, no system call)  │
///   in use ───────────────────────── give ─▶ gone: too many warm ones, or cheaper made anew
///       ▲
///      make ◀── take                      a permit for each that is in use; whoever gets none waits
/// ```
///
/// Taking and giving back is a compare-and-set each for the permit and the slot. What
/// only statistics want to know is counted in the slots and added up when they ask.
final class SlotPool {

	private final SlotLimits limits;

	private final Semaphore permits;

	private final Set<Slot> slots = ConcurrentHashMap.newKeySet();

	/// How many slots there are: those in use, those that are warm, and those on their
	/// way from one to the other.
	private final AtomicInteger count = new AtomicInteger();

	private final List<WarmSlots> warm = new CopyOnWriteArrayList<>();

	/// Goes on whenever a slot is made, which is when it matters whose were used last.
	private volatile long clock;

	private volatile boolean closed;

	private final LongAdder made = new LongAdder();

	private final LongAdder goneUses = new LongAdder();

	private final LongAdder goneResets = new LongAdder();

	private final LongAdder waits = new LongAdder();

	private final LongAdder refusals = new LongAdder();

	SlotPool(SlotLimits limits) {
		this.limits = limits;
		this.permits = new Semaphore(limits.slots());
	}

	/// Whether slots are kept at all.
	boolean keepsSlots() {
		return this.limits.warm() > 0;
	}

	/// How much memory a slot may keep when it is reset.
	long keepBytes() {
		return this.limits.keepBytes();
	}

	/// Takes a slot that holds what the memory begins with.
	/// @param bytes how large it has to be
	/// @param make makes one of at least that size
	/// @throws PoolExhaustedException if all are in use for too long
	Slot take(MemoryTemplate template, long bytes, LongFunction<Slot> make) {
		acquirePermit();
		try {
			Slot slot = takeWarm(template.warm(), bytes);
			return (slot != null) ? slot : makeSlot(bytes, make);
		}
		catch (RuntimeException | Error failure) {
			this.permits.release();
			throw failure;
		}
	}

	private @Nullable Slot takeWarm(@Nullable WarmSlots warm, long bytes) {
		if (warm == null) {
			return null;
		}
		Slot slot = warm.take(this.clock);
		while (slot != null && slot.bytes() < bytes) {
			destroy(slot);
			slot = warm.take(this.clock);
		}
		return slot;
	}

	private Slot makeSlot(long bytes, LongFunction<Slot> make) {
		makeRoom();
		try {
			Slot slot = make.apply(bytes);
			this.slots.add(slot);
			this.made.increment();
			this.clock = this.made.sum();
			return slot;
		}
		catch (RuntimeException | Error failure) {
			this.count.decrementAndGet();
			throw failure;
		}
	}

	// Whoever has a permit and no slot leaves one slot for somebody who has none: a warm
	// one, or one that is just on its way.
	private void makeRoom() {
		while (this.count.getAndUpdate((count) -> Math.min(count + 1, this.limits.slots())) >= this.limits.slots()) {
			if (!evict()) {
				Thread.onSpinWait();
			}
		}
	}

	/// Gives a slot back.
	/// @param usedBytes the size that its memory has reached
	void give(Slot slot, MemoryTemplate template, long usedBytes) {
		slot.end();
		WarmSlots warm = template.warm();
		if (warm != null && !this.closed && slot.isWorthResetting(usedBytes, this.limits.keepBytes())) {
			keep(slot, warm, usedBytes);
		}
		else {
			destroy(slot);
		}
		this.permits.release();
	}

	private void keep(Slot slot, WarmSlots warm, long usedBytes) {
		slot.reset(usedBytes, this.limits.keepBytes());
		if (this.count.get() - inUse() >= this.limits.warm()) {
			evict();
		}
		if (!warm.put(slot) || this.closed) {
			drain(warm);
		}
	}

	/// Destroys a slot, also one that is in use.
	void discard(Slot slot) {
		slot.end();
		destroy(slot);
		this.permits.release();
	}

	private void destroy(Slot slot) {
		if (this.slots.remove(slot)) {
			slot.release();
			this.goneUses.add(slot.uses());
			this.goneResets.add(slot.resets());
			this.count.decrementAndGet();
		}
	}

	/// Destroys a slot of the module that has not needed one for the longest time.
	private boolean evict() {
		WarmSlots oldest = null;
		for (WarmSlots each : this.warm) {
			if (!each.isEmpty() && (oldest == null || each.lastUse() < oldest.lastUse())) {
				oldest = each;
			}
		}
		Slot slot = (oldest != null) ? oldest.take(oldest.lastUse()) : null;
		if (slot != null) {
			destroy(slot);
		}
		return slot != null;
	}

	void add(WarmSlots warm) {
		this.warm.add(warm);
	}

	/// The module of these slots is gone.
	void remove(WarmSlots warm) {
		warm.close();
		this.warm.remove(warm);
		drain(warm);
	}

	private void drain(WarmSlots warm) {
		for (Slot slot = warm.take(this.clock); slot != null; slot = warm.take(this.clock)) {
			destroy(slot);
		}
	}

	/// Keeps no slots any more.
	void close() {
		this.closed = true;
		this.warm.forEach(this::drain);
	}

	private void acquirePermit() {
		if (this.permits.tryAcquire()) {
			return;
		}
		this.waits.increment();
		long start = System.nanoTime();
		boolean acquired = false;
		try {
			acquired = this.permits.tryAcquire(this.limits.waitNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
		if (!acquired) {
			this.refusals.increment();
			throw new PoolExhaustedException(this.limits.slots(), inUse(), System.nanoTime() - start,
					this.permits.getQueueLength());
		}
	}

	private int inUse() {
		return this.limits.slots() - this.permits.availablePermits();
	}

	SlotStatistics statistics() {
		long inUse = this.slots.stream().filter(Slot::isInUse).count();
		long warmBytes = this.slots.stream().filter((slot) -> !slot.isInUse()).mapToLong(Slot::keptBytes).sum();
		long committed = this.slots.stream().filter(Slot::isInUse).mapToLong(Slot::committedBytes).sum();
		long madeBefore = this.made.sum();
		return new SlotStatistics(inUse, this.slots.size() - inUse, madeBefore,
				Math.max(0, this.goneUses.sum() + sum(Slot::uses) - madeBefore),
				this.goneResets.sum() + sum(Slot::resets), this.waits.sum(), this.refusals.sum(), sum(Slot::bytes),
				committed, warmBytes);
	}

	private long sum(ToLongFunction<Slot> figure) {
		return this.slots.stream().mapToLong(figure).sum();
	}

}
