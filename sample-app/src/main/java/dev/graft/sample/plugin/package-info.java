/// The plugins, as the application sees them: the worlds of `plugins/wit/shop.wit` as
/// Java interfaces.
@NullMarked
package dev.graft.sample.plugin;

import org.jspecify.annotations.NullMarked;
