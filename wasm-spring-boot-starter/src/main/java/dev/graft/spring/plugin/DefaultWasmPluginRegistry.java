package dev.graft.spring.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;

import dev.graft.engine.Engine;
import dev.graft.engine.Linker;

/// The registry: a slot for every plugin that somebody has asked for or that has been
/// loaded.
public final class DefaultWasmPluginRegistry implements WasmPluginRegistry {

	private final ConcurrentSkipListMap<String, PluginSlot> slots = new ConcurrentSkipListMap<>();

	private final SwapCoordinator swaps;

	private final CallListeners callListeners;

	private volatile Runnable beforeFirstCall = () -> {
	};

	private volatile String whyAbsent = "plugins have not been loaded yet";

	/// @param engine loads the modules
	/// @param linker knows what they may import; frozen by this
	/// @param settings what they may use
	/// @param listeners those who want to know what happens to plugins
	/// @param callListeners those who want to know of calls
	public DefaultWasmPluginRegistry(Engine engine, Linker linker, PluginSettings.Source settings,
			List<WasmPluginListener> listeners, List<WasmPluginCallListener> callListeners) {
		this.callListeners = new CallListeners(List.copyOf(callListeners));
		this.swaps = new SwapCoordinator(engine, linker, settings, new PluginListeners(List.copyOf(listeners)),
				this.callListeners);
	}

	@Override
	public List<PluginStatus> plugins() {
		return this.slots.values().stream().map(PluginSlot::status).toList();
	}

	@Override
	public Optional<PluginStatus> plugin(String name) {
		return Optional.ofNullable(this.slots.get(name)).map(PluginSlot::status);
	}

	@Override
	public <T> T proxy(String name, Class<T> type) {
		PluginSlot slot = slot(name);
		PluginInterface methods = PluginInterface.of(type);
		slot.addInterface(methods);
		return PluginProxy.create(slot, type, methods);
	}

	/// Says that a plugin is expected to have an interface, ahead of anybody asking for
	/// it.
	public void expect(String name, Class<?> type) {
		slot(name).addInterface(PluginInterface.of(type));
	}

	private PluginSlot slot(String name) {
		return this.slots.computeIfAbsent(name,
				(added) -> new PluginSlot(added, this::beforeFirstCall, () -> this.whyAbsent, this.callListeners));
	}

	/// What to do when a plugin is called that does not serve, such as loading it; then
	/// the call tries once more.
	public void setBeforeFirstCall(Runnable action) {
		this.beforeFirstCall = action;
	}

	private void beforeFirstCall() {
		this.beforeFirstCall.run();
	}

	/// What to tell callers of plugins that do not serve and have not failed.
	public void setWhyAbsent(String reason) {
		this.whyAbsent = reason;
	}

	/// Loads a module, checks it, and if it is good lets it serve in place of what did.
	/// See [SwapCoordinator] for how.
	public SwapResult swap(PluginSource source) {
		return this.swaps.swap(slot(source.plugin()), source);
	}

	/// Says that the module of a plugin cannot even be read. What served goes on serving.
	public SwapResult refuse(String plugin, String origin, Exception cause) {
		return this.swaps.refuse(slot(plugin), new PluginFailure(Instant.now(), origin, cause));
	}

	/// Lets a plugin serve no more. Calls that it has begun end on it.
	/// @param why the reason, for the log
	public void unload(String plugin, String why) {
		PluginSlot slot = this.slots.get(plugin);
		if (slot != null) {
			this.swaps.unload(slot, why);
		}
	}

	/// Lets all plugins serve no more.
	/// @param why the reason, for the log
	/// @param whenDrained what to do when the last call has ended
	@SuppressWarnings("FutureReturnValueIgnored") // nothing can go wrong in it but what
													// the caller hands in
	public void unloadAll(String why, Runnable whenDrained) {
		CompletableFuture<?>[] drained = this.slots.values()
			.stream()
			.flatMap((slot) -> this.swaps.unload(slot, why).stream())
			.map(PluginGeneration::drained)
			.toArray(CompletableFuture[]::new);
		CompletableFuture.allOf(drained).thenRun(whenDrained);
	}

}
