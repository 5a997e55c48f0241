package dev.graft.spring.plugin;

import java.time.Duration;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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

	/// Fair: who waits longest is next, or a busy plugin would let some callers run into
	/// their time-out for no reason.
	private final Semaphore permits;

	/// The one used last is used next: its memory is still in the caches.
	private final Deque<PluginInstance> idle = new ConcurrentLinkedDeque<>();

	private final Set<PluginInstance> live = ConcurrentHashMap.newKeySet();

	private volatile boolean closed;

	InstancePool(String plugin, Instances settings, Supplier<PluginInstance> factory) {
		this.plugin = plugin;
		this.settings = settings;
		this.factory = factory;
		this.permits = new Semaphore(settings.maximum(), true);
	}

	/// Makes an instance ahead of the first call, and so tries whether that works.
	void warmUp() {
		PluginInstance instance = create();
		if (this.settings.mode() == InstanceMode.POOLED) {
			this.idle.push(instance);
		}
		else {
			discard(instance);
		}
	}

	/// Calls an export on an instance that nobody else uses meanwhile.
	/// @throws WasmPluginBusyException if none becomes free in time
	@Nullable Object call(BoundMethod method, @Nullable Object @Nullable [] arguments) {
		acquirePermit();
		try {
			PluginInstance reused = this.idle.poll();
			PluginInstance instance = (reused != null) ? reused : create();
			return call(instance, method, arguments);
		}
		finally {
			this.permits.release();
		}
	}

	private @Nullable Object call(PluginInstance instance, BoundMethod method,
			@Nullable Object @Nullable [] arguments) {
		boolean completed = false;
		try {
			Object result = instance.call(method, arguments);
			completed = true;
			return result;
		}
		finally {
			release(instance, completed);
		}
	}

	/// A pool that was closed meanwhile does not see instances that come back afterwards.
	private void release(PluginInstance instance, boolean reusable) {
		if (!reusable || this.settings.mode() == InstanceMode.PER_CALL) {
			discard(instance);
			return;
		}
		this.idle.push(instance);
		if (this.closed) {
			closeIdle();
		}
	}

	private PluginInstance create() {
		PluginInstance instance = this.factory.get();
		this.live.add(instance);
		return instance;
	}

	private void discard(PluginInstance instance) {
		this.live.remove(instance);
		instance.close();
	}

	private void acquirePermit() {
		Duration timeout = this.settings.acquireTimeout();
		try {
			if (!this.permits.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
				throw new WasmPluginBusyException(this.plugin, this.settings.maximum(), timeout, null);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new WasmPluginBusyException(this.plugin, this.settings.maximum(), timeout, ex);
		}
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
		for (PluginInstance instance = this.idle.poll(); instance != null; instance = this.idle.poll()) {
			discard(instance);
		}
	}

}
