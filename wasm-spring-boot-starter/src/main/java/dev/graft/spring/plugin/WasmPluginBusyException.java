package dev.graft.spring.plugin;

import java.time.Duration;

import dev.graft.engine.trap.WasmException;
import org.jspecify.annotations.Nullable;

/// All instances of a plugin were busy for longer than a call may wait.
public final class WasmPluginBusyException extends WasmException {

	private static final long serialVersionUID = 1L;

	private final String plugin;

	WasmPluginBusyException(String plugin, int instances, Duration timeout,
			@Nullable InterruptedException interrupted) {
		super("plugin '%s' is busy: none of its %d instances became free %s".formatted(plugin, instances,
				(interrupted != null) ? "before the waiting thread was interrupted"
						: "within " + timeout.toMillis() + " ms"),
				interrupted);
		this.plugin = plugin;
	}

	/// The plugin's name.
	public String plugin() {
		return this.plugin;
	}

}
