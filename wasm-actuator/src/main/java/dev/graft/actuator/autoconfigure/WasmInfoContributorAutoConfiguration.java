package dev.graft.actuator.autoconfigure;

import dev.graft.actuator.endpoint.WasmInfoContributor;
import dev.graft.spring.autoconfigure.WasmAutoConfiguration;
import dev.graft.spring.plugin.WasmPluginRegistry;

import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.autoconfigure.info.InfoContributorFallback;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/// The info `wasm`; on with `management.info.wasm.enabled=true`, like that of `env`,
/// `java` and `os`.
@AutoConfiguration(after = WasmAutoConfiguration.class)
@ConditionalOnClass({ InfoContributor.class, ConditionalOnEnabledInfoContributor.class })
@ConditionalOnBean(WasmPluginRegistry.class)
@ConditionalOnEnabledInfoContributor(value = "wasm", fallback = InfoContributorFallback.DISABLE)
public final class WasmInfoContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	WasmInfoContributor wasmInfoContributor(WasmPluginRegistry registry) {
		return new WasmInfoContributor(registry);
	}

}
