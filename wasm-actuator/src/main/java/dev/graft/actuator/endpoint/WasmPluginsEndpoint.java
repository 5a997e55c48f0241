package dev.graft.actuator.endpoint;

import java.util.Map;
import java.util.TreeMap;

import dev.graft.spring.plugin.WasmPluginRegistry;
import dev.graft.spring.reload.WasmPluginReloader;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/// Tells of plugins, and reloads them if `management.endpoint.wasmplugins.access` is
/// `unrestricted`: reloading runs other code, which is not for everybody who may look.
@Endpoint(id = "wasmplugins", defaultAccess = Access.READ_ONLY)
public final class WasmPluginsEndpoint {

	private final WasmPluginRegistry registry;

	private final @Nullable WasmPluginReloader reloader;

	/// @param registry knows the plugins
	/// @param reloader looks for their modules, or null if the registry is not the
	/// auto-configured one
	public WasmPluginsEndpoint(WasmPluginRegistry registry, @Nullable WasmPluginReloader reloader) {
		this.registry = registry;
		this.reloader = reloader;
	}

	/// All plugins.
	@ReadOperation
	public PluginsDescriptor plugins() {
		Map<String, PluginDescriptor> plugins = new TreeMap<>();
		this.registry.plugins().forEach((plugin) -> plugins.put(plugin.name(), PluginDescriptor.of(plugin)));
		return new PluginsDescriptor(plugins);
	}

	/// One plugin, or null if there is none of that name.
	@ReadOperation
	public @Nullable PluginDescriptor plugin(@Selector String name) {
		return this.registry.plugin(name).map(PluginDescriptor::of).orElse(null);
	}

	/// Looks for the module of a plugin, whether or not its file has changed.
	/// @return how it ended, or null if there is no module of that name
	@WriteOperation
	public @Nullable ReloadDescriptor reload(@Selector String name) {
		return (this.reloader != null) ? this.reloader.reload(name).map(ReloadDescriptor::of).orElse(null) : null;
	}

	/// All plugins.
	///
	/// @param plugins the plugins by name
	public record PluginsDescriptor(Map<String, PluginDescriptor> plugins) implements OperationResponseBody {
	}

}
