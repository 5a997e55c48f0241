package dev.graft.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Modules that are no commands, whose exports are called one by one, answer as they
/// answered in Node. `src/test/guests/trace.mjs` makes the recordings.
class GuestTracesTests {

	private static final Path GUESTS = Path.of("src", "test", "guests");

	@TestFactory
	Stream<DynamicTest> answerAsInNode() throws IOException {
		return traces().stream().map((trace) -> DynamicTest.dynamicTest(trace, () -> replay(trace)));
	}

	private static List<String> traces() throws IOException {
		try (Stream<Path> files = Files.list(GUESTS.resolve("traces"))) {
			return files.map((file) -> file.getFileName().toString().replaceFirst("\\.trace$", ""))
				.filter((name) -> Files.exists(GUESTS.resolve(name + ".wasm")))
				.sorted()
				.toList();
		}
	}

	private static void replay(String name) throws IOException {
		try (Replay replay = Replay.open(GUESTS.resolve(name + ".wasm"),
				GUESTS.resolve("traces").resolve(name + ".trace"))) {
			assertThat(replay.play()).as("calls of exports").isPositive();
		}
	}

}
