package dev.graft.actuator.autoconfigure;

import dev.graft.actuator.health.WasmHealthContributor;
import dev.graft.spring.autoconfigure.WasmAutoConfiguration;
import dev.graft.spring.plugin.WasmPluginRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.context.annotation.Bean;

/// The health contributor `wasm`; off with `management.health.wasm.enabled=false`.
@AutoConfiguration(after = WasmAutoConfiguration.class)
@ConditionalOnClass({ CompositeHealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(WasmPluginRegistry.class)
@ConditionalOnEnabledHealthIndicator("wasm")
public final class WasmHealthContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = { "wasmHealthIndicator", "wasmHealthContributor" })
	WasmHealthContributor wasmHealthContributor(WasmPluginRegistry registry) {
		return new WasmHealthContributor(registry);
	}

}
