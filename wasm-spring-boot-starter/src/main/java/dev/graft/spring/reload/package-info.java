/// Where modules come from: the plugin directory and configured locations, looked at when
/// the application starts and whenever something changes.
///
///     PluginCatalog ──what is there──▶ ChangeDetector ──changed, and quiet since──▶ PluginReloader ──bytes──▶ registry
///           ▲                                ▲
///      PluginDirectory, resources      PluginWatcher (thread wasm-reload)
///
/// Start at [PluginLifecycle].
@NullMarked
package dev.graft.spring.reload;

import org.jspecify.annotations.NullMarked;
