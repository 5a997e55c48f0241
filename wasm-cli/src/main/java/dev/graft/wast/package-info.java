/// Test scripts, `.wast`: the format in which the specification's test suite is written.
///
///     .wast ─▶ reader ─▶ Script ─▶ runner ─▶ ScriptReport
///
/// This package is the model in the middle. It knows no compiler and no engine, and can
/// be written to a file, so that a script that was read and compiled by one program can
/// be run by another one that has no compiler.
///
/// Start at [dev.graft.wast.Script].
///
/// @see <a href="https://github.com/WebAssembly/spec/tree/main/interpreter#scripts">the
/// reference interpreter, "Scripts"</a>
@NullMarked
package dev.graft.wast;

import org.jspecify.annotations.NullMarked;
