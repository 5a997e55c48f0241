package dev.graft.spring.plugin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.graft.engine.Engine;
import dev.graft.engine.Instance;
import dev.graft.engine.InstancePre;
import dev.graft.engine.Store;
import dev.graft.engine.StoreLimits;
import dev.graft.wasi.WasiConfig;
import dev.graft.wasi.WasiPreview1;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/// Makes instances of one version of a plugin: each in a store of its own, with its
/// limits, and started.
final class InstanceFactory implements Supplier<PluginInstance> {

	private final Engine engine;

	private final InstancePre linked;

	private final String plugin;

	private final PluginSettings settings;

	private final Log output;

	private final boolean usesWasi;

	private final StoreLimits limits;

	InstanceFactory(Engine engine, InstancePre linked, String plugin, PluginSettings settings) {
		this.engine = engine;
		this.linked = linked;
		this.plugin = plugin;
		this.settings = settings;
		this.limits = engine.config().storeLimits().withMemoryBytes(settings.memoryLimitBytes());
		this.output = LogFactory.getLog("wasm.plugin." + plugin);
		this.usesWasi = linked.module()
			.imports()
			.stream()
			.anyMatch((imported) -> imported.module().equals(WasiPreview1.MODULE));
	}

	@Override
	public PluginInstance get() {
		Store store = Store.builder(this.engine)
			.limits(this.limits)
			.deadline(unlessZero(this.settings.startTimeout()))
			.build();
		boolean started = false;
		try {
			Instance instance = start(store);
			started = true;
			return new PluginInstance(store, instance, unlessZero(this.settings.deadline()));
		}
		finally {
			if (!started) {
				store.close();
			}
		}
	}

	private Instance start(Store store) {
		if (this.usesWasi) {
			WasiPreview1.configure(store, wasi());
		}
		Instance instance = this.linked.instantiate(store);
		WasiPreview1.initialize(instance);
		store.setDeadline(unlessZero(this.settings.deadline()));
		return instance;
	}

	private WasiConfig wasi() {
		List<String> arguments = new ArrayList<>(List.of(this.plugin));
		arguments.addAll(this.settings.wasi().arguments());
		return WasiConfig.builder()
			.arguments(arguments)
			.environment(this.settings.wasi().environment())
			.output(new LogOutputStream(this.output::info))
			.error(new LogOutputStream(this.output::warn))
			.build();
	}

	private static @Nullable Duration unlessZero(Duration duration) {
		return duration.isZero() ? null : duration;
	}

}
