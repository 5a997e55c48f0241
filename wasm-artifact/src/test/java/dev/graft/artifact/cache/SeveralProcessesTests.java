package dev.graft.artifact.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.Artifact;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Processes that share a directory find each other's entries and never a half-written
/// one.
class SeveralProcessesTests {

	private static final int PROCESSES = 3;

	private static final int MODULES = 12;

	private static final int ROUNDS = 8;

	@TempDir
	Path temporary;

	@Test
	void findWhatAnotherHasCompiled() throws Exception {
		Path directory = this.temporary.resolve("cache");
		assertThat(CacheProcess.run("", directory, 10, "a", "b", "a").lines()).containsExactly("a: disk", "b: disk",
				"a: disk", "compiled=2 diskHits=1 damaged=0 outdated=0 diskFailures=0");
		assertThat(CacheProcess.run("", directory, 10, "a", "b").lines()).containsExactly("a: disk", "b: disk",
				"compiled=0 diskHits=2 damaged=0 outdated=0 diskFailures=0");
	}

	@Test
	void compileEvictAndReplaceAtTheSameTime() throws Exception {
		Path directory = this.temporary.resolve("cache");
		List<Process> processes = new ArrayList<>();
		for (int i = 0; i < PROCESSES; i++) {
			// Room for a third of the modules, so that all of them publish and delete
			// throughout.
			processes.add(CacheProcess.start("", directory, MODULES / 3, modules(i)));
		}
		for (Process process : processes) {
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor()).as(output).isZero();
			assertThat(output.lines()).hasSize(MODULES * ROUNDS + 1);
			assertThat(output).contains("damaged=0 outdated=0 diskFailures=0");
		}
		for (Path file : new CacheFixture(directory).files()) {
			assertThat(file.toString()).endsWith(".artifact");
			try (Artifact artifact = Artifact.open(file)) {
				artifact.verify();
			}
		}
	}

	private static List<String> modules(int seed) {
		List<String> modules = new ArrayList<>();
		for (int i = 0; i < MODULES * ROUNDS; i++) {
			modules.add("module" + i % MODULES);
		}
		Collections.shuffle(modules, new Random(seed));
		return modules;
	}

}
