/// From the intermediate form to JVM instructions. One emitter for each family of nodes.
///
/// [FunctionEmitter] walks through the statements of a body and knows what every slot
/// holds; [ExpressionEmitter] emits trees and hands what belongs to a family to
/// [NumericEmitter], [MemoryEmitter], [CallEmitter] and [ReferenceEmitter];
/// [ConditionEmitter] fuses comparisons with jumps. [CodeNames] tells what the generated
/// classes and members are called.
///
/// Start at [FunctionEmitter].
@NullMarked
package dev.graft.compiler.emit;

import org.jspecify.annotations.NullMarked;
