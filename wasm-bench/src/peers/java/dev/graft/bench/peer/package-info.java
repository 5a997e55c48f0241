/// Other engines, for comparison: what the program runner and the benchmarks of JMH use them
/// through. They need libraries that Graft does without, so only the Maven profile `peers`
/// compiles them.
@NullMarked
package dev.graft.bench.peer;

import org.jspecify.annotations.NullMarked;
