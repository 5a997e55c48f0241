/// Cuts bodies that are too large for one method into pieces.
///
/// HotSpot compiles no method of more than 8,000 bytes of bytecode, and the JVM loads
/// none of more than 65,535. As all values that outlive a statement are variables, any
/// run of statements can become a method of its own: the variables that are live where it
/// begins are its parameters, those that it assigns and that are live where it is left
/// are passed back, and a number says by which of its exits it was left.
///
/// Start at [dev.graft.compiler.split.Splitter].
@NullMarked
package dev.graft.compiler.split;

import org.jspecify.annotations.NullMarked;
