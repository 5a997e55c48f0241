package dev.graft.cli;

import java.io.InputStream;
import java.io.PrintStream;

/// The three standard streams.
///
/// @param input standard input
/// @param output standard output
/// @param error standard error
record Console(InputStream input, PrintStream output, PrintStream error) {
}
