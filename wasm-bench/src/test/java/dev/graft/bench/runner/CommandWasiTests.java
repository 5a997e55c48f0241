package dev.graft.bench.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandWasiTests {

	private static final int SUCCESS = 0;

	private static final int NO_ENTRY = 44;

	private static final int NOT_PERMITTED = 63;

	private static final int CREATE = 1;

	private static final int PATH = 64;

	@TempDir
	private Path directory;

	private final GuestMemory memory = new Bytes();

	@Test
	void createsFilesOnlyInFoldersThatThereAre() throws IOException {
		Files.createDirectory(this.directory.resolve("sub"));
		CommandWasi wasi = wasi();
		assertThat(open(wasi, "new", 0)).isEqualTo(NO_ENTRY);
		assertThat(open(wasi, "new", CREATE)).isEqualTo(SUCCESS);
		assertThat(open(wasi, "./sub/new", CREATE)).isEqualTo(SUCCESS);
		assertThat(open(wasi, "sub/new", 0)).isEqualTo(SUCCESS);
		assertThat(open(wasi, "other/new", CREATE)).isEqualTo(NO_ENTRY);
		assertThat(open(wasi, "../new", CREATE)).isEqualTo(NOT_PERMITTED);
	}

	@Test
	void givesAProgramItsArguments() throws IOException {
		CommandWasi wasi = wasi();
		call(wasi, "args_sizes_get", 0, 4);
		assertThat(this.memory.readInt(0)).isEqualTo(2);
		assertThat(this.memory.readInt(4)).isEqualTo("program\0-x\0".length());
		call(wasi, "args_get", 0, 16);
		assertThat(this.memory.readInt(4)).isEqualTo(16 + "program\0".length());
		assertThat(new String(this.memory.read(16, 11), StandardCharsets.UTF_8)).isEqualTo("program\0-x\0");
	}

	private CommandWasi wasi() throws IOException {
		return new CommandWasi(new Command(List.of("program", "-x"), Optional.empty(), this.directory));
	}

	private int open(CommandWasi wasi, String path, int how) {
		byte[] name = path.getBytes(StandardCharsets.UTF_8);
		this.memory.write(PATH, name);
		return call(wasi, "path_open", 3, 0, PATH, name.length, how, -1, -1, 0, 0);
	}

	private int call(CommandWasi wasi, String function, long... arguments) {
		return wasi.function(Wasi.MODULE, function).call(this.memory, arguments);
	}

	private static final class Bytes implements GuestMemory {

		private final byte[] bytes = new byte[1024];

		@Override
		public int readInt(int address) {
			int value = 0;
			for (int index = 0; index < Integer.BYTES; index++) {
				value |= Byte.toUnsignedInt(this.bytes[address + index]) << (8 * index);
			}
			return value;
		}

		@Override
		public void writeByte(int address, byte value) {
			this.bytes[address] = value;
		}

		@Override
		public byte[] read(int address, int length) {
			return Arrays.copyOfRange(this.bytes, address, address + length);
		}

		@Override
		public void write(int address, byte[] written) {
			System.arraycopy(written, 0, this.bytes, address, written.length);
		}

	}

}
