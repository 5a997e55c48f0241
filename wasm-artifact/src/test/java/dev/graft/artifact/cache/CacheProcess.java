package dev.graft.artifact.cache;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.sample.SampleModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A JVM of its own that asks a cache for modules, one after the other, and prints where
/// each came from.
final class CacheProcess {

	private CacheProcess() {
	}

	/// Asks for modules.
	/// @param arguments the directory, how many artifacts it may hold, and the modules
	public static void main(String[] arguments) {
		CacheFixture fixture = new CacheFixture(Path.of(arguments[0]));
		long maximum = Long.parseLong(arguments[1]) * CacheFixture.ARTIFACT_BYTES;
		// Nothing is kept in memory: every request goes to the directory.
		try (ArtifactCache cache = fixture.builder().maximumMemoryBytes(0).maximumDiskBytes(maximum).build()) {
			for (String module : Arrays.asList(arguments).subList(2, arguments.length)) {
				System.out.println(module + ": " + origin(fixture.get(cache, module)));
			}
			CacheStatistics statistics = cache.statistics();
			System.out.printf("compiled=%d diskHits=%d damaged=%d outdated=%d diskFailures=%d%n", statistics.compiled(),
					statistics.diskHits(), statistics.damaged(), statistics.outdated(), statistics.diskFailures());
		}
	}

	/// Runs it and returns what it prints.
	/// @param shell commands to put before it
	static String run(String shell, Path directory, int artifacts, String... modules)
			throws IOException, InterruptedException {
		Process process = start(shell, directory, artifacts, List.of(modules));
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IllegalStateException(output);
		}
		return output;
	}

	/// Starts it.
	static Process start(String shell, Path directory, int artifacts, List<String> modules) throws IOException {
		List<String> command = new ArrayList<>(List.of("/bin/bash", "-c", shell + "\"$0\" \"$@\"",
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:-UsePerfData", "-Xshare:auto",
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), CacheProcess.class.getName(),
				directory.toString(), Integer.toString(artifacts)));
		command.addAll(modules);
		return new ProcessBuilder(command).redirectErrorStream(true).start();
	}

	private static String origin(Artifact artifact) {
		artifact.verify();
		if (!artifact.metadata().equals(SampleModule.metadata())) {
			throw new IllegalStateException(artifact.metadata().toString());
		}
		return artifact.file().isPresent() ? "disk" : "memory";
	}

}
