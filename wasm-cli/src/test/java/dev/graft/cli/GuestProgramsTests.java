package dev.graft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Programs that clang, Emscripten, rustc, asc, zig, kotlinc and go have compiled print
/// here what they print in Node.
///
/// The cases, and what Node printed, are in `src/test/guests`; `record.mjs` there writes
/// the expectations anew.
class GuestProgramsTests {

	private static final Path GUESTS = Path.of("src", "test", "guests");

	@TempDir
	Path directory;

	@TestFactory
	Stream<DynamicTest> printWhatTheyPrintInNode() throws IOException {
		return cases((guest) -> guest.run(guest.program()));
	}

	@TestFactory
	Stream<DynamicTest> printTheSameOnceCompiledToAnArtifact() throws IOException {
		return cases((guest) -> {
			Path artifact = this.directory.resolve(guest.program().getFileName() + ".elf");
			if (!Files.exists(artifact)) {
				List<String> command = new ArrayList<>(List.of("compile"));
				command.addAll(guest.features());
				command.addAll(List.of(guest.program().toString(), "-o", artifact.toString()));
				Outcome compiled = Outcome.of("", command.toArray(String[]::new));
				assertThat(compiled.status()).as(compiled.error()).isZero();
			}
			return guest.run(artifact);
		});
	}

	/// One test per case whose program is there: some are too large to be committed.
	private static Stream<DynamicTest> cases(Runner runner) throws IOException {
		try (Stream<Path> folders = Files.list(GUESTS.resolve("cases"))) {
			return folders.map(Guest::new)
				.filter((guest) -> Files.exists(guest.program()))
				.sorted((one, other) -> one.name().compareTo(other.name()))
				.map((guest) -> DynamicTest.dynamicTest(guest.name(), () -> guest.check(runner.run(guest))))
				.toList()
				.stream();
		}
	}

	@FunctionalInterface
	private interface Runner {

		Outcome run(Guest guest) throws IOException;

	}

	/// A case: what goes into a program, and what Node got out of it.
	private record Guest(Path folder) {

		String name() {
			return this.folder.getFileName().toString();
		}

		Path program() {
			return GUESTS.resolve(name().split("-")[0] + ".wasm");
		}

		/// The options for what has to be switched on.
		List<String> features() throws IOException {
			return text("features").lines().flatMap((feature) -> Stream.of("--enable", feature)).toList();
		}

		Outcome run(Path module) throws IOException {
			List<String> command = new ArrayList<>(List.of("run", "--no-cache"));
			command.addAll(features());
			text("env").lines().forEach((variable) -> command.addAll(List.of("--env", variable)));
			command.add(module.toString());
			command.addAll(text("args").lines().toList());
			return Outcome.of(text("stdin"), command.toArray(String[]::new));
		}

		void check(Outcome outcome) throws IOException {
			assertThat(outcome.output()).as("standard output; on standard error: %s", outcome.error())
				.isEqualTo(text("stdout"));
			assertThat(outcome.status()).as("exit code").isEqualTo(Integer.parseInt(text("exit").strip()));
			if (Files.exists(this.folder.resolve("trap"))) {
				assertThat(outcome.error()).startsWith(text("stderr")).contains(text("trap").strip());
			}
			else {
				assertThat(outcome.error()).isEqualTo(text("stderr"));
			}
		}

		private String text(String part) throws IOException {
			Path file = this.folder.resolve(part);
			return Files.exists(file) ? Files.readString(file) : "";
		}

	}

	/// What a run of the command line ended with.
	private record Outcome(int status, String output, String error) {

		static Outcome of(String input, String... command) {
			ByteArrayOutputStream output = new ByteArrayOutputStream();
			ByteArrayOutputStream error = new ByteArrayOutputStream();
			int status;
			try (PrintStream out = new PrintStream(output, false, StandardCharsets.UTF_8);
					PrintStream err = new PrintStream(error, false, StandardCharsets.UTF_8)) {
				status = new Graft(
						new Console(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err))
					.run(List.of(command));
			}
			return new Outcome(status, output.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
		}

	}

}
