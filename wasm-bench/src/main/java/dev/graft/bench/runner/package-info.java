/// The program runner: whole modules in several engines, on the same input, side by side.
///
///     Runner ──starts, one after the other──▶ a process per engine and program
///       │                                       Worker ──▶ GuestEngine (Graft, Endive, …)   │ V8: worker.mjs │ Wizer
///       ◀──── lines of text: compile, load, call … ┘
///
/// Each process tells what it did in lines that [Report][dev.graft.bench.runner.Report] reads;
/// [Table][dev.graft.bench.runner.Table] lays them out. Start at
/// [Runner][dev.graft.bench.runner.Runner]; `wasm-bench/run.sh` starts it with all it needs.
@NullMarked
package dev.graft.bench.runner;

import org.jspecify.annotations.NullMarked;
