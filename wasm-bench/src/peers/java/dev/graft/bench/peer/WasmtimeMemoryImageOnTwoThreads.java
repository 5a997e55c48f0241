package dev.graft.bench.peer;

import org.openjdk.jmh.annotations.Threads;

/// [WasmtimeMemoryImage] by two threads at once: the time is that of one operation of one thread.
@Threads(2)
public class WasmtimeMemoryImageOnTwoThreads extends WasmtimeMemoryImage {

}
