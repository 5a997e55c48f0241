package dev.graft.bench.peer;

import org.openjdk.jmh.annotations.Threads;

/// [EndiveInstantiation] by two threads at once: the time is that of one operation of one thread.
@Threads(2)
public class EndiveInstantiationOnTwoThreads extends EndiveInstantiation {

}
