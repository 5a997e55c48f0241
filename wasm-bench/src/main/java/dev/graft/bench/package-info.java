/// Measurements. The packages below run whole programs in several engines
/// (`runner`) and single operations under JMH (`jmh`); the classes here time what neither of
/// them covers. `wasm-bench/README.md` says how to reproduce each table.
@NullMarked
package dev.graft.bench;

import org.jspecify.annotations.NullMarked;
