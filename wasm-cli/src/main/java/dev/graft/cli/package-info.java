/// The command line: `graft run`, `graft compile`, `graft inspect` and `graft wast`.
///
/// Start at [Graft]: it picks a [Command] by its name; each command parses its own
/// arguments and returns an exit status.
@NullMarked
package dev.graft.cli;

import org.jspecify.annotations.NullMarked;
