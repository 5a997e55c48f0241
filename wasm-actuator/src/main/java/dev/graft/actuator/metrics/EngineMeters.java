package dev.graft.actuator.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import dev.graft.engine.Engine;
import dev.graft.engine.EngineListener;
import dev.graft.engine.EngineStatistics;
import dev.graft.engine.Module;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ObjectProvider;

/// Meters of the engine: compilation, loading, the artifact cache, address space.
public final class EngineMeters implements EngineListener, MeterBinder {

	private static final List<String> COMPILE_OUTCOMES = List.of("success", "failure");

	private final MeterRegistry registry;

	private final ObjectProvider<Engine> engine;

	/// @param registry where events are counted
	/// @param engine the engine, which tells this of its events, and so comes after it
	public EngineMeters(MeterRegistry registry, ObjectProvider<Engine> engine) {
		this.registry = registry;
		this.engine = engine;
	}

	@Override
	public void compiled(String module, Duration duration, long sourceBytes, long artifactBytes) {
		timer(WasmMeter.MODULE_COMPILE, "outcome", "success").record(duration);
	}

	@Override
	public void compilationFailed(String module, Duration duration, RuntimeException problem) {
		timer(WasmMeter.MODULE_COMPILE, "outcome", "failure").record(duration);
	}

	@Override
	public void loaded(Module module, Duration duration) {
		timer(WasmMeter.MODULE_LOAD, "origin", module.origin().name().toLowerCase(Locale.ROOT)).record(duration);
	}

	private Timer timer(WasmMeter meter, String tag, String value) {
		return Timer.builder(meter.meterName())
			.description(meter.description())
			.tag(tag, value)
			.register(this.registry);
	}

	/// What the engine counts itself; and compilations, so that there are none after a
	/// start from the cache, and not no such meter.
	@Override
	public void bindTo(MeterRegistry registry) {
		COMPILE_OUTCOMES.forEach((outcome) -> timer(WasmMeter.MODULE_COMPILE, "outcome", outcome));
		lookUps(registry, "memory_hit", EngineStatistics::memoryCacheHits);
		lookUps(registry, "disk_hit", EngineStatistics::diskCacheHits);
		lookUps(registry, "miss", EngineStatistics::cacheMisses);
		lookUps(registry, "damaged", EngineStatistics::cacheEntriesDamaged);
		lookUps(registry, "outdated", EngineStatistics::cacheEntriesOutdated);
		gauge(registry, WasmMeter.ARTIFACT_CACHE_MEMORY, EngineStatistics::cacheMemoryBytes);
		gauge(registry, WasmMeter.MEMORY_RESERVED, EngineStatistics::memoryReservedBytes);
		slots(registry);
	}

	private void slots(MeterRegistry registry) {
		gauge(registry, WasmMeter.MEMORY_SLOTS, (statistics) -> statistics.pool().used(), "state", "used");
		gauge(registry, WasmMeter.MEMORY_SLOTS, (statistics) -> statistics.pool().warm(), "state", "warm");
		gauge(registry, WasmMeter.MEMORY_SLOTS_LIMIT, (statistics) -> statistics.pool().limit());
		gauge(registry, WasmMeter.MEMORY_WARM, (statistics) -> statistics.pool().warmBytes());
		counter(registry, WasmMeter.MEMORY_SLOT_REQUESTS, (statistics) -> statistics.pool().reused(), "result",
				"reused");
		counter(registry, WasmMeter.MEMORY_SLOT_REQUESTS, (statistics) -> statistics.pool().made(), "result", "made");
		counter(registry, WasmMeter.MEMORY_SLOT_REQUESTS, (statistics) -> statistics.pool().refusals(), "result",
				"refused");
		counter(registry, WasmMeter.MEMORY_SLOT_RESETS, (statistics) -> statistics.pool().resets());
	}

	private void lookUps(MeterRegistry registry, String result, ToDoubleFunction<EngineStatistics> value) {
		counter(registry, WasmMeter.ARTIFACT_CACHE, value, "result", result);
	}

	private void counter(MeterRegistry registry, WasmMeter meter, ToDoubleFunction<EngineStatistics> value,
			String... tags) {
		FunctionCounter
			.builder(meter.meterName(), this.engine.getObject(), (engine) -> value.applyAsDouble(engine.statistics()))
			.description(meter.description())
			.tags(tags)
			.register(registry);
	}

	private void gauge(MeterRegistry registry, WasmMeter meter, ToDoubleFunction<EngineStatistics> value,
			String... tags) {
		Gauge.builder(meter.meterName(), this.engine.getObject(), (engine) -> value.applyAsDouble(engine.statistics()))
			.description(meter.description())
			.baseUnit(meter.unit())
			.tags(tags)
			.register(registry);
	}

}
