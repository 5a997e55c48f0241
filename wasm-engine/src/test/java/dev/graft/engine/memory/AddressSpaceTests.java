package dev.graft.engine.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import dev.graft.artifact.module.MemoryImage;
import dev.graft.engine.region.MemoryRegion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// What an [AddressSpace] promises. A process has one kind of it, so the build runs these
/// tests twice: as the platform has it, and in the portable way.
class AddressSpaceTests {

	private static final long PAGE = 65_536;

	private static final long FOUR_GIB = 1L << 32;

	private static final int IMAGE_BYTES = 3 * MemoryImage.ALIGNMENT;

	private final AddressSpace space = AddressSpace.ofThisPlatform();

	@TempDir
	private Path directory;

	@Test
	void isMappedOnLinuxUnlessThePortableWayIsAskedFor() {
		boolean portable = "portable".equals(System.getProperty(MemoryRegion.PROPERTY)) || !OS.LINUX.isCurrentOs();
		assertThat(this.space).isInstanceOf(portable ? PortableAddressSpace.class : MappedAddressSpace.class);
	}

	@Test
	void aReservationReadsAsZeroAndCanBeWrittenFromItsFirstToItsLastByte() {
		Reservation range = this.space.reserve(FOUR_GIB);
		for (long offset : new long[] { 0, PAGE, FOUR_GIB / 2, FOUR_GIB - 1 }) {
			assertThat(byteAt(range, offset)).isZero();
			range.segment().set(ValueLayout.JAVA_BYTE, offset, (byte) 42);
			assertThat(byteAt(range, offset)).isEqualTo((byte) 42);
		}
		range.release();
	}

	@Test
	void reservesOnThreadsThatAreInterrupted() {
		Thread.currentThread().interrupt();
		this.space.reserve(PAGE).release();
		assertThat(Thread.interrupted()).isTrue();
		Thread reserving = Thread.currentThread();
		Thread interrupting = Thread.startVirtualThread(() -> {
			for (int count = 0; count < 1_000; count++) {
				reserving.interrupt();
				Thread.onSpinWait();
			}
		});
		for (int count = 0; count < 1_000; count++) {
			this.space.reserve(PAGE).release();
		}
		while (interrupting.isAlive()) {
			Thread.onSpinWait();
		}
		assertThat(Thread.interrupted()).isTrue();
		this.space.reserve(PAGE).release();
	}

	@Test
	void reservationsDoNotOverlapAndDoNotSeeEachOther() {
		List<Reservation> ranges = new ArrayList<>();
		for (int count = 0; count < 64; count++) {
			Reservation range = this.space.reserve(FOUR_GIB);
			assertThat(range.bytes()).isEqualTo(FOUR_GIB);
			assertThat(ranges).noneMatch((other) -> Math.abs(other.place() - range.place()) < FOUR_GIB);
			assertThat(byteAt(range, 0)).isZero();
			range.segment().set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
			ranges.add(range);
		}
		ranges.forEach(Reservation::release);
	}

	@Test
	void whatIsReleasedCanBeReservedAgainForEverAndIsZeroAgain() {
		for (int round = 0; round < 2_000; round++) {
			Reservation range = this.space.reserve(FOUR_GIB);
			assertThat(byteAt(range, PAGE)).isZero();
			range.segment().set(ValueLayout.JAVA_BYTE, PAGE, (byte) 1);
			range.release();
		}
	}

	@Test
	void tooMuchIsRefusedWithAMessageThatSaysWhereToLook() {
		assertThatExceptionOfType(AddressSpaceExhaustedException.class).isThrownBy(() -> this.space.reserve(1L << 60))
			.withMessageContaining("1,152,921,504,606,846,976 bytes")
			.withMessageContaining("ulimit -v")
			.withMessageContaining("vm.max_map_count");
	}

	@Test
	void anImageThatIsInNoFileIsPlaced() {
		byte[] bytes = random(IMAGE_BYTES);
		checkImage(this.space.image(new ImageBytes(offHeap(bytes), Optional.empty())), bytes);
	}

	@Test
	void anImageThatIsInAFileIsPlaced() throws IOException {
		byte[] bytes = random(IMAGE_BYTES);
		Path file = fileWithImage("plugin.artifact", bytes);
		checkImage(this.space.image(imageIn(file, bytes)), bytes);
	}

	@Test
	void anImageSurvivesThatItsFileIsReplacedByAnother() throws IOException {
		byte[] bytes = random(IMAGE_BYTES);
		Path file = fileWithImage("plugin.artifact", bytes);
		ImageBytes image = imageIn(file, bytes);
		Files.move(fileWithImage("newer.artifact", random(IMAGE_BYTES)), file, StandardCopyOption.REPLACE_EXISTING);
		checkImage(this.space.image(image), bytes);
	}

	@Test
	void anImageSurvivesThatItsFileIsDeleted() throws IOException {
		byte[] bytes = random(IMAGE_BYTES);
		Path file = fileWithImage("plugin.artifact", bytes);
		ImageBytes image = imageIn(file, bytes);
		Files.delete(file);
		checkImage(this.space.image(image), bytes);
	}

	private void checkImage(MemoryImageSource image, byte[] bytes) {
		int first = MemoryImage.ALIGNMENT;
		Reservation range = this.space.reserve(16 * PAGE);
		Reservation other = this.space.reserve(16 * PAGE);
		image.place(first, range, PAGE, 2L * first);
		assertThat(byteAt(range, PAGE - 1)).isZero();
		assertThat(byteAt(range, PAGE + 2L * first)).isZero();
		assertThat(slice(range, PAGE, 2L * first).mismatch(slice(bytes, first, 2L * first))).isEqualTo(-1);
		slice(range, PAGE, 2L * first).fill((byte) 7);
		image.place(first, other, 0, 2L * first);
		assertThat(slice(other, 0, 2L * first).mismatch(slice(bytes, first, 2L * first))).isEqualTo(-1);
		range.release();
		other.release();
	}

	private Path fileWithImage(String name, byte[] bytes) throws IOException {
		Path file = this.directory.resolve(name);
		try (RandomAccessFile contents = new RandomAccessFile(file.toFile(), "rw")) {
			contents.seek(PAGE);
			contents.write(bytes);
		}
		return file;
	}

	private static ImageBytes imageIn(Path file, byte[] bytes) throws IOException {
		Object fileKey = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
		return new ImageBytes(offHeap(bytes), Optional.of(new ImageBytes.InFile(file, fileKey, PAGE)));
	}

	private static byte byteAt(Reservation range, long offset) {
		return range.segment().get(ValueLayout.JAVA_BYTE, offset);
	}

	private static MemorySegment slice(Reservation range, long offset, long length) {
		return range.segment().asSlice(offset, length);
	}

	private static MemorySegment slice(byte[] bytes, long offset, long length) {
		return MemorySegment.ofArray(bytes).asSlice(offset, length);
	}

	private static MemorySegment offHeap(byte[] bytes) {
		return Arena.ofAuto().allocateFrom(ValueLayout.JAVA_BYTE, bytes);
	}

	private static byte[] random(int count) {
		byte[] bytes = new byte[count];
		new Random(count).nextBytes(bytes);
		return bytes;
	}

}
