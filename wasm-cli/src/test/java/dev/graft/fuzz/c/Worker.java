package dev.graft.fuzz.c;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A process that is told names of programs, line by line, and answers each with what came
/// of its calls and a line with [#END].
final class Worker implements AutoCloseable {

	/// The line after an answer.
	static final String END = ".";

	private final List<String> command;

	private final Process process;

	private final PrintStream questions;

	private final BufferedReader answers;

	/// Starts a process.
	Worker(List<String> command) throws IOException {
		this.command = command;
		this.process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		this.questions = new PrintStream(this.process.getOutputStream(), true, StandardCharsets.UTF_8);
		this.answers = this.process.inputReader(StandardCharsets.UTF_8);
	}

	/// Tells a name, without waiting for the answer.
	void ask(String name) {
		this.questions.println(name);
	}

	/// Waits for the answer to what was asked first.
	List<String> answer() throws IOException {
		List<String> lines = new ArrayList<>();
		for (String line = this.answers.readLine(); !END.equals(line); line = this.answers.readLine()) {
			if (line == null) {
				throw new IllegalStateException(
						"%s:%n%s".formatted(String.join(" ", this.command), String.join("\n", lines)));
			}
			lines.add(line);
		}
		return lines;
	}

	@Override
	public void close() {
		this.questions.close();
		this.process.destroy();
	}

}
