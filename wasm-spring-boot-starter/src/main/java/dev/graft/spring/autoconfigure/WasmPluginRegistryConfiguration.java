package dev.graft.spring.autoconfigure;

import dev.graft.engine.Engine;
import dev.graft.engine.Linker;
import dev.graft.spring.event.WasmPluginEventPublisher;
import dev.graft.spring.plugin.DefaultWasmPluginRegistry;
import dev.graft.spring.plugin.PluginSettings;
import dev.graft.spring.plugin.WasmPluginCallListener;
import dev.graft.spring.plugin.WasmPluginListener;
import dev.graft.spring.plugin.WasmPluginRegistry;
import dev.graft.spring.reload.PluginLifecycle;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The registry of plugins.
@Configuration(proxyBeanMethods = false)
class WasmPluginRegistryConfiguration {

	@Bean
	@ConditionalOnMissingBean(PluginSettings.Source.class)
	PluginProperties wasmPluginSettings(WasmProperties properties) {
		return new PluginProperties(properties);
	}

	@Bean
	@ConditionalOnMissingBean(WasmPluginRegistry.class)
	DefaultWasmPluginRegistry wasmPluginRegistry(Engine engine, Linker linker, PluginSettings.Source settings,
			ObjectProvider<WasmPluginListener> listeners, ObjectProvider<WasmPluginCallListener> callListeners,
			ObjectProvider<PluginLifecycle> lifecycle) {
		DefaultWasmPluginRegistry registry = new DefaultWasmPluginRegistry(engine, linker, settings,
				listeners.orderedStream().toList(), callListeners.orderedStream().toList());
		registry.setBeforeFirstCall(() -> lifecycle.ifAvailable(PluginLifecycle::loadOnce));
		return registry;
	}

	@Bean
	@ConditionalOnMissingBean
	WasmPluginEventPublisher wasmPluginEventPublisher(ApplicationEventPublisher publisher) {
		return new WasmPluginEventPublisher(publisher);
	}

}
