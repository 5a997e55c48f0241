package dev.graft.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.format.Manifest;
import dev.graft.artifact.sample.SampleModule;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The artifact that the first version of this format wrote, byte by byte: it can still
/// be read, and is still what is written. A change that makes this test fail is a change
/// of the format: raise [Manifest#FORMAT_VERSION] and make a new golden file, by running
/// the test with `-Dgraft.bless=true`.
class GoldenArtifactTests {

	private static final String NAME = "golden/format-" + Manifest.FORMAT_VERSION + ".artifact";

	/// Their bytes depend on the class file library of the Java platform.
	private static final Set<String> CLASSES = Set.of(".wasm.classes", ".wasm.classindex", ".wasm.digest");

	@Test
	void canStillBeRead() throws IOException {
		try (Artifact golden = Artifact.of(NAME, golden())) {
			golden.verify();
			assertThat(golden.manifest()).isEqualTo(SampleModule.manifest());
			assertThat(golden.metadata()).isEqualTo(SampleModule.metadata());
			assertThat(golden.functions().bytes()).isEqualTo(SampleModule.functions().bytes());
			assertThat(golden.classBytes(SampleModule.FUNCTIONS)).isNotNull();
		}
	}

	@Test
	void isStillWhatIsWritten() throws IOException {
		try (Artifact golden = Artifact.of(NAME, golden());
				Artifact written = Artifact.of("written", SampleModule.artifact())) {
			assertThat(written.sections()).extracting(ArtifactSection::name)
				.isEqualTo(golden.sections().stream().map(ArtifactSection::name).toList());
			for (ArtifactSection section : golden.sections()) {
				if (!CLASSES.contains(section.name())) {
					assertThat(contents(written, section.name())).as(section.name())
						.isEqualTo(contents(golden, section.name()));
				}
			}
		}
	}

	private static byte[] contents(Artifact artifact, String section) {
		return artifact.section(section).orElseThrow().toArray(ValueLayout.JAVA_BYTE);
	}

	private static byte[] golden() throws IOException {
		if (Boolean.getBoolean("graft.bless")) {
			Path file = Path.of("src/test/resources", NAME);
			Files.createDirectories(Objects.requireNonNull(file.getParent()));
			Files.write(file, SampleModule.artifact());
			return Files.readAllBytes(file);
		}
		try (InputStream golden = GoldenArtifactTests.class.getResourceAsStream("/" + NAME)) {
			return Objects.requireNonNull(golden, NAME).readAllBytes();
		}
	}

}
