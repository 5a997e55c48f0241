/// Where the compiler's time goes.
///
/// Start at [StageClock], which everything that compiles is given.
@NullMarked
package dev.graft.compiler.timing;

import org.jspecify.annotations.NullMarked;
