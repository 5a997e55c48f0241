/// What goes wrong while WebAssembly code runs: [Trap][dev.graft.engine.trap.Trap], its
/// [code][dev.graft.engine.trap.TrapCode] in the specification's words, and where it
/// happened.
///
/// Part of the public API. It is a package of its own because both the embedding API
/// above and the code that generated classes call below speak of traps, and neither may
/// depend on the other in circles.
@NullMarked
package dev.graft.engine.trap;

import org.jspecify.annotations.NullMarked;
