package dev.graft.spring.autoconfigure;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.graft.spring.plugin.DefaultWasmPluginRegistry;
import dev.graft.spring.plugin.PluginFactoryBean;
import dev.graft.spring.plugin.PluginName;
import dev.graft.spring.reload.PluginCatalog;
import dev.graft.spring.reload.PluginLifecycle;
import dev.graft.spring.reload.ReloadSettings;
import dev.graft.spring.reload.WasmPluginReloader;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.StringUtils;

/// Loading, for the registry that is auto-configured; one that is not has its own ways.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(DefaultWasmPluginRegistry.class)
class WasmPluginLoadingConfiguration {

	@Bean
	@ConditionalOnMissingBean
	PluginCatalog wasmPluginCatalog(WasmProperties properties, ResourceLoader resourceLoader) {
		Set<String> disabled = properties.plugin()
			.entrySet()
			.stream()
			.filter((entry) -> !entry.getValue().enabled())
			.map((entry) -> PluginProperties.key(entry.getKey()))
			.collect(Collectors.toSet());
		return new PluginCatalog(directory(properties), locations(properties, resourceLoader),
				(plugin) -> !disabled.contains(PluginProperties.key(plugin)));
	}

	private static @Nullable Path directory(WasmProperties properties) {
		String directory = properties.plugins().directory();
		if (!StringUtils.hasText(directory)) {
			return null;
		}
		return Path.of(directory.startsWith("file:") ? directory.substring("file:".length()) : directory);
	}

	private static Map<String, Resource> locations(WasmProperties properties, ResourceLoader resourceLoader) {
		Map<String, Resource> locations = new HashMap<>();
		properties.plugin().forEach((name, plugin) -> {
			if (plugin.location() != null) {
				locations.put(checked(name), resource(plugin.location(), resourceLoader));
			}
		});
		return locations;
	}

	private static String checked(String name) {
		if (!PluginName.isValid(name)) {
			throw new InvalidConfigurationPropertyValueException("wasm.plugin[" + name + "]", name,
					"This is not a name for a plugin.");
		}
		return name;
	}

	/// A location without a scheme is a file, as for the directory; [ResourceLoader]
	/// would look for it on the class path.
	private static Resource resource(String location, ResourceLoader resourceLoader) {
		boolean hasScheme = location.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
		return hasScheme ? resourceLoader.getResource(location) : new FileSystemResource(location);
	}

	@Bean
	@ConditionalOnMissingBean
	WasmPluginReloader wasmPluginReloader(PluginCatalog catalog, DefaultWasmPluginRegistry registry) {
		return new WasmPluginReloader(catalog, registry);
	}

	@Bean
	@ConditionalOnMissingBean
	PluginLifecycle wasmPluginLifecycle(PluginCatalog catalog, WasmPluginReloader reloader,
			DefaultWasmPluginRegistry registry, WasmProperties properties, ListableBeanFactory beanFactory) {
		WasmProperties.Reload reload = properties.plugins().reload();
		ReloadSettings settings = new ReloadSettings(reload.enabled(), reload.strategy(), reload.quietPeriod(),
				reload.pollInterval(), reload.onDelete());
		return new PluginLifecycle(catalog, reloader, registry, settings, () -> declare(registry, beanFactory),
				properties.plugins().startup() == StartupPolicy.STRICT);
	}

	/// All interfaces are known when the first module is checked, whether or not anybody
	/// has asked for their beans.
	private static void declare(DefaultWasmPluginRegistry registry, ListableBeanFactory beanFactory) {
		beanFactory.getBeansOfType(PluginFactoryBean.class, true, false)
			.values()
			.forEach((bean) -> registry.expect(bean.plugin(), bean.getObjectType()));
	}

}
