package dev.graft.wast.spec;

import dev.graft.artifact.spi.Feature;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.wast.runner.SuiteFeatures;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// An engine for each set of features that some folder of the suite is judged with.
final class FeatureEngines implements AutoCloseable {

	private final Supplier<EngineConfig.Builder> config;

	private final Map<Set<Feature>, Engine> engines = new HashMap<>();

	/// @param config everything but the features
	FeatureEngines(Supplier<EngineConfig.Builder> config) {
		this.config = config;
	}

	/// The engine for a script.
	/// @param script its name, relative to the suite
	Engine of(String script) {
		return this.engines.computeIfAbsent(SuiteFeatures.of(script),
				(features) -> Engine.create(this.config.get().features(features).build()));
	}

	@Override
	public void close() {
		this.engines.values().forEach(Engine::close);
	}

}
