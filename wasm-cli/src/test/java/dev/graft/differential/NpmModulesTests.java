package dev.graft.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Modules out of npm packages, used in Node by the packages' own JavaScript, do the same
/// here: every call, every result, and every byte of memory at every exit.
///
/// `src/test/npm/record.mjs` makes the recordings. They are not in the repository;
/// continuous integration makes them anew and says `-Dgraft.npm.dir=…`. Without it there
/// is nothing to test.
class NpmModulesTests {

	@TestFactory
	Stream<DynamicTest> doHereWhatTheyDoInNode() throws IOException {
		String directory = System.getProperty("graft.npm.dir", "");
		if (directory.isEmpty()) {
			return Stream.empty();
		}
		try (Stream<Path> files = Files.list(Path.of(directory))) {
			Stream<Path> traces = files.filter((file) -> file.toString().endsWith(".trace")).sorted().toList().stream();
			return traces.map((trace) -> DynamicTest.dynamicTest(trace.getFileName().toString(), () -> replay(trace)));
		}
	}

	private static void replay(Path trace) throws IOException {
		Path module = Path.of(trace.toString().replaceFirst("\\.trace$", ".wasm"));
		try (Replay replay = Replay.open(module, trace)) {
			assertThat(replay.play()).as("calls of exports").isPositive();
		}
	}

}
