package dev.graft.artifact.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.sample.SampleModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of the files, and of those who use them, as room runs out or the
/// directory fails.
class CacheDirectoryTests {

	private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

	@TempDir
	Path temporary;

	private CacheFixture fixture = new CacheFixture(Path.of(""));

	@BeforeEach
	void useANewDirectory() {
		this.fixture = new CacheFixture(this.temporary.resolve("cache"));
	}

	@Test
	void deletesWhatHasNotBeenUsedForLongest() throws IOException {
		List<Path> files = List.of(published("a", 1), published("b", 2), published("c", 3));
		try (ArtifactCache cache = bounded(3)) {
			this.fixture.get(cache, "a");
			Path added = this.fixture.get(cache, "d").file().orElseThrow();
			assertThat(this.fixture.files()).containsExactlyInAnyOrder(files.get(0), files.get(2), added);
			assertThat(cache.statistics().diskEvictions()).isOne();
			assertThat(cache.statistics().diskBytes()).isEqualTo(3L * CacheFixture.ARTIFACT_BYTES);
			assertThat(this.fixture.events).containsExactly("evicted " + CacheFixture.ARTIFACT_BYTES);
		}
	}

	@Test
	void doesNotDisturbThoseWhoUseWhatIsDeleted() throws IOException {
		try (ArtifactCache cache = bounded(1); Artifact first = this.fixture.get(cache, "a")) {
			Files.setLastModifiedTime(first.file().orElseThrow(), FileTime.from(LONG_AGO));
			this.fixture.get(cache, "b");
			assertThat(first.file().orElseThrow()).doesNotExist();
			first.verify();
			assertThat(this.fixture.get(cache, "a").metadata()).isEqualTo(SampleModule.metadata());
			assertThat(this.fixture.compiler.compilations()).isEqualTo(2);
		}
	}

	@Test
	void servesWhatIsLargerThanTheWholeDirectoryMayBe() throws IOException {
		try (ArtifactCache cache = this.fixture.builder().maximumDiskBytes(10).build()) {
			assertThat(this.fixture.get(cache, "a").metadata()).isEqualTo(SampleModule.metadata());
			assertThat(this.fixture.files()).isEmpty();
			assertThat(cache.statistics().diskEvictions()).isOne();
		}
	}

	@Test
	void deletesWhatDeadProcessesHaveLeftAndNothingElse() throws IOException {
		Files.createDirectory(this.fixture.directory);
		Path abandoned = Files.createFile(this.fixture.directory.resolve("abc.artifact-1.tmp"));
		Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
		Path beingWritten = Files.createFile(this.fixture.directory.resolve("abc.artifact-2.tmp"));
		Path somebodyElses = Files.createFile(this.fixture.directory.resolve("README"));
		Files.setLastModifiedTime(somebodyElses, FileTime.from(LONG_AGO));
		Path published = this.fixture.publish("a");
		assertThat(this.fixture.files()).containsExactlyInAnyOrder(beingWritten, somebodyElses, published);
	}

	@Test
	void doesWithoutADirectoryThatCannotBeMade() throws IOException {
		Path inTheWay = Files.createFile(this.temporary.resolve("file"));
		CacheFixture blocked = new CacheFixture(inTheWay.resolve("cache"));
		try (ArtifactCache cache = blocked.cache()) {
			Artifact artifact = blocked.get(cache, "a");
			assertThat(artifact.file()).isEmpty();
			assertThat(artifact.metadata()).isEqualTo(SampleModule.metadata());
			assertThat(blocked.get(cache, "a").metadata()).isSameAs(artifact.metadata());
			assertThat(cache.statistics().diskFailures()).isOne();
			assertThat(blocked.events).hasSize(1).first().asString().startsWith("failed java.nio.file.");
		}
	}

	@Test
	void doesWithoutADirectoryThatEverybodyMayWriteTo() throws IOException {
		Path file = this.fixture.publish("a");
		Files.setPosixFilePermissions(this.fixture.directory, PosixFilePermissions.fromString("rwxrwxrwx"));
		byte[] before = Files.readAllBytes(file);
		try (ArtifactCache cache = this.fixture.cache()) {
			assertThat(this.fixture.get(cache, "a").file()).isEmpty();
			assertThat(cache.statistics().compiled()).isOne();
			assertThat(cache.statistics().diskFailures()).isEqualTo(2);
			assertThat(this.fixture.events.getFirst()).contains("everybody may write to it; take that permission away");
			assertThat(file).hasBinaryContent(before);
		}
	}

	@Test
	void doesWithoutADiskThatIsFull() throws Exception {
		// The JVM sees a limit on the size of files just as it sees a full disk: a write
		// that fails half way.
		int kibibytes = CacheFixture.ARTIFACT_BYTES / 2048;
		String output = CacheProcess.run("ulimit -f " + kibibytes + " && exec ", this.fixture.directory, 1, "a");
		assertThat(output.lines()).containsExactly("a: memory",
				"compiled=1 diskHits=0 damaged=0 outdated=0 diskFailures=1");
		assertThat(this.fixture.files()).isEmpty();
	}

	private Path published(String module, int minutes) throws IOException {
		Path file = this.fixture.publish(module);
		return Files.setLastModifiedTime(file, FileTime.from(LONG_AGO.plus(Duration.ofMinutes(minutes))));
	}

	private ArtifactCache bounded(int artifacts) {
		return this.fixture.builder().maximumDiskBytes((long) artifacts * CacheFixture.ARTIFACT_BYTES).build();
	}

}
