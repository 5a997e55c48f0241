/// Tests of what is told about compiling.
@NullMarked
package dev.graft.compiler.timing;

import org.jspecify.annotations.NullMarked;
