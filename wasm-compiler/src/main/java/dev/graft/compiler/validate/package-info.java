/// Validation: whether a decoded module keeps the rules of the specification, and what
/// its instructions mean.
///
/// Function bodies are read once: [FunctionValidator] checks each instruction and tells
/// an [InstructionSink] about it, with everything resolved that validation has to find
/// out anyway (operand types, block types, what is reachable). The lowering is such a
/// sink, so it never sees a byte that has not been validated.
///
/// Start at [ModuleValidator], then [FunctionValidator].
@NullMarked
package dev.graft.compiler.validate;

import org.jspecify.annotations.NullMarked;
