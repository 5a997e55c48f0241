/// How the compiler uses several processors without its output depending on them.
///
/// Start at [OrderedTasks].
@NullMarked
package dev.graft.compiler.work;

import org.jspecify.annotations.NullMarked;
