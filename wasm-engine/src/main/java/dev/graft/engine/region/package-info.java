/// The addresses that generated code can reach, and the functions of the operating system
/// that it takes to put linear memories there.
///
/// ```
///   by default   0 ═══════════════ the whole address space ═══════════════      places are addresses
///   isolated     | memory | free | memory    memory | free …  2^44 | slack |    nothing else is in it
/// ```
///
/// Start at [MemoryRegion].
@NullMarked
package dev.graft.engine.region;

import org.jspecify.annotations.NullMarked;
