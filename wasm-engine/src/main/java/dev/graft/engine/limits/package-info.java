/// What keeps a guest within bounds: how much memory, how many table elements and
/// instances the instances of a store may take
/// ([Budget][dev.graft.engine.limits.Budget]), how full the Java heap may become
/// ([HeapGuard][dev.graft.engine.limits.HeapGuard]), and how long a call may last
/// ([CallWatch][dev.graft.engine.limits.CallWatch],
/// [DeadlineScheduler][dev.graft.engine.limits.DeadlineScheduler]).
///
/// Depth is bounded by the Java stack, see RATIONALE.
@NullMarked
package dev.graft.engine.limits;

import org.jspecify.annotations.NullMarked;
