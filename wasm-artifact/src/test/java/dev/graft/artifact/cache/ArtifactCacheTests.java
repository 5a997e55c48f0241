package dev.graft.artifact.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.sample.SampleCompiler;
import dev.graft.artifact.sample.SampleModule;
import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.MalformedModuleException;
import dev.graft.artifact.spi.ModuleCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who gets what from where.
class ArtifactCacheTests {

	@TempDir
	Path temporary;

	private CacheFixture fixture = new CacheFixture(Path.of(""));

	@BeforeEach
	void useANewDirectory() {
		this.fixture = new CacheFixture(this.temporary.resolve("cache"));
	}

	@Test
	void compilesOnceAndAnswersFromMemoryThen() {
		try (ArtifactCache cache = this.fixture.cache()) {
			Artifact first = this.fixture.get(cache, "a");
			Artifact second = this.fixture.get(cache, "a");
			assertThat(second.metadata()).isSameAs(first.metadata());
			assertThat(this.fixture.compiler.compilations()).isOne();
			assertThat(cache.statistics()).isEqualTo(new CacheStatistics(1, 0, 1, 0, 0, 0, 0, 0,
					CacheFixture.ARTIFACT_BYTES, CacheFixture.ARTIFACT_BYTES));
		}
	}

	@Test
	void answersFromDiskAfterARestart() {
		Path file = this.fixture.publish("a");
		try (ArtifactCache cache = this.fixture.cache()) {
			Artifact artifact = this.fixture.get(cache, "a");
			assertThat(artifact.file()).contains(file);
			assertThat(artifact.metadata()).isEqualTo(SampleModule.metadata());
			assertThat(this.fixture.compiler.compilations()).isOne();
			assertThat(cache.statistics().diskHits()).isOne();
			assertThat(cache.statistics().compiled()).isZero();
			assertThat(cache.statistics().diskBytes()).isEqualTo(CacheFixture.ARTIFACT_BYTES);
		}
	}

	@Test
	void givesEachCallerAHandleOfItsOwn() {
		try (ArtifactCache cache = this.fixture.cache()) {
			this.fixture.get(cache, "a").close();
			assertThat(this.fixture.get(cache, "a").metadata()).isEqualTo(SampleModule.metadata());
		}
	}

	@Test
	void worksInMemoryWithoutADirectory() {
		try (ArtifactCache cache = this.fixture.builder().directory(null).build()) {
			assertThat(this.fixture.get(cache, "a").file()).isEmpty();
			assertThat(this.fixture.get(cache, "a").metadata()).isEqualTo(SampleModule.metadata());
			assertThat(this.fixture.compiler.compilations()).isOne();
			assertThat(cache.directory()).isEmpty();
		}
	}

	@Test
	void tellsApartWhatAnArtifactDependsOn() throws IOException {
		byte[] source = CacheFixture.source("a");
		CompilerSettings settings = CompilerSettings.DEFAULT;
		SampleCompiler newer = new SampleCompiler("test-2");
		try (ArtifactCache cache = this.fixture.cache()) {
			List<Artifact> different = List.of(cache.get("a", source, settings, this.fixture.compiler),
					cache.get("a", source, settings, newer),
					cache.get("a", source, settings.withInterruptible(false), this.fixture.compiler),
					cache.get("a", source, settings.withFeatures(EnumSet.of(Feature.MVP)), this.fixture.compiler),
					cache.get("a", CacheFixture.source("b"), settings, this.fixture.compiler));
			assertThat(different.stream().map(Artifact::file)).doesNotHaveDuplicates();
			assertThat(this.fixture.files()).hasSize(5);
			assertThat(cache.get("renamed", source, settings, newer).file()).isEqualTo(different.get(1).file());
		}
	}

	@Test
	void compilesOnceForManyThreads() throws Exception {
		try (ArtifactCache cache = this.fixture.cache();
				ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Artifact>> requests = new ArrayList<>();
			for (int i = 0; i < 100; i++) {
				String module = "module" + i % 4;
				requests.add(() -> this.fixture.get(cache, module));
			}
			for (Future<Artifact> artifact : threads.invokeAll(requests)) {
				assertThat(artifact.get().metadata()).isEqualTo(SampleModule.metadata());
			}
			assertThat(this.fixture.compiler.compilations()).isEqualTo(4);
			assertThat(cache.statistics().memoryHits()).isEqualTo(96);
		}
	}

	@Test
	void tellsEveryCallerUnderItsOwnNameWhatIsWrongWithAModuleAndKeepsNothing() throws IOException {
		try (ArtifactCache cache = this.fixture.cache()) {
			for (String name : List.of("first.wasm", "second.wasm")) {
				assertThatExceptionOfType(MalformedModuleException.class)
					.isThrownBy(() -> cache.get(name, new byte[0], CompilerSettings.DEFAULT, this.fixture.compiler))
					.withMessage(name + " @0x0, unexpected end: expected a module, found nothing");
			}
			assertThat(cache.statistics().compiled()).isZero();
			assertThat(cache.statistics().memoryBytes()).isZero();
			assertThat(this.fixture.directory).isEmptyDirectory();
		}
	}

