/// Programs in C that nobody wrote, compiled by clang: what compilers make of loops over
/// arrays, straight lines over blocks and vectors, as people write them with intrinsics.
///
/// ```
///     seed ─▶ CProgram (Grammar, src/test/fuzz/*.grammar) ─▶ Clang ─▶ .wasm ─┬▶ GraftCalls, in several ways ─┐
///     seed ─▶ CallPlan: arguments, and what is in memory ────────────────────┴▶ node, by programs.mjs ───────┴▶ the same lines
/// ```
///
/// Generated modules ([dev.graft.fuzz.ModuleGenerator]) hold each operator in every place;
/// what is compiled from C holds those that belong together, which is what the
/// optimizations look for.
///
/// Start at [dev.graft.fuzz.c.Comparison].
@NullMarked
package dev.graft.fuzz.c;

import org.jspecify.annotations.NullMarked;
