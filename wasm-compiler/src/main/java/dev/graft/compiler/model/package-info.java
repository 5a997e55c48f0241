/// A decoded module: the abstract syntax of a binary, with function bodies and constant
/// expressions left as ranges of its bytes.
///
/// [ModuleModel] is what the decoder makes, the validator checks and the planner reads.
/// All offsets are byte offsets in the binary, for messages and for the map from
/// generated code back to Wasm. Everything is immutable.
///
/// Start at [ModuleModel].
@NullMarked
package dev.graft.compiler.model;

import org.jspecify.annotations.NullMarked;
