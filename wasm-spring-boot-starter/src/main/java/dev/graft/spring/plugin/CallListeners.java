package dev.graft.spring.plugin;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/// Those who want to know of calls.
///
/// @param listeners all of them
record CallListeners(List<WasmPluginCallListener> listeners) {

	boolean isEmpty() {
		return this.listeners.isEmpty();
	}

	/// Makes a call and tells everybody how it went.
	@Nullable Object observe(String plugin, String export, Supplier<@Nullable Object> call) {
		long begin = System.nanoTime();
		try {
			Object result = call.get();
			tell(plugin, export, begin, null);
			return result;
		}
		catch (Throwable ex) {
			tell(plugin, export, begin, ex);
			throw ex;
		}
	}

	/// Makes an instance and tells everybody how long it took.
	PluginInstance observe(String plugin, Supplier<PluginInstance> factory) {
		long begin = System.nanoTime();
		PluginInstance instance = factory.get();
		Duration duration = Duration.ofNanos(System.nanoTime() - begin);
		this.listeners.forEach((listener) -> listener.instantiated(plugin, duration));
		return instance;
	}

	/// Tells everybody how a call went.
	/// @param begin when it began, as [System#nanoTime] said then
	void tell(String plugin, String export, long begin, @Nullable Throwable failure) {
		Duration duration = Duration.ofNanos(System.nanoTime() - begin);
		this.listeners.forEach((listener) -> listener.called(plugin, export, duration, failure));
	}

}
