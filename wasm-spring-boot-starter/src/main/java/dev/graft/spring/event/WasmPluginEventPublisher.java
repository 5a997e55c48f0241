package dev.graft.spring.event;

import dev.graft.spring.plugin.PluginFailure;
import dev.graft.spring.plugin.PluginVersion;
import dev.graft.spring.plugin.WasmPluginListener;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;

/// Makes application events of what happens to plugins.
public final class WasmPluginEventPublisher implements WasmPluginListener {

	private final ApplicationEventPublisher publisher;

	/// Publishes to one application context.
	public WasmPluginEventPublisher(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	@Override
	public void loaded(PluginVersion version) {
		this.publisher.publishEvent(new WasmPluginLoadedEvent(version));
	}

	@Override
	public void replaced(PluginVersion previous, PluginVersion version) {
		this.publisher.publishEvent(new WasmPluginReplacedEvent(previous, version));
	}

	@Override
	public void unloaded(PluginVersion version) {
		this.publisher.publishEvent(new WasmPluginUnloadedEvent(version));
	}

	@Override
	public void refused(String plugin, PluginFailure failure, @Nullable PluginVersion serving) {
		this.publisher.publishEvent(new WasmPluginLoadFailedEvent(plugin, failure.origin(), failure.cause(), serving));
	}

}