	@Test
	void triesAgainAfterAnError() {
		ModuleCompiler failing = new ModuleCompiler() {
			@Override
			public byte[] compile(CompileRequest request) {
				throw new StackOverflowError("once");
			}

			@Override
			public String version() {
				return "test-1";
			}
		};
		try (ArtifactCache cache = this.fixture.cache()) {
			assertThatExceptionOfType(StackOverflowError.class)
				.isThrownBy(() -> cache.get("a", CacheFixture.source("a"), CompilerSettings.DEFAULT, failing));
			assertThat(this.fixture.get(cache, "a").metadata()).isEqualTo(SampleModule.metadata());
		}
	}

	@Test
	void refusesACompilerThatWritesAnotherManifest() {
		try (ArtifactCache cache = this.fixture.builder().directory(null).build()) {
			ModuleCompiler liar = new ModuleCompiler() {
				@Override
				public byte[] compile(CompileRequest request) {
					return SampleModule.artifact();
				}

				@Override
				public String version() {
					return "liar-1";
				}
			};
			assertThatIllegalStateException()
				.isThrownBy(() -> cache.get("a", CacheFixture.source("a"), CompilerSettings.DEFAULT, liar))
				.withMessageStartingWith("compiler liar-1 was asked for Manifest[");
		}
	}

	@Test
	void keepsInMemoryOnlyWhatItMayAndThatIsHowItIsCounted() {
		try (ArtifactCache cache = this.fixture.builder()
			.maximumMemoryBytes(2L * CacheFixture.ARTIFACT_BYTES)
			.build()) {
			Artifact first = this.fixture.get(cache, "a");
			for (String module : List.of("b", "c", "d")) {
				this.fixture.get(cache, module);
			}
			assertThat(cache.statistics().memoryEvictions()).isEqualTo(2);
			assertThat(cache.statistics().memoryBytes()).isEqualTo(2L * CacheFixture.ARTIFACT_BYTES);
			assertThat(first.classBytes(SampleModule.FUNCTIONS)).isNotNull();
		}
	}

	@Test
	void countsNothingBeforeAnythingWasLookedFor() {
		try (ArtifactCache cache = this.fixture.cache()) {
			assertThat(cache.statistics()).isEqualTo(new CacheStatistics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
		}
	}

	@Test
	void adoptsArtifactsThatWereCompiledElsewhere() {
		byte[] bytes = SampleModule.artifact();
		Path file;
		try (ArtifactCache cache = this.fixture.cache(); Artifact adopted = cache.adopt("x.artifact", bytes)) {
			file = adopted.file().orElseThrow();
			assertThat(file).hasParent(this.fixture.directory).hasBinaryContent(bytes);
			assertThat(cache.adopt("x.artifact", bytes).file()).contains(file);
			assertThat(cache.statistics().memoryHits()).isOne();
		}
		try (ArtifactCache cache = this.fixture.cache()) {
			assertThat(cache.adopt("y.artifact", bytes).file()).contains(file);
			assertThat(cache.statistics().diskHits()).isOne();
		}
	}

	@Test
	void adoptsIntoMemoryWithoutADirectory() {
		try (ArtifactCache cache = this.fixture.builder().directory(null).build()) {
			assertThat(cache.adopt("x.artifact", SampleModule.artifact()).metadata())
				.isEqualTo(SampleModule.metadata());
		}
	}

	@Test
	void doesNotAdoptWhatIsDamaged() {
		byte[] bytes = SampleModule.artifact();
		bytes[bytes.length - 1] ^= 1;
		try (ArtifactCache cache = this.fixture.cache()) {
			assertThatExceptionOfType(CorruptArtifactException.class).isThrownBy(() -> cache.adopt("x.artifact", bytes))
				.withMessageStartingWith("x.artifact: damaged artifact");
			assertThat(this.fixture.directory).doesNotExist();
		}
	}

	@Test
	void makesTheDirectoryForItsOwnerOnly() throws IOException {
		Path file = this.fixture.publish("a");
		assertThat(Files.getPosixFilePermissions(this.fixture.directory))
			.hasToString("[OWNER_READ, OWNER_WRITE, OWNER_EXECUTE]");
		assertThat(Files.getPosixFilePermissions(file))
			.isSubsetOf(Files.getPosixFilePermissions(this.fixture.directory));
		assertThat(this.fixture.files()).containsExactly(file);
	}

	@Test
	void cannotBeUsedOnceClosed() {
		ArtifactCache cache = this.fixture.cache();
		Artifact artifact = this.fixture.get(cache, "a");
		cache.close();
		assertThatIllegalStateException().isThrownBy(() -> this.fixture.get(cache, "a"))
			.withMessage("this cache is closed");
		assertThat(artifact.metadata()).isEqualTo(SampleModule.metadata());
	}

	@Test
	void refusesNegativeSizes() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.fixture.builder().maximumDiskBytes(-1))
			.withMessage("maximumDiskBytes is negative: -1");
		assertThatIllegalArgumentException().isThrownBy(() -> this.fixture.builder().maximumMemoryBytes(-1));
	}

}
