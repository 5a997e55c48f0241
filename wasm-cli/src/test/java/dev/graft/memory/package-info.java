/// Accesses to memories of all kinds, compiled in every way, held against arithmetic that
/// cannot overflow.
@NullMarked
package dev.graft.memory;

import org.jspecify.annotations.NullMarked;
