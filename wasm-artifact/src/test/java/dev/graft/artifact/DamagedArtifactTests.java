package dev.graft.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import dev.graft.artifact.format.ArtifactException;
import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.sample.SampleModule;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever is done to the bytes of an artifact: it is refused with an
/// [ArtifactException], quickly and cheaply, or it makes no difference.
class DamagedArtifactTests {

	private static final byte[] SOUND = SampleModule.artifact();

	private static final List<ArtifactSection> SECTIONS = Artifact.of("sound", SOUND).sections();

	private static final ArtifactSection FIRST = SECTIONS.getFirst();

	/// Mutations per test that draws them at random, always the same ones.
	private static final int BUDGET = 20_000;

	private static final long SEED = 20261120;

	/// A hundred times what opening the sample takes.
	private static final long MAXIMUM_ALLOCATION = 8L << 20;

	@Test
	void isRefusedWhenCutShortAnywhere() {
		for (int length = 0; length < SOUND.length; length += step(length)) {
			byte[] bytes = Arrays.copyOf(SOUND, length);
			assertThatExceptionOfType(CorruptArtifactException.class).as("the first %d bytes", length)
				.isThrownBy(() -> Artifact.of("short", bytes));
		}
	}

	@Test
	void isRefusedWhenAnyByteOfASectionOrOfTheHeadersHasChanged() {
		Random random = new Random(SEED);
		for (int offset = 0; offset < SOUND.length; offset += step(offset)) {
			byte[] bytes = SOUND.clone();
			bytes[offset] ^= (byte) (1 << random.nextInt(8));
			String what = "one bit of the byte at 0x%x".formatted(offset);
			if (isPadding(offset)) {
				use(bytes, what);
			}
			else {
				assertThatExceptionOfType(ArtifactException.class).as(what).isThrownBy(() -> verify(bytes));
			}
		}
	}

	@Test
	void isRefusedOrHarmlessWhenHeadersPointElsewhere() {
		Random random = new Random(SEED);
		for (int i = 0; i < BUDGET; i++) {
			byte[] bytes = SOUND.clone();
			int changes = 1 + random.nextInt(3);
			for (int change = 0; change < changes; change++) {
				overwrite(bytes, random.nextInt((int) FIRST.fileOffset()), random);
			}
			useRepaired(bytes, "headers, mutation " + i);
		}
	}

	@Test
	void isRefusedOrHarmlessWhenSectionsHoldNonsenseUnderTheRightChecksum() {
		Random random = new Random(SEED);
		List<ArtifactSection> decoded = new ArrayList<>(SECTIONS);
		decoded.removeIf((section) -> List.of(".wasm.image", ".wasm.classes", ".wasm.digest").contains(section.name()));
		for (int i = 0; i < BUDGET; i++) {
			byte[] bytes = SOUND.clone();
			ArtifactSection section = decoded.get(random.nextInt(decoded.size()));
			int changes = 1 + random.nextInt(4);
			for (int change = 0; change < changes; change++) {
				overwrite(bytes, (int) section.fileOffset() + random.nextInt((int) section.size()), random);
			}
			useRepaired(bytes, section.name() + ", mutation " + i);
		}
	}

	@Test
	void isRefusedWhenClassFilesHaveChangedButOnlyWhenTheyAreUsed() {
		ArtifactSection classes = section(".wasm.classes");
		byte[] bytes = SOUND.clone();
		bytes[(int) (classes.fileOffset() + 10)] ^= 1;
		Artifact artifact = Artifact.of("flipped", bytes);
		assertThat(artifact.classBytes(SampleModule.FUNCTIONS)).isNotNull();
		assertThatExceptionOfType(CorruptArtifactException.class)
			.isThrownBy(() -> artifact.classBytes(SampleModule.PACKAGE + ".Instance"))
			.withMessageContaining("class " + SampleModule.PACKAGE + ".Instance")
			.withMessageContaining("expected checksum 0x");
	}

	@Test
	void isRefusedWhenASectionThatIsReadLateHasChangedButOnlyWhenItIsUsed() {
		byte[] bytes = SOUND.clone();
		bytes[(int) section(".wasm.names").fileOffset()] ^= 1;
		Artifact artifact = Artifact.of("flipped", bytes);
		assertThat(artifact.functions().size()).isEqualTo(3);
		assertThatExceptionOfType(CorruptArtifactException.class).isThrownBy(artifact::names)
			.satisfies((ex) -> assertThat(ex.section()).isEqualTo(".wasm.names"));
	}

	/// Every offset of what is decoded and a good many of the rest.
	private static int step(int offset) {
		return (offset < section(".wasm.classes").fileOffset()) ? 1 : 61;
	}

	private static boolean isPadding(int offset) {
		return offset >= FIRST.fileOffset() && SECTIONS.stream()
			.noneMatch((section) -> offset >= section.fileOffset() && offset < section.fileOffset() + section.size());
	}

	/// Numbers that are likely to lead astray: small, large, negative, near limits.
	private static void overwrite(byte[] bytes, int offset, Random random) {
		ByteBuffer at = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		int[] numbers = { 0, 1, -1, 0x7F, 0x80, 0xFF, Integer.MAX_VALUE, Integer.MIN_VALUE, bytes.length,
				bytes.length - 1, random.nextInt() };
		int number = numbers[random.nextInt(numbers.length)];
		if (random.nextBoolean() || offset > bytes.length - Integer.BYTES) {
			at.put(offset, (byte) number);
		}
		else {
			at.putInt(offset, number);
		}
	}

	private static void useRepaired(byte[] bytes, String what) {
		try {
			ArtifactWriter.sign(ByteBuffer.wrap(bytes));
		}
		catch (IllegalStateException | IndexOutOfBoundsException ex) {
			// Too broken to be repaired: the checksums stay wrong.
			assertThat(ex).isNotNull();
		}
		use(bytes, what);
	}

	private static void use(byte[] bytes, String what) {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		try {
			verify(bytes);
		}
		catch (ArtifactException ex) {
			assertThat(ex).hasMessageStartingWith("mutated: ");
		}
		catch (RuntimeException | Error ex) {
			throw new AssertionError(what, ex);
		}
		assertThat(threads.getCurrentThreadAllocatedBytes() - before).as(what).isLessThan(MAXIMUM_ALLOCATION);
	}

	private static void verify(byte[] bytes) {
		Artifact artifact = Artifact.of("mutated", bytes);
		artifact.verify();
		artifact.sections().forEach((section) -> artifact.section(section.name()));
		for (int f = 0; f < artifact.functions().size(); f++) {
			artifact.functions().typeIndex(f);
			artifact.functions().groupIndex(f);
			artifact.functions().dispatchSlot(f);
			Objects.requireNonNullElse(artifact.names().functionName(f), "");
			artifact.addressMap().wasmOffset(f, f + 1);
		}
		artifact.metadata().code().groupClasses().forEach(artifact::classBytes);
	}

	private static ArtifactSection section(String name) {
		return SECTIONS.stream().filter((section) -> section.name().equals(name)).findFirst().orElseThrow();
	}

}
