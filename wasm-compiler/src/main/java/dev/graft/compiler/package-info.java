/// The compiler: from WebAssembly modules, binary or text, to artifacts.
///
/// ```
///              text ──▶ decode ──▶ validate ──▶ lower ─▶ pass ─▶ plan ─▶ emit ──▶ artifact
///               └ .wat             └ one pass over each body, groups of functions in parallel
/// ```
///
/// Start at [dev.graft.compiler.WasmCompiler]; the engine finds it by
/// [java.util.ServiceLoader].
@NullMarked
package dev.graft.compiler;

import org.jspecify.annotations.NullMarked;
