/// The sample application, started as its users start it and called over HTTP: the
/// walk-through of the README, and all that can be wrong with a plugin. Start at
/// [dev.graft.sample.Shop], which every test opens.
@NullMarked
package dev.graft.sample;

import org.jspecify.annotations.NullMarked;
