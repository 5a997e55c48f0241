package dev.graft.actuator.autoconfigure;

import dev.graft.actuator.metrics.EngineMeters;
import dev.graft.actuator.metrics.PluginMeters;
import dev.graft.engine.Engine;
import dev.graft.spring.autoconfigure.WasmAutoConfiguration;
import dev.graft.spring.plugin.WasmPluginRegistry;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/// Meters `wasm.*`; off with `management.metrics.enable.wasm=false`.
@AutoConfiguration(after = WasmAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(MeterRegistry.class)
public final class WasmMetricsAutoConfiguration {

	@Bean
	@ConditionalOnBean(Engine.class)
	@ConditionalOnMissingBean
	EngineMeters wasmEngineMeters(MeterRegistry registry, ObjectProvider<Engine> engine) {
		return new EngineMeters(registry, engine);
	}

	@Bean
	@ConditionalOnBean(WasmPluginRegistry.class)
	@ConditionalOnMissingBean
	PluginMeters wasmPluginMeters(MeterRegistry registry, ObjectProvider<WasmPluginRegistry> plugins) {
		return new PluginMeters(registry, plugins);
	}

}
