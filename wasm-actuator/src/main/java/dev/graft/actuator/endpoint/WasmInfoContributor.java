package dev.graft.actuator.endpoint;

import java.util.Map;
import java.util.TreeMap;

import dev.graft.actuator.endpoint.PluginDescriptor.VersionDescriptor;
import dev.graft.spring.plugin.WasmPluginRegistry;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/// Adds `wasm` to the info endpoint: the version of each plugin that serves.
public final class WasmInfoContributor implements InfoContributor {

	private final WasmPluginRegistry registry;

	/// The info of a registry's plugins.
	public WasmInfoContributor(WasmPluginRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void contribute(Info.Builder info) {
		Map<String, VersionDescriptor> versions = new TreeMap<>();
		this.registry.plugins().forEach((plugin) -> {
			if (plugin.version() != null) {
				versions.put(plugin.name(), VersionDescriptor.of(plugin.version()));
			}
		});
		info.withDetail("wasm", Map.of("plugins", versions));
	}

}
