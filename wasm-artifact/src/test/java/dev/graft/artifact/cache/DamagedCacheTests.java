package dev.graft.artifact.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.format.Manifest;
import dev.graft.artifact.sample.SampleModule;
import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is under a key and does not belong there is counted and replaced, never trusted.
class DamagedCacheTests {

	@TempDir
	Path temporary;

	private CacheFixture fixture = new CacheFixture(Path.of(""));

	private Path file = Path.of("");

	private byte[] sound = {};

	@BeforeEach
	void publishAnEntry() throws IOException {
		this.fixture = new CacheFixture(this.temporary.resolve("cache"));
		this.file = this.fixture.publish("a");
		this.sound = Files.readAllBytes(this.file);
	}

	@Test
	void replacesATruncatedEntry() throws IOException {
		for (int length : new int[] { 0, 1, 16, 64, 1000, this.sound.length / 2, this.sound.length - 1 }) {
			replacesDamaged(Arrays.copyOf(this.sound, length));
		}
	}

	@Test
	void replacesABitFlippedEntry() throws IOException {
		Random random = new Random(1);
		int first = indexOf("format=2");
		for (int i = 0; i < 50; i++) {
			byte[] flipped = this.sound.clone();
			// Class files and images, too, which opening does not look at.
			int offset = switch (i % 3) {
				case 0 -> first + random.nextInt(500);
				case 1 -> indexOf("\u00CA\u00FE\u00BA\u00BE") + random.nextInt(100);
				default -> this.sound.length - 200 - random.nextInt(16_000);
			};
			flipped[offset] ^= (byte) (1 << random.nextInt(8));
			replaces(flipped);
		}
		assertThat(this.fixture.events).hasSize(50).noneMatch((event) -> event.startsWith("failed"));
	}

	@Test
	void replacesAForeignFile() throws IOException {
		replacesDamaged("#!/bin/sh\necho this is no artifact\n".getBytes(StandardCharsets.UTF_8));
		byte[] elf = this.sound.clone();
		elf[7] = 0;
		replacesDamaged(elf);
	}

	@Test
	void replacesTheArtifactOfAnotherModule() throws IOException {
		replacesDamaged(Files.readAllBytes(this.fixture.publish("b")));
		assertThat(this.fixture.events.getFirst()).contains("expected module ca978112ca1bbdca")
			.contains("found module 3e23e8160039594a");
	}

	@Test
	void replacesAnEntryOfAnotherEngine() throws IOException {
		CompileRequest request = new CompileRequest("a", CacheFixture.source("a"), CompilerSettings.DEFAULT);
		replacesOutdated(SampleModule.artifact(request.manifest("abi-0", "test-1")));
		replacesOutdated(SampleModule.artifact(request.manifest("abi-1", "test-0")));
	}

	@Test
	void replacesAnEntryOfAnotherFormat() throws IOException {
		byte[] older = this.sound.clone();
		older[8] = Manifest.FORMAT_VERSION - 1;
		replacesOutdated(older);
		assertThat(this.fixture.events.getFirst()).contains("format version: expected 2, found 1");
	}

	@Test
	void replacesADirectoryInPlaceOfAnEntryIfItCan() throws IOException {
		Files.delete(this.file);
		Files.createDirectory(this.file);
		try (ArtifactCache cache = this.fixture.cache(); Artifact artifact = this.fixture.get(cache, "a")) {
			assertThat(artifact.metadata()).isEqualTo(SampleModule.metadata());
		}
	}

	private void replacesDamaged(byte[] contents) throws IOException {
		CacheStatistics statistics = replaces(contents);
		assertThat(statistics.damaged()).isOne();
		assertThat(statistics.outdated()).isZero();
	}

	private void replacesOutdated(byte[] contents) throws IOException {
		CacheStatistics statistics = replaces(contents);
		assertThat(statistics.outdated()).isOne();
		assertThat(statistics.damaged()).isZero();
	}

	private CacheStatistics replaces(byte[] contents) throws IOException {
		// As another file, since this process may have mapped the one that is there.
		Files.delete(this.file);
		Files.write(this.file, contents);
		CacheStatistics statistics;
		try (ArtifactCache cache = this.fixture.cache(); Artifact artifact = this.fixture.get(cache, "a")) {
			assertThat(artifact.metadata()).isEqualTo(SampleModule.metadata());
			statistics = cache.statistics();
		}
		assertThat(statistics.compiled()).isOne();
		assertThat(statistics.damaged() + statistics.outdated()).isOne();
		assertThat(this.file).hasBinaryContent(this.sound);
		try (ArtifactCache cache = this.fixture.cache(); Artifact artifact = this.fixture.get(cache, "a")) {
			assertThat(artifact.file()).contains(this.file);
			assertThat(cache.statistics().diskHits()).isOne();
		}
		return statistics;
	}

	private int indexOf(String text) {
		return new String(this.sound, StandardCharsets.ISO_8859_1).indexOf(text);
	}

}
