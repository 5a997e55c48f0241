package dev.graft.artifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFileTests {

	@Test
	void keepsWhatItIsGivenHoweverMuchThatIs(@TempDir Path directory) throws IOException {
		try (ScratchFile scratch = ScratchFile.in(directory)) {
			List<ByteBuffer> kept = new ArrayList<>();
			int[] sizes = { 0, 1, 3_000_000, 7_000_000, 20_000_000, 5 };
			for (int size : sizes) {
				kept.add(scratch.keep(contents(size)));
			}
			for (int number = 0; number < sizes.length; number++) {
				assertThat(kept.get(number)).isEqualTo(contents(sizes[number]));
			}
		}
	}

	@Test
	void isGoneInTheEnd(@TempDir Path directory) throws IOException {
		try (ScratchFile scratch = ScratchFile.in(directory)) {
			scratch.keep(contents(10));
			assertThat(files(directory)).isOne();
		}
		assertThat(files(directory)).isZero();
	}

	private static long files(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.count();
		}
	}

	private static ByteBuffer contents(int size) {
		byte[] contents = new byte[size];
		Arrays.fill(contents, (byte) size);
		return ByteBuffer.wrap(contents);
	}

}
