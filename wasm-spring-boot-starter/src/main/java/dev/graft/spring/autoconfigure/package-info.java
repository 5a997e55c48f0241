/// What Spring Boot sees: auto-configuration, the `wasm.*` properties, failure analyzers.
///
/// Start at [WasmAutoConfiguration]. The properties are [WasmProperties]; their table is
/// docs/CONFIGURATION.md.
@NullMarked
package dev.graft.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
