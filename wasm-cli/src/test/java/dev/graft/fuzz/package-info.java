/// Inputs that nobody wrote: generated modules, which are valid, and damaged ones, which
/// may be.
///
/// ```
///     seed ─▶ ModuleGenerator ─▶ GeneratedModule ─┬▶ GraftRun, in several ways ─┐
///                                                 └▶ node, by run.mjs ──────────┴▶ the same lines
///     suite's modules ─▶ BinaryMutator, TextMutator ─▶ Trial: success, or the typed exception
/// ```
///
/// Everything follows from a seed, so that a find is repeated by its number. The budgets
/// of the tests are small; [dev.graft.fuzz.Campaign] runs for as long as one likes.
///
/// Start at [dev.graft.fuzz.ModuleGenerator].
@NullMarked
package dev.graft.fuzz;

import org.jspecify.annotations.NullMarked;
