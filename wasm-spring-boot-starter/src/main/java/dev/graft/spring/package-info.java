/// The annotations an application writes: [WasmPlugin] on an interface makes a plugin
/// injectable, [HostModule] and [HostFunction] on a bean make its methods callable by
/// plugins.
///
///     application ──calls──▶ @WasmPlugin interface ──▶ plugin (.wasm) ──imports──▶ @HostModule bean ──▶ application
///
/// Everything behind them lives in the packages below: `plugin` (registry, proxies,
/// instances), `host` (what plugins import), `canonical` (how Java values cross the
/// boundary), `reload` (where modules come from, and swaps), `event`, `autoconfigure`.
/// Start reading at [dev.graft.spring.plugin.WasmPluginRegistry]. How to use it:
/// docs/SPRING.md.
@NullMarked
package dev.graft.spring;

import org.jspecify.annotations.NullMarked;
