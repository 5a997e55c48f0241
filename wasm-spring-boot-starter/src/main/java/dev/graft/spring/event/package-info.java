/// What happens to plugins, as application events.
///
/// They are published after the fact, in order, on the thread that made it happen (the
/// one that starts the application, or `wasm-reload`). A listener that throws is logged
/// and changes nothing. Start at [WasmPluginEvent].
@NullMarked
package dev.graft.spring.event;

import org.jspecify.annotations.NullMarked;
