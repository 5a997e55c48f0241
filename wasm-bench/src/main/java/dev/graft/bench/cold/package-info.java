/// Speed before anything is warm: how long it takes until the first call answers, and how long
/// to compile. `wasm-bench/cold.sh` runs what is here, each in a process of its own.
@NullMarked
package dev.graft.bench.cold;

import org.jspecify.annotations.NullMarked;
