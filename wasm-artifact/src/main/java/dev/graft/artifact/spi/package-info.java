/// Where the engine and a compiler meet: what a compiler is asked, what it may be told, and how it says no.
///
/// Start at [dev.graft.artifact.spi.Feature] for what can be switched on and off.
@NullMarked
package dev.graft.artifact.spi;

import org.jspecify.annotations.NullMarked;
