package dev.graft.artifact.cache;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.sample.SampleCompiler;
import dev.graft.artifact.sample.SampleModule;
import dev.graft.artifact.spi.CompilerSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A cache directory, a compiler, and what happened.
final class CacheFixture {

	static final int ARTIFACT_BYTES = SampleModule.artifact().length;

	final Path directory;

	final SampleCompiler compiler = new SampleCompiler("test-1");

	final List<String> events = new ArrayList<>();

	CacheFixture(Path directory) {
		this.directory = directory;
	}

	/// A cache over the directory: making another one is like starting again.
	ArtifactCache cache() {
		return builder().build();
	}

	ArtifactCache.Builder builder() {
		return ArtifactCache.builder(SampleCompiler.ABI_HASH).directory(this.directory).listener(new Recorder());
	}

	Artifact get(ArtifactCache cache, String module) {
		return cache.get(module + ".wasm", source(module), CompilerSettings.DEFAULT, this.compiler);
	}

	/// Compiles a module and returns the file that it is in.
	Path publish(String module) {
		try (ArtifactCache cache = cache(); Artifact artifact = get(cache, module)) {
			return artifact.file().orElseThrow();
		}
	}

	List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.sorted().toList();
		}
	}

	static byte[] source(String module) {
		return module.getBytes(StandardCharsets.UTF_8);
	}

	private final class Recorder implements CacheListener {

		@Override
		public void evicted(Path file, long bytes) {
			CacheFixture.this.events.add("evicted " + bytes);
		}

		@Override
		public void damaged(Path file, Exception problem) {
			CacheFixture.this.events.add("damaged " + problem.getMessage());
		}

		@Override
		public void outdated(Path file, Exception problem) {
			CacheFixture.this.events.add("outdated " + problem.getMessage());
		}

		@Override
		public void diskFailed(Path path, Exception problem) {
			CacheFixture.this.events.add("failed " + problem);
		}

	}

}
