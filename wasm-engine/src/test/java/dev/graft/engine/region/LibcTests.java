package dev.graft.engine.region;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Whether functions of every type get through the one type that they are called by.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the functions are those of Linux")
class LibcTests {

	private static final int NO_SUCH_FILE = 2;

	private static final int BAD_DESCRIPTOR = 9;

	@TempDir
	Path temporary;

	@Test
	void whatFailsTellsTheNumberOfTheError() {
		assertThatExceptionOfType(LibcException.class)
			.isThrownBy(() -> Libc.open(this.temporary.resolve("missing").toString()))
			.withMessage("open failed with errno " + NO_SUCH_FILE);
		assertThatExceptionOfType(LibcException.class).isThrownBy(() -> Libc.close(-1))
			.withMessage("close failed with errno " + BAD_DESCRIPTOR);
		assertThatExceptionOfType(LibcException.class).isThrownBy(() -> Libc.resize(-1, 1))
			.withMessage("ftruncate failed with errno " + BAD_DESCRIPTOR);
		assertThatExceptionOfType(LibcException.class)
			.isThrownBy(() -> Libc.mmap(0, Libc.pageSize(), Libc.READ_WRITE, Libc.SHARED, -1, 0))
			.withMessage("mmap failed with errno " + BAD_DESCRIPTOR);
	}

	@Test
	void whatFailsQuietlySaysSo() throws LibcException {
		assertThat(Libc.ioctl(-1, 0, MemorySegment.NULL)).isEqualTo(-1);
		assertThat(Libc.drop(1, Libc.pageSize())).isFalse();
	}

	@Test
	void whatIsMappedTwiceIsTheSameMemory() throws LibcException {
		long page = Libc.pageSize();
		int file = Libc.memoryFile("graft-test");
		Libc.resize(file, 3 * page);
		long one = Libc.mmap(0, page, Libc.READ_WRITE, Libc.SHARED, file, 2 * page);
		long other = Libc.mmap(0, page, Libc.READ_WRITE, Libc.SHARED, file, 2 * page);
		Libc.close(file);
		MemorySegment.ofAddress(one).reinterpret(page).set(JAVA_INT, 4, 42);
		assertThat(MemorySegment.ofAddress(other).reinterpret(page).get(JAVA_INT, 4)).isEqualTo(42);
		Libc.munmap(one, page);
		Libc.munmap(other, page);
	}

	@Test
	void whatIsDroppedReadsAsZero() throws LibcException {
		long page = Libc.pageSize();
		long address = Libc.mmap(0, page, Libc.READ_WRITE, Libc.PRIVATE | Libc.ANONYMOUS, -1, 0);
		MemorySegment memory = MemorySegment.ofAddress(address).reinterpret(page);
		memory.set(JAVA_INT, 8, 1);
		assertThat(Libc.drop(address, page)).isTrue();
		assertThat(memory.get(JAVA_INT, 8)).isZero();
		Libc.munmap(address, page);
	}

}
