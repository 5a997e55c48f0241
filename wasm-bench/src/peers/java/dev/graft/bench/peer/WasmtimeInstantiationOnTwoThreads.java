package dev.graft.bench.peer;

import org.openjdk.jmh.annotations.Threads;

/// [WasmtimeInstantiation] by two threads at once: the time is that of one operation of one thread.
@Threads(2)
public class WasmtimeInstantiationOnTwoThreads extends WasmtimeInstantiation {

}
