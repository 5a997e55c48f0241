/// The command line, called in this process with streams of its own.
@NullMarked
package dev.graft.cli;

import org.jspecify.annotations.NullMarked;
