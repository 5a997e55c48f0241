package dev.graft.fuzz.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs in C that nobody wrote do in Graft what they do in Node, however they are
/// compiled.
///
/// `-Dgraft.fuzz.clang=PATH` and `-Dgraft.fuzz.node=PATH` say where clang (14 or newer,
/// with lld) and Node are, without which it is left out. `-Dgraft.fuzz.seconds=600` takes
/// more of them, `-Dgraft.fuzz.from=1000000` others.
class GeneratedProgramsTests {

	private static final int SECONDS = Integer.getInteger("graft.fuzz.seconds", 2);

	private static final long FROM = Long.getLong("graft.fuzz.from", 0);

	/// However slow the machine is, so many are compared.
	private static final int LEAST = 10;

	@Test
	void doTheSameInNode(@TempDir Path directory) throws IOException, InterruptedException {
		Optional<Comparison> comparison = Comparison.in(directory);
		if (comparison.isEmpty()) {
			System.out
				.println("Left out: say where clang and Node are with -Dgraft.fuzz.clang=PATH -Dgraft.fuzz.node=PATH.");
			return;
		}
		try (Comparison programs = comparison.get()) {
			List<String> finds = programs.run(SECONDS, FROM, LEAST);
			System.out.println(programs);
			assertThat(finds).as("finds, which are in target/fuzz/programs").isEmpty();
		}
	}

}
