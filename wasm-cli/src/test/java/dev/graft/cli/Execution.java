package dev.graft.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What came of calling `graft`.
///
/// @param status the exit status
/// @param output what it wrote to standard output
/// @param error what it wrote to standard error
record Execution(int status, String output, String error) {

	/// Calls `graft` with these arguments.
	static Execution of(String... arguments) {
		return withInput("", arguments);
	}

	/// Calls `graft` with these arguments and this standard input.
	static Execution withInput(String input, String... arguments) {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		ByteArrayOutputStream error = new ByteArrayOutputStream();
		PrintStream outputStream = new PrintStream(output, true, StandardCharsets.UTF_8);
		PrintStream errorStream = new PrintStream(error, true, StandardCharsets.UTF_8);
		Console console = new Console(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), outputStream,
				errorStream);
		int status = new Graft(console).run(List.of(arguments));
		outputStream.flush();
		errorStream.flush();
		return new Execution(status, output.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
	}

}
