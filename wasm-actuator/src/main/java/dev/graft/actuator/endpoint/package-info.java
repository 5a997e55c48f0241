/// The endpoint `wasmplugins`: which plugins there are, in which version, made of what;
/// and looking again for a module. Start at [WasmPluginsEndpoint].
@NullMarked
package dev.graft.actuator.endpoint;

import org.jspecify.annotations.NullMarked;
