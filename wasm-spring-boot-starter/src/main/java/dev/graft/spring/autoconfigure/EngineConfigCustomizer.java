package dev.graft.spring.autoconfigure;

import dev.graft.engine.EngineConfig;

/// Changes how the auto-configured engine is configured, after the properties have been
/// applied.
@FunctionalInterface
public interface EngineConfigCustomizer {

	/// Changes the configuration.
	void customize(EngineConfig.Builder config);

}
