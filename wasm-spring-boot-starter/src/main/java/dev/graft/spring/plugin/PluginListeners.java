package dev.graft.spring.plugin;

import java.util.List;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/// Those who want to know what happens to plugins; none of them can stop it.
///
/// @param listeners all of them
record PluginListeners(List<WasmPluginListener> listeners) {

	private static final Log logger = LogFactory.getLog(PluginListeners.class);

	void tell(Consumer<WasmPluginListener> news) {
		for (WasmPluginListener listener : this.listeners) {
			try {
				news.accept(listener);
			}
			catch (RuntimeException ex) {
				logger.warn("A listener for plugins failed; the plugins are not affected", ex);
			}
		}
	}

}
