package dev.graft.spring.plugin;

import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/// The instances that nobody uses. A thread looks first where it puts what it has used,
/// so it mostly gets the same one again, whose memory is in its caches and whose store
/// knows it. Neither allocates nor blocks. Thread-safe.
final class IdleInstances {

	/// Places of different threads are in different cache lines.
	private static final int SPREAD_LOG2 = 4;

	private final AtomicReferenceArray<@Nullable PluginInstance> places;

	private final int count;

	/// @param count how many there can be
	IdleInstances(int count) {
		this.count = count;
		this.places = new AtomicReferenceArray<>(count << SPREAD_LOG2);
	}

	/// Takes one, if there is one.
	@Nullable PluginInstance take() {
		int first = first();
		for (int number = 0; number < this.count; number++) {
			int place = place(first + number);
			PluginInstance instance = this.places.getPlain(place);
			if (instance != null && this.places.compareAndSet(place, instance, null)) {
				return instance;
			}
		}
		return null;
	}

	/// Puts one back. There is room for it, if there were never more than there can be.
	void put(PluginInstance instance) {
		int first = first();
		for (int number = 0; true; number++) {
			if (this.places.compareAndSet(place(first + number), null, instance)) {
				return;
			}
		}
	}

	/// How many there are, for people.
	int size() {
		int size = 0;
		for (int number = 0; number < this.count; number++) {
			size += (this.places.get(number << SPREAD_LOG2) != null) ? 1 : 0;
		}
		return size;
	}

	private int first() {
		return (int) (Thread.currentThread().threadId() % this.count);
	}

	private int place(int number) {
		return ((number < this.count) ? number : number % this.count) << SPREAD_LOG2;
	}

}
