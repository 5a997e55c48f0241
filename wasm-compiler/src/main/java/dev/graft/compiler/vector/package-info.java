/// Takes vectors apart: the pass behind lowering that leaves no value of
/// [kind][dev.graft.compiler.ir.Kind] `VECTOR` behind.
///
/// A vector becomes the lanes that its users see: four `int`s or `float`s, two `long`s or
/// `double`s. Eight and sixteen bit lanes stay together in two `long`s and are computed
/// there by the engine's methods, a half at a time. Which of these
/// [shapes][dev.graft.compiler.vector.Shape] a variable has is
/// [inferred][dev.graft.compiler.vector.ShapeInference], so that shapes are converted
/// where they really meet only:
///
/// ```
///   v7:V = (i32x4.add v5 v6)       ─▶   v21 = (i32.add v13 v17)   …   v24 = (i32.add v16 v20)
///   v8:V = (i8x16.shuffle v7 v7)   ─▶   nothing: lanes of v8 are lanes of v7
/// ```
///
/// RATIONALE, "How are vectors held?". Start at
/// [VectorExpansion][dev.graft.compiler.vector.VectorExpansion].
@NullMarked
package dev.graft.compiler.vector;

import org.jspecify.annotations.NullMarked;
