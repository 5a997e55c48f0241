package dev.graft.spring.plugin;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.graft.spring.plugin.PluginSettings.Instances;
import dev.graft.spring.plugin.PluginStatus.InstanceFacts;
import org.jspecify.annotations.Nullable;

/// The instances of one version of a plugin: so many at most, made when they are needed,
/// kept if the settings say so and the call went well.
final class InstancePool implements AutoCloseable {

	private final String plugin;

	private final Instances settings;

	private final Supplier<PluginInstance> factory;

	private final long acquireNanos;

	/// Fair: who waits longest is next, or a busy plugin would let some callers run into
	/// their time-out for no reason.
	private final Semaphore permits;

	private final IdleInstances idle;

	private final Set<PluginInstance> live = ConcurrentHashMap.newKeySet();

	/// How many there are, those that are being made included.
	private final AtomicInteger count = new AtomicInteger();

	private volatile boolean closed;

	InstancePool(String plugin, Instances settings, Supplier<PluginInstance> factory) {
		this.plugin = plugin;
		this.settings = settings;
		this.factory = factory;
		this.acquireNanos = settings.acquireTimeout().toNanos();
		this.permits = new Semaphore(settings.maximum(), true);
		this.idle = new IdleInstances(settings.maximum());
	}

	/// Makes an instance ahead of the first call, and so tries whether that works.
	void warmUp() {
		this.count.incrementAndGet();
		PluginInstance instance = create();
		if (this.settings.mode() == InstanceMode.POOLED) {
			this.idle.put(instance);
		}
		else {
			discard(instance);
		}
	}

	/// An instance that nobody else uses until it is [given back][#release].
	/// @throws WasmPluginBusyException if none becomes free in time
	PluginInstance acquire() {
		acquirePermit();
		boolean acquired = false;
		try {
			PluginInstance instance = takeOrCreate();
			acquired = true;
			return instance;
		}
		finally {
			if (!acquired) {
				this.permits.release();
			}
		}
	}

	/// Gives an instance back.
	/// @param reusable whether its call went well
	void release(PluginInstance instance, boolean reusable) {
		try {
			keepOrDiscard(instance, reusable);
		}
		finally {
			this.permits.release();
		}
	}

	/// A pool that was closed meanwhile does not see instances that come back afterwards.
	private void keepOrDiscard(PluginInstance instance, boolean reusable) {
		if (!reusable || this.settings.mode() == InstanceMode.PER_CALL) {
			discard(instance);
			return;
		}
		this.idle.put(instance);
		if (this.closed) {
			closeIdle();
		}
	}

	// Somebody may put one where this thread has looked already. But if there are as many
	// as there can be, fewer than that are in use, so the next look may find one.
	private PluginInstance takeOrCreate() {
		while (true) {
			PluginInstance idle = this.idle.take();
			if (idle != null) {
				return idle;
			}
			if (this.count.getAndUpdate(this::oneMore) < this.settings.maximum()) {
				return create();
			}
			Thread.onSpinWait();
		}
	}

	private int oneMore(int count) {
		return Math.min(count + 1, this.settings.maximum());
	}

	// To be called when it has been counted.
	private PluginInstance create() {
		boolean created = false;
		try {
			PluginInstance instance = this.factory.get();
			this.live.add(instance);
			created = true;
			return instance;
		}
		finally {
			if (!created) {
				this.count.decrementAndGet();
			}
		}
	}

	private void discard(PluginInstance instance) {
		this.live.remove(instance);
		this.count.decrementAndGet();
		instance.close();
	}

	private void acquirePermit() {
		try {
			if (!this.permits.tryAcquire(this.acquireNanos, TimeUnit.NANOSECONDS)) {
				throw busy(null);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw busy(ex);
		}
	}

	private WasmPluginBusyException busy(@Nullable InterruptedException cause) {
		return new WasmPluginBusyException(this.plugin, this.settings.maximum(), this.settings.acquireTimeout(), cause);
	}

	/// How many instances there are, for people.
	InstanceFacts facts() {
		long memoryBytes = this.live.stream().mapToLong(PluginInstance::memoryBytes).sum();
		return new InstanceFacts(this.live.size(), this.idle.size(), this.settings.maximum(), memoryBytes);
	}

	/// Ends all running calls with a trap.
	void interrupt() {
		this.live.forEach(PluginInstance::interrupt);
	}

	/// Closes instances that are idle, and those in use as they come back.
	@Override
	public void close() {
		this.closed = true;
		closeIdle();
	}

	private void closeIdle() {
		for (PluginInstance instance = this.idle.take(); instance != null; instance = this.idle.take()) {
			discard(instance);
		}
	}

}
