package dev.graft.bench.jmh;

import org.openjdk.jmh.annotations.Threads;

/// [MemoryImage] by two threads at once: the time is that of one operation of one thread.
@Threads(2)
public class MemoryImageOnTwoThreads extends MemoryImage {

}
