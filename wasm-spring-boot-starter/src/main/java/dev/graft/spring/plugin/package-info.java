/// Plugins as beans: the registry, the proxies behind [dev.graft.spring.WasmPlugin]
/// interfaces, and the instances that do the work.
///
///     proxy ─▶ PluginSlot ─▶ PluginGeneration ─▶ InstancePool ─▶ instance ─▶ export
///              (one per      (one per version;    (bounded)       (one call
///               plugin)       volatile)                            at a time)
///
/// Start at [WasmPluginRegistry]; where generations come from is the matter of
/// [dev.graft.spring.reload].
@NullMarked
package dev.graft.spring.plugin;

import org.jspecify.annotations.NullMarked;
