package dev.graft.actuator.metrics;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

import dev.graft.engine.trap.Trap;
import dev.graft.spring.plugin.PluginFailure;
import dev.graft.spring.plugin.PluginState;
import dev.graft.spring.plugin.PluginStatus.InstanceFacts;
import dev.graft.spring.plugin.PluginVersion;
import dev.graft.spring.plugin.WasmPluginCallListener;
import dev.graft.spring.plugin.WasmPluginListener;
import dev.graft.spring.plugin.WasmPluginRegistry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/// Meters of plugins: calls, traps, instances, memory, versions.
///
/// The meters of a plugin go when it is unloaded, except at the end of the application:
/// then the last values are still to be published.
public final class PluginMeters
		implements WasmPluginListener, WasmPluginCallListener, MeterBinder, ApplicationListener<ContextClosedEvent> {

	private final MeterRegistry registry;

	private final ObjectProvider<WasmPluginRegistry> plugins;

	private final Map<String, Set<Meter>> metersByPlugin = new ConcurrentHashMap<>();

	private final Map<CallKey, Timer> calls = new ConcurrentHashMap<>();

	private final Set<String> serving = ConcurrentHashMap.newKeySet();

	private volatile boolean closing;

	/// @param registry where events are counted
	/// @param plugins the plugins, which tell this of their events, and so come after it
	public PluginMeters(MeterRegistry registry, ObjectProvider<WasmPluginRegistry> plugins) {
		this.registry = registry;
		this.plugins = plugins;
	}

	/// The last calls of a plugin may end after it has been unloaded; they do not bring
	/// its meters back.
	@Override
	public void called(String plugin, String export, Duration duration, @Nullable Throwable failure) {
		if (!this.serving.contains(plugin)) {
			return;
		}
		CallOutcome outcome = CallOutcome.of(failure);
		Timer timer = this.calls.get(new CallKey(plugin, export, outcome));
		((timer != null) ? timer : callTimer(plugin, export, outcome)).record(duration);
		if (failure instanceof Trap trap) {
			counter(plugin, WasmMeter.TRAPS, "code", trap.code().name().toLowerCase(Locale.ROOT)).increment();
		}
	}

	private Timer callTimer(String plugin, String export, CallOutcome outcome) {
		Timer timer = timer(plugin, WasmMeter.PLUGIN_CALL, Tags.of("function", export, "outcome", outcome.value()));
		this.calls.put(new CallKey(plugin, export, outcome), timer);
		return timer;
	}

	@Override
	public void instantiated(String plugin, Duration duration) {
		timer(plugin, WasmMeter.INSTANCE_INSTANTIATE, Tags.empty()).record(duration);
	}

	@Override
	public void loaded(PluginVersion version) {
		String plugin = version.plugin();
		this.serving.add(plugin);
		counter(plugin, WasmMeter.PLUGIN_RELOAD, "outcome", "loaded").increment();
		instances(plugin, "live", InstanceFacts::live);
		instances(plugin, "idle", InstanceFacts::idle);
		gauge(plugin, WasmMeter.MEMORY_USED, Tags.empty(), InstanceFacts::memoryBytes);
	}

	@Override
	public void replaced(PluginVersion previous, PluginVersion version) {
		counter(version.plugin(), WasmMeter.PLUGIN_RELOAD, "outcome", "replaced").increment();
	}

	@Override
	public void refused(String plugin, PluginFailure failure, @Nullable PluginVersion serving) {
		counter(plugin, WasmMeter.PLUGIN_RELOAD, "outcome", "refused").increment();
	}

	@Override
	public void unloaded(PluginVersion version) {
		if (this.closing) {
			return;
		}
		this.serving.remove(version.plugin());
		this.calls.keySet().removeIf((key) -> key.plugin.equals(version.plugin()));
		Optional.ofNullable(this.metersByPlugin.remove(version.plugin()))
			.ifPresent((meters) -> meters.forEach(this.registry::remove));
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		this.closing = true;
	}

	/// How many plugins there are, whether or not they have ever been loaded.
	@Override
	public void bindTo(MeterRegistry registry) {
		for (PluginState state : PluginState.values()) {
			Gauge.builder(WasmMeter.PLUGINS.meterName(), () -> count(state))
				.description(WasmMeter.PLUGINS.description())
				.tag("state", state.name().toLowerCase(Locale.ROOT))
				.register(registry);
		}
	}

	private long count(PluginState state) {
		return this.plugins.getObject().plugins().stream().filter((plugin) -> plugin.state() == state).count();
	}

	private void instances(String plugin, String state, ToDoubleFunction<InstanceFacts> value) {
		gauge(plugin, WasmMeter.INSTANCES, Tags.of("state", state), value);
	}

	private void gauge(String plugin, WasmMeter meter, Tags tags, ToDoubleFunction<InstanceFacts> value) {
		keep(plugin,
				Gauge.builder(meter.meterName(), () -> sample(plugin, value))
					.description(meter.description())
					.baseUnit(meter.unit())
					.tags(tags.and("plugin", plugin))
					.register(this.registry));
	}

	private double sample(String plugin, ToDoubleFunction<InstanceFacts> value) {
		return this.plugins.getObject()
			.plugin(plugin)
			.flatMap((status) -> Optional.ofNullable(status.instances()))
			.map((facts) -> value.applyAsDouble(facts))
			.orElse(0.0);
	}

	private Timer timer(String plugin, WasmMeter meter, Tags tags) {
		return keep(plugin,
				Timer.builder(meter.meterName())
					.description(meter.description())
					.tags(tags.and("plugin", plugin))
					.register(this.registry));
	}

	private Counter counter(String plugin, WasmMeter meter, String tag, String value) {
		return keep(plugin,
				Counter.builder(meter.meterName())
					.description(meter.description())
					.tags(tag, value, "plugin", plugin)
					.register(this.registry));
	}

	private <M extends Meter> M keep(String plugin, M meter) {
		this.metersByPlugin.computeIfAbsent(plugin, (added) -> ConcurrentHashMap.newKeySet()).add(meter);
		return meter;
	}

	private record CallKey(String plugin, String export, CallOutcome outcome) {
	}

}
