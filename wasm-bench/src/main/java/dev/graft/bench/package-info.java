/// Measurements. [Kernels] times small compute kernels in Graft; `kernels.sh` beside the
/// sources puts the figures of V8 and Wasmtime next to them, from the same run.
@NullMarked
package dev.graft.bench;

import org.jspecify.annotations.NullMarked;
