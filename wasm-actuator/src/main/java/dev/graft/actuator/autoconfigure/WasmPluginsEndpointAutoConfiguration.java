package dev.graft.actuator.autoconfigure;

import dev.graft.actuator.endpoint.WasmPluginsEndpoint;
import dev.graft.actuator.endpoint.WasmPluginsEndpointWebExtension;
import dev.graft.spring.autoconfigure.WasmAutoConfiguration;
import dev.graft.spring.plugin.WasmPluginRegistry;
import dev.graft.spring.reload.WasmPluginReloader;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/// The endpoint `wasmplugins`.
@AutoConfiguration(after = WasmAutoConfiguration.class)
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBean(WasmPluginRegistry.class)
@ConditionalOnAvailableEndpoint(WasmPluginsEndpoint.class)
public final class WasmPluginsEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	WasmPluginsEndpoint wasmPluginsEndpoint(WasmPluginRegistry registry, ObjectProvider<WasmPluginReloader> reloader) {
		return new WasmPluginsEndpoint(registry, reloader.getIfAvailable());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(WasmPluginsEndpoint.class)
	WasmPluginsEndpointWebExtension wasmPluginsEndpointWebExtension(WasmPluginsEndpoint endpoint) {
		return new WasmPluginsEndpointWebExtension(endpoint);
	}

}
