/// Runs test scripts, on nothing but the engine's public API. Whether modules are
/// compiled on the spot or come from artifacts is the engine's business; the runner works
/// without a compiler on the class path.
///
/// Start at [dev.graft.wast.runner.ScriptRunner].
@NullMarked
package dev.graft.wast.runner;

import org.jspecify.annotations.NullMarked;
