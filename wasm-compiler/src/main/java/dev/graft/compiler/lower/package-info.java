/// From valid instructions to the intermediate form, in the one pass that also validates.
///
/// Start at [FunctionLowering], which is told each instruction and hands it on to the
/// class for its family:
///
/// * [BlockLowering] blocks, and what labels mean ([ControlFrame]); [BranchLowering]
///   branches and `return` ([dev.graft.compiler.ir.LargeSwitch] for a `br_table`
///   beyond all measure);
/// * [ExceptionLowering] `throw`, `try_table` and the deprecated `try`;
/// * [CallLowering] calls, their arguments and results; [TailCallLowering] `return_call`
///   and its like;
/// * [LocalLowering] and [GlobalLowering] variables;
/// * [ValueLowering] numbers and vectors, `drop` and `select` ([WideArithmetic] for
///   numbers of 128 bits);
/// * [MemoryLowering] accesses to memories, and memories and tables as a whole
///   ([VectorAccesses], [TableOperands]);
/// * [HeapLowering] structures and arrays; [ReferenceLowering] other instructions on
///   references.
///
/// They share the [LoweringState]: the [OperandStack], on which operands wait as trees
/// until a statement uses them, and the statements so far. [ConstantLowering] does the
/// same for constant expressions.
@NullMarked
package dev.graft.compiler.lower;

import org.jspecify.annotations.NullMarked;
