package dev.graft.spring.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogOutputStreamTests {

	private final List<String> lines = new ArrayList<>();

	private final LogOutputStream output = new LogOutputStream(this.lines::add);

	private void print(String text) throws IOException {
		this.output.write(text.getBytes(StandardCharsets.UTF_8));
		this.output.flush();
	}

	@Test
	void everyLineIsALineOfTheLog() throws IOException {
		print("one\ntwo\n\n");
		assertThat(this.lines).containsExactly("one", "two", "");
	}

	@Test
	void aLineIsWholeBeforeItIsLogged() throws IOException {
		print("Grü");
		assertThat(this.lines).isEmpty();
		print("ße\n");
		assertThat(this.lines).containsExactly("Grüße");
	}

	@Test
	void aLineWithoutEndIsCut() throws IOException {
		print("x".repeat(20_000));
		assertThat(this.lines).extracting(String::length).containsExactly(8192, 8192);
	}

	@Test
	void whatWouldLookLikeAnotherLogLineIsTakenOut() throws IOException {
		print("harmless\r\u001b[2K2026-11-20 ERROR forged\ttab\n");
		assertThat(this.lines).containsExactly("harmless[2K2026-11-20 ERROR forged\ttab");
	}

}
