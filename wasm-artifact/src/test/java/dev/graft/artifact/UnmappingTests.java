package dev.graft.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.graft.artifact.sample.SampleModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file stays mapped as long as anything that was cut from it can be reached, and no
/// longer.
class UnmappingTests {

	private static final Path MAPPINGS = Path.of("/proc/self/maps");

	private static final int ATTEMPTS = 200;

	@TempDir
	Path directory;

	@Test
	void unmapsAFileThatNobodyCanReachAnyMore() throws Exception {
		assumeTrue(Files.exists(MAPPINGS), "only Linux lists the mappings of a process in " + MAPPINGS);
		Path file = Files.write(this.directory.resolve("sample.artifact"), SampleModule.artifact());
		ByteBuffer[] classFile = { classFile(file) };
		System.gc();
		assertThat(isMapped(file)).isTrue();
		assertThat(classFile[0].getInt(0)).isEqualTo(0xCAFEBABE);
		classFile[0] = ByteBuffer.allocate(0);
		for (int i = 0; i < ATTEMPTS && isMapped(file); i++) {
			System.gc();
			Thread.sleep(10);
		}
		assertThat(isMapped(file)).isFalse();
	}

	private static ByteBuffer classFile(Path file) throws IOException {
		try (Artifact artifact = Artifact.open(file)) {
			return Objects.requireNonNull(artifact.classBytes(SampleModule.FUNCTIONS));
		}
	}

	private static boolean isMapped(Path file) throws IOException {
		return Files.readString(MAPPINGS).contains(file.toString());
	}

}
