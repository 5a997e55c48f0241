/// What plugins import: the [dev.graft.spring.HostFunction] methods of
/// [dev.graft.spring.HostModule] beans, as definitions of a
/// [Linker][dev.graft.engine.Linker].
///
/// Beans are found by their definitions, and created when a plugin first calls them.
/// Start at [HostModules].
@NullMarked
package dev.graft.spring.host;

import org.jspecify.annotations.NullMarked;
