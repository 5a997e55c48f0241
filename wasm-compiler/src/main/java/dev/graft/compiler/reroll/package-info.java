/// Writes loops over vectors as what they were before somebody wrote them with vectors:
/// loops over elements, where all lanes have the same done to them. HotSpot makes vectors
/// of its own of such loops, twice or four times as wide.
///
/// ```
///     L0:                                      total = rounds * 16
///       v5 = (v128.load v2)            ─▶    L1:
///       v6 = (v128.load +1024 v2)              store8 +4096 v7, (min (add (load8_u v7) (load8_u +1024 v7)) 255)
///       v128.store +4096 v2, (add_sat_u v5 v6) v7 = v7 + 1
///       v2 = v2 + 16                           …
///       if (v2 != v3) goto L0                  if (count < total) goto L1
/// ```
///
/// RATIONALE, "When does a loop over vectors become one over elements?". Start at
/// [Rerolling][dev.graft.compiler.reroll.Rerolling].
@NullMarked
package dev.graft.compiler.reroll;

import org.jspecify.annotations.NullMarked;
