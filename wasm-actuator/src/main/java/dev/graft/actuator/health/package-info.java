/// Health of plugins: the contributor `wasm` with a component per plugin. Start at
/// [WasmHealthContributor].
@NullMarked
package dev.graft.actuator.health;

import org.jspecify.annotations.NullMarked;
