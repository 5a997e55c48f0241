/// Benchmarks for JMH of single operations of the engine: instantiating, calling, loading,
/// accessing memory. `wasm-bench/jmh.sh` runs them; [TestModules][dev.graft.bench.jmh.TestModules]
/// writes the modules that they run.
@NullMarked
package dev.graft.bench.jmh;

import org.jspecify.annotations.NullMarked;
