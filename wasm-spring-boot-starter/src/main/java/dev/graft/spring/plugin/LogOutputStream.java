package dev.graft.spring.plugin;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// What a plugin prints, line by line to a log. A line without an end is cut, so that a
/// plugin cannot collect memory here.
final class LogOutputStream extends OutputStream {

	private static final int LONGEST_LINE_BYTES = 8192;

	private final Consumer<String> log;

	private final ByteArrayOutputStream line = new ByteArrayOutputStream();

	LogOutputStream(Consumer<String> log) {
		this.log = log;
	}

	@Override
	public void write(int value) {
		if (value == '\n') {
			endLine();
			return;
		}
		this.line.write(value);
		if (this.line.size() == LONGEST_LINE_BYTES) {
			endLine();
		}
	}

	/// The bytes are a guest's: control characters must not look like log lines of the
	/// application.
	private void endLine() {
		String text = this.line.toString(StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\\t]]", "");
		this.line.reset();
		this.log.accept(text);
	}

}
