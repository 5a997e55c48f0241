/// The intermediate form: what a function does, in a shape that can be measured, cut into
/// pieces and emitted.
///
/// A [Body] is a flat list of [Statement]s in the order of the binary. Control flow is
/// marks, jumps and switches; what a statement computes is a tree of [Expression]s; every
/// value that lives longer than a statement is a [Variable]. So the JVM's operand stack
/// is empty between statements, any run of statements can become a method of its own, and
/// no pass has to recurse over the nesting of blocks, which a module may make as deep as
/// it likes.
///
/// ```
///   local.get 0                      v2 = (load v0)
///   i32.load                  ─▶     if (v2 >= v1) goto L0
///   local.tee 2                      …
///   local.get 1                   L0:
///   i32.ge_s
///   br_if 0
/// ```
///
/// The nodes of the trees:
///
/// * numbers: [Constant], [Read], [Numeric], [HighProduct], [Select], [Computed], [Lookup];
/// * vectors: [VectorConstant], [VectorOfHalves], [Vector], and [RegisterOperation] for
///   those in registers;
/// * memories: [Load], [VectorLoad], [CheckedAddress], [MemoryBase], [MemoryBytes], [SmallBytes],
///   [Atomic];
/// * functions and globals: [Call], [FurtherResult], [TailStep], [GlobalGet];
/// * references: [HeapOperation] for structures and arrays, [OfException] for exceptions;
/// * what the engine's side carries out: [EngineCall], [TableIndex];
/// * what carries values between methods: [NewArray], [Element], [CallFrame], [InFrame],
///   [Transferred].
///
/// Expressions are evaluated exactly once, operands from left to right, which is the
/// order in which Wasm computes them; [Effects] says which of them may change places.
/// Start at [Body].
@NullMarked
package dev.graft.compiler.ir;

import org.jspecify.annotations.NullMarked;
