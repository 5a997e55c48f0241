/// From valid instructions to the intermediate form, in the one pass that also validates.
///
/// Start at [FunctionLowering].
@NullMarked
package dev.graft.compiler.lower;

import org.jspecify.annotations.NullMarked;
