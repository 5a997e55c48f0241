/// A small order service whose rules are plugins that others wrote.
///
///     order.OrderController ──▶ order.OrderService ──▶ plugin.Pricing    pricing.wasm    Rust
///                                                  ──▶ plugin.Checks     checks.wasm     AssemblyScript
///                                                  ──▶ plugin.Documents  documents.wasm  C
///     plugins import ──▶ host.Catalog, host.Customers, host.Currencies, host.Templates, host.PluginLog
///
/// Start at [dev.graft.sample.plugin.Pricing] for what a plugin is to the application,
/// and at [dev.graft.sample.host.Catalog] for what the application is to a plugin. The
/// contract between the two, in the plugins' words, is `plugins/wit/shop.wit`.
@NullMarked
package dev.graft.sample;

import org.jspecify.annotations.NullMarked;
