package dev.graft.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

import dev.graft.artifact.cache.CacheListener;
import dev.graft.engine.trap.TrapCode;
import org.jspecify.annotations.Nullable;

/// Counts what an engine does and tells its listeners. Thread-safe.
///
/// The cache reports on the thread that asks it, so what it reports belongs to the load
/// that this thread is in: that is how a load learns the origin of its module.
final class EngineEvents implements CacheListener {

	private final List<EngineListener> listeners = new CopyOnWriteArrayList<>();

	private final ThreadLocal<ModuleOrigin> origin = ThreadLocal.withInitial(() -> ModuleOrigin.MEMORY_CACHE);

	private final LongAdder compilations = new LongAdder();

	private final LongAdder compileNanos = new LongAdder();

	private final LongAdder instantiations = new LongAdder();

	private final Map<TrapCode, LongAdder> traps = new EnumMap<>(TrapCode.class);

	EngineEvents() {
		for (TrapCode code : TrapCode.values()) {
			this.traps.put(code, new LongAdder());
		}
	}

	void add(EngineListener listener) {
		this.listeners.add(listener);
	}

	void remove(EngineListener listener) {
		this.listeners.remove(listener);
	}

	/// The time, if anybody wants to know.
	long clock() {
		return this.listeners.isEmpty() ? 0 : System.nanoTime();
	}

	@Override
	public void memoryHit(String sourceName) {
		this.origin.set(ModuleOrigin.MEMORY_CACHE);
	}

	@Override
	public void diskHit(String sourceName, Path file, Duration duration) {
		this.origin.set(ModuleOrigin.DISK_CACHE);
	}

	/// Where the module came from that this thread has just got from the cache.
	ModuleOrigin takeOrigin() {
		ModuleOrigin last = this.origin.get();
		this.origin.remove();
		return last;
	}

	void compiled(String module, Duration duration, long sourceBytes, long artifactBytes) {
		this.origin.set(ModuleOrigin.COMPILED);
		this.compilations.increment();
		this.compileNanos.add(duration.toNanos());
		tell((listener) -> listener.compiled(module, duration, sourceBytes, artifactBytes));
	}

	void compilationFailed(String module, Duration duration, RuntimeException problem) {
		tell((listener) -> listener.compilationFailed(module, duration, problem));
	}

	void loaded(Module module, long startNanos) {
		tell((listener) -> listener.loaded(module, since(startNanos)));
	}

	void instantiated(Module module, long startNanos) {
		this.instantiations.increment();
		if (!this.listeners.isEmpty()) {
			tell((listener) -> listener.instantiated(module, since(startNanos)));
		}
	}

	void trapped(@Nullable Module module, TrapCode code) {
		LongAdder count = this.traps.get(code);
		if (count != null) {
			count.increment();
		}
		if (module != null) {
			tell((listener) -> listener.trapped(module, code));
		}
	}

	long compilations() {
		return this.compilations.sum();
	}

	long compileNanos() {
		return this.compileNanos.sum();
	}

	long instantiations() {
		return this.instantiations.sum();
	}

	Map<TrapCode, Long> traps() {
		Map<TrapCode, Long> counts = new EnumMap<>(TrapCode.class);
		this.traps.forEach((code, count) -> {
			if (count.sum() > 0) {
				counts.put(code, count.sum());
			}
		});
		return counts;
	}

	// A listener that was added in between has not seen the start.
	private static Duration since(long startNanos) {
		return (startNanos != 0) ? Duration.ofNanos(System.nanoTime() - startNanos) : Duration.ZERO;
	}

	private void tell(Consumer<EngineListener> event) {
		this.listeners.forEach(event);
	}

}
