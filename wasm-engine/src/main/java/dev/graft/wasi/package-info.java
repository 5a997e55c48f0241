/// WASI preview 1, for programs that compute and print: arguments, environment, clocks,
/// random numbers, standard input and output, exit. There is no file system yet; what
/// needs one is present, so that programs link, and answers as if no directory had been
/// opened.
///
/// Uses nothing but the public API of the engine.
///
/// Start at [WasiPreview1][dev.graft.wasi.WasiPreview1].
@NullMarked
package dev.graft.wasi;

import org.jspecify.annotations.NullMarked;
