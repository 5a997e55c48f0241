package dev.graft.spring.autoconfigure;

import dev.graft.spring.plugin.AutoConfiguredPluginsRegistrar;
import dev.graft.spring.plugin.ImportedWasmPlugins;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Finds the plugin interfaces of the application, unless it names them itself.
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingBean(ImportedWasmPlugins.class)
@Import(AutoConfiguredPluginsRegistrar.class)
class WasmPluginScanConfiguration {

}
