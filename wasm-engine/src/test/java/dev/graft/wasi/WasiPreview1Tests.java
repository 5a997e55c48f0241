package dev.graft.wasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ValueType;
import dev.graft.engine.Engine;
import dev.graft.engine.ExternType;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Memory;
import dev.graft.engine.Module;
import dev.graft.engine.NoSuchExportException;
import dev.graft.engine.Store;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// WASI as programs see it: through a module with one function per function of WASI that
/// calls it.
class WasiPreview1Tests {

	/// Result, parameters and name of every function, from the documentation of WASI
	/// preview 1.
	private static final String FUNCTIONS = """
			args_get i32 i32
			args_sizes_get i32 i32
			clock_res_get i32 i32
			clock_time_get i32 i64 i32
			environ_get i32 i32
			environ_sizes_get i32 i32
			fd_advise i32 i64 i64 i32
			fd_allocate i32 i64 i64
			fd_close i32
			fd_datasync i32
			fd_fdstat_get i32 i32
			fd_fdstat_set_flags i32 i32
			fd_fdstat_set_rights i32 i64 i64
			fd_filestat_get i32 i32
			fd_filestat_set_size i32 i64
			fd_filestat_set_times i32 i64 i64 i32
			fd_pread i32 i32 i32 i64 i32
			fd_prestat_dir_name i32 i32 i32
			fd_prestat_get i32 i32
			fd_pwrite i32 i32 i32 i64 i32
			fd_read i32 i32 i32 i32
			fd_readdir i32 i32 i32 i64 i32
			fd_renumber i32 i32
			fd_seek i32 i64 i32 i32
			fd_sync i32
			fd_tell i32 i32
			fd_write i32 i32 i32 i32
			path_create_directory i32 i32 i32
			path_filestat_get i32 i32 i32 i32 i32
			path_filestat_set_times i32 i32 i32 i32 i64 i64 i32
			path_link i32 i32 i32 i32 i32 i32 i32
			path_open i32 i32 i32 i32 i32 i64 i64 i32 i32
			path_readlink i32 i32 i32 i32 i32 i32
			path_remove_directory i32 i32 i32
			path_rename i32 i32 i32 i32 i32 i32
			path_symlink i32 i32 i32 i32 i32
			path_unlink_file i32 i32 i32
			poll_oneoff i32 i32 i32 i32
			proc_exit i32
			proc_raise i32
			random_get i32 i32
			sched_yield
			sock_accept i32 i32 i32
			sock_recv i32 i32 i32 i32 i32 i32
			sock_send i32 i32 i32 i32 i32
			sock_shutdown i32 i32
			""";

	private static final int SUCCESS = 0;

	private static final int BADF = 8;

	private static final int INVAL = 28;

	private static final int IO = 29;

	private static final int SPIPE = 70;

	private final Engine engine = Engine.create();

	private final Store store = Store.create(this.engine);

	private final Linker linker = Linker.create(this.engine);

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	private final Instance guest;

	private final Memory memory;

	WasiPreview1Tests() {
		WasiPreview1.addTo(this.linker);
		this.guest = this.linker.instantiate(this.store, callingEverything());
		this.memory = this.guest.memory("memory");
	}

	private Module callingEverything() {
		StringBuilder imports = new StringBuilder();
		StringBuilder calls = new StringBuilder();
		FUNCTIONS.lines().forEach((line) -> {
			String[] words = line.split(" ");
			String parameters = String.join(" ", List.of(words).subList(1, words.length));
			String result = words[0].equals("proc_exit") ? "" : "(result i32)";
			imports.append("(import \"wasi_snapshot_preview1\" \"%s\" (func $%s (param %s) %s))%n".formatted(words[0],
					words[0], parameters, result));
			calls.append(
					"(func (export \"%s\") (param %s) %s (call $%s".formatted(words[0], parameters, result, words[0]));
			for (int parameter = 0; parameter < words.length - 1; parameter++) {
				calls.append(" (local.get ").append(parameter).append(")");
			}
			calls.append("))\n");
		});
		return load("(module " + imports + "(memory (export \"memory\") 1)\n" + calls + ")");
	}

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	@Test
	void hasEveryFunctionAndNoOther() {
		assertThat(this.linker.names()).containsExactlyInAnyOrderElementsOf(
				FUNCTIONS.lines().map((line) -> WasiPreview1.MODULE + "." + line.split(" ")[0]).toList());
	}

	@Test
	void passesArgumentsAndEnvironment() {
		configure(WasiConfig.builder()
			.arguments(List.of("grün", "x"))
			.environment("HOME", "/")
			.environment(Map.of("A", "")));
		assertThat(call("args_sizes_get", 0, 4)).isEqualTo(SUCCESS);
		assertThat(this.memory.readInt(0)).isEqualTo(2);
		assertThat(this.memory.readInt(4)).isEqualTo(8);
		assertThat(call("args_get", 100, 200)).isEqualTo(SUCCESS);
		assertThat(this.memory.readInt(104)).isEqualTo(206);
		assertThat(this.memory.readString(200, 8)).isEqualTo("grün\0x\0");
		assertThat(call("environ_sizes_get", 0, 4)).isEqualTo(SUCCESS);
		assertThat(this.memory.readInt(4)).isEqualTo(10);
		assertThat(call("environ_get", 100, 200)).isEqualTo(SUCCESS);
		assertThat(this.memory.readString(200, 10)).isEqualTo("HOME=/\0A=\0");
	}

	@Test
	void showsNothingUnlessConfigured() {
		assertThat(call("args_sizes_get", 0, 4)).isEqualTo(SUCCESS);
		assertThat(this.memory.readLong(0)).isZero();
		assertThat(call("environ_sizes_get", 0, 4)).isEqualTo(SUCCESS);
		assertThat(this.memory.readLong(0)).isZero();
		vector(0, 100, 10);
		assertThat(call("fd_read", 0, 0, 1, 8)).isEqualTo(SUCCESS);
		assertThat(this.memory.readInt(8)).isZero();
		assertThat(call("fd_write", 1, 0, 1, 8)).isEqualTo(SUCCESS);
		assertThat(this.memory.readInt(8)).isEqualTo(10);
	}

	@Test
	void writesAllVectorsToStandardOutput() {
		configure(WasiConfig.builder().output(this.output));
		this.memory.write(100, "hello, ".getBytes(StandardCharsets.UTF_8));
		this.memory.write(200, "world\n".getBytes(StandardCharsets.UTF_8));
		vector(0, 100, 7);
		vector(8, 300, 0);
		vector(16, 200, 6);
		assertThat(call("fd_write", 1, 0, 3, 50)).isEqualTo(SUCCESS);
		assertThat(this.output).hasToString("hello, world\n");
		assertThat(this.memory.readInt(50)).isEqualTo(13);
	}

	@Test
	void writesMoreThanItsBuffer() {
		configure(WasiConfig.builder().error(this.output));
		vector(0, 0, 65_536);
		assertThat(call("fd_write", 2, 0, 1, 65_532)).isEqualTo(SUCCESS);
		assertThat(this.output.size()).isEqualTo(65_536);
	}

	@Test
	void readsStandardInputUntilItsEnd() {
		configure(WasiConfig.builder().input(new ByteArrayInputStream("abcde".getBytes(StandardCharsets.UTF_8))));
		vector(0, 100, 0);
		vector(8, 100, 3);
		assertThat(call("fd_read", 0, 0, 2, 50)).isEqualTo(SUCCESS);
		assertThat(this.memory.readInt(50)).isEqualTo(3);
		assertThat(this.memory.readString(100, 3)).isEqualTo("abc");
		assertThat(call("fd_read", 0, 0, 2, 50)).isEqualTo(SUCCESS);
		assertThat(this.memory.readInt(50)).isEqualTo(2);
		assertThat(call("fd_read", 0, 0, 2, 50)).isEqualTo(SUCCESS);
		assertThat(this.memory.readInt(50)).isZero();
	}

	@Test
	void answersWhenTheHostCannotWrite() {
		configure(WasiConfig.builder().output(new OutputStream() {
			@Override
			public void write(int value) throws IOException {
				throw new IOException("the disk is full");
			}
		}));
		vector(0, 100, 1);
		assertThat(call("fd_write", 1, 0, 1, 50)).isEqualTo(IO);
	}

	@Test
	void readsOnlyInputAndWritesOnlyOutput() {
		vector(0, 100, 1);
		assertThat(call("fd_write", 0, 0, 1, 50)).isEqualTo(BADF);
		assertThat(call("fd_read", 1, 0, 1, 50)).isEqualTo(BADF);
		assertThat(call("fd_write", 7, 0, 1, 50)).isEqualTo(BADF);
	}

	@Test
	void tellsThatNoDirectoryIsOpen() {
		assertThat(call("fd_prestat_get", 3, 0)).isEqualTo(BADF);
		assertThat(call("path_open", 3, 0, 0, 1, 0, 0L, 0L, 0, 8)).isEqualTo(BADF);
		assertThat(call("path_filestat_get", 0, 0, 0, 1, 8)).isEqualTo(BADF);
		assertThat(call("fd_readdir", 3, 0, 10, 0L, 20)).isEqualTo(BADF);
	}

	@Test
	void tellsLibcWhetherItWritesToATerminal() {
		assertThat(call("fd_fdstat_get", 1, 0)).isEqualTo(SUCCESS);
		assertThat(this.memory.readByte(0)).isEqualTo((byte) 0);
		assertThat(this.memory.readLong(8)).isEqualTo(1L << 6);
		configure(WasiConfig.builder().terminal(true));
		assertThat(call("fd_fdstat_get", 0, 0)).isEqualTo(SUCCESS);
		assertThat(this.memory.readByte(0)).isEqualTo((byte) 2);
		assertThat(this.memory.readLong(8)).isEqualTo(1L << 1);
		assertThat(call("fd_filestat_get", 1, 0)).isEqualTo(SUCCESS);
		assertThat(this.memory.readByte(16)).isEqualTo((byte) 2);
		assertThat(call("fd_fdstat_get", 3, 0)).isEqualTo(BADF);
	}

	@Test
	void cannotSeekStandardStreams() {
		assertThat(call("fd_seek", 1, 0L, 0, 8)).isEqualTo(SPIPE);
		assertThat(call("fd_tell", 0, 8)).isEqualTo(SPIPE);
		assertThat(call("fd_pread", 0, 0, 1, 0L, 8)).isEqualTo(SPIPE);
		assertThat(call("fd_seek", 3, 0L, 0, 8)).isEqualTo(BADF);
	}

	@Test
	void closesAndRenumbersStandardStreams() {
		configure(WasiConfig.builder().output(this.output));
		assertThat(call("fd_renumber", 1, 2)).isEqualTo(SUCCESS);
		this.memory.writeByte(100, (byte) '!');
		vector(0, 100, 1);
		assertThat(call("fd_write", 1, 0, 1, 50)).isEqualTo(BADF);
		assertThat(call("fd_write", 2, 0, 1, 50)).isEqualTo(SUCCESS);
		assertThat(this.output).hasToString("!");
		assertThat(call("fd_close", 2)).isEqualTo(SUCCESS);
		assertThat(call("fd_close", 2)).isEqualTo(BADF);
	}

	@Test
	void tellsTheTime() {
		configure(WasiConfig.builder().wallClock(() -> 1234).monotonicClock(() -> 5678));
		assertThat(call("clock_time_get", 0, 1L, 0)).isEqualTo(SUCCESS);
		assertThat(this.memory.readLong(0)).isEqualTo(1234);
		assertThat(call("clock_time_get", 1, 1L, 0)).isEqualTo(SUCCESS);
		assertThat(this.memory.readLong(0)).isEqualTo(5678);
		assertThat(call("clock_res_get", 1, 0)).isEqualTo(SUCCESS);
		assertThat(this.memory.readLong(0)).isPositive();
		assertThat(call("clock_time_get", 2, 1L, 0)).isEqualTo(BADF);
		assertThat(call("clock_time_get", 9, 1L, 0)).isEqualTo(INVAL);
	}

	@Test
	void fillsMemoryWithRandomBytes() {
		configure(WasiConfig.builder().random(new Random(1)));
		assertThat(call("random_get", 0, 10_000)).isEqualTo(SUCCESS);
		byte[] bytes = this.memory.read(0, 10_001);
		assertThat(bytes[10_000]).isZero();
		int[] counts = new int[256];
		for (byte value : bytes) {
			counts[value & 0xFF]++;
		}
		assertThat(counts).doesNotContain(0);
	}

	@Test
	void waitsForTheFirstOfSeveralClocks() {
		long start = System.nanoTime();
		clock(0, 11, 1, 20_000_000L, false);
		clock(48, 22, 0, Long.MAX_VALUE, false);
		assertThat(call("poll_oneoff", 0, 1000, 2, 2000)).isEqualTo(SUCCESS);
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000L);
		assertThat(this.memory.readInt(2000)).isEqualTo(1);
		assertThat(this.memory.readLong(1000)).isEqualTo(11);
		assertThat(this.memory.readShort(1008)).isZero();
		clock(0, 33, 1, 1, true);
		assertThat(call("poll_oneoff", 0, 1000, 2, 2000)).isEqualTo(SUCCESS);
		assertThat(this.memory.readLong(1000)).isEqualTo(33);
		assertThat(call("poll_oneoff", 0, 1000, 0, 2000)).isEqualTo(INVAL);
	}

	@Test
	void doesNotWaitForStandardStreams() {
		clock(0, 11, 1, Long.MAX_VALUE, false);
		this.memory.writeLong(48, 22);
		this.memory.writeByte(48 + 8, (byte) 2);
		this.memory.writeInt(48 + 16, 1);
		assertThat(call("poll_oneoff", 0, 1000, 2, 2000)).isEqualTo(SUCCESS);
		assertThat(this.memory.readInt(2000)).isEqualTo(1);
		assertThat(this.memory.readLong(1000)).isEqualTo(22);
		assertThat(this.memory.readByte(1010)).isEqualTo((byte) 2);
	}

	@Test
	void wakesUpAtTheDeadline() {
		this.store.setDeadline(Duration.ofMillis(30));
		clock(0, 11, 1, Duration.ofHours(1).toNanos(), false);
		assertThatThrownBy(() -> call("poll_oneoff", 0, 1000, 1, 2000)).isInstanceOfSatisfying(Trap.class,
				(trap) -> assertThat(trap.code()).isEqualTo(TrapCode.INTERRUPT));
		assertThat(call("sched_yield")).isEqualTo(SUCCESS);
	}

	@ParameterizedTest
	@ValueSource(ints = { 65_533, 65_536, -1 })
	void trapsOnPointersOutsideOfTheMemory(int pointer) {
		assertOutOfBounds("clock_time_get", 0, 1L, pointer);
		assertOutOfBounds("args_sizes_get", 0, pointer);
		assertOutOfBounds("random_get", pointer, 8);
		assertOutOfBounds("fd_write", 1, pointer, 1, 0);
		assertOutOfBounds("fd_fdstat_get", 1, pointer);
		assertOutOfBounds("poll_oneoff", 0, pointer, 1, 0);
		vector(0, pointer, 8);
		assertOutOfBounds("fd_write", 1, 0, 1, 16);
		assertOutOfBounds("fd_read", 0, 0, 1, 16);
	}

	@Test
	void runsCommandsAndPassesTheirExitCodeOn() {
		assertThat(WasiPreview1.run(instance("(module (func (export \"_start\")))"))).isZero();
		assertThat(WasiPreview1.run(instance("""
				(module
				  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
				  (func (export "_start") (call $exit (i32.const 3)) unreachable))
				"""))).isEqualTo(3);
		assertThatThrownBy(() -> WasiPreview1.run(this.guest)).isInstanceOf(NoSuchExportException.class);
	}

	@Test
	void initialisesReactors() {
		Instance reactor = instance("""
				(module
				  (global $ready (export "ready") (mut i32) (i32.const 0))
				  (func (export "_initialize") (global.set $ready (i32.const 1))))
				""");
		WasiPreview1.initialize(reactor);
		assertThat(reactor.global("ready").get()).isEqualTo(1);
		WasiPreview1.initialize(this.guest);
	}

	@Test
	void keepsStoresApart() {
		Module module = load("""
				(module
				  (import "wasi_snapshot_preview1" "fd_close" (func $close (param i32) (result i32)))
				  (memory (export "memory") 1)
				  (func (export "close") (result i32) (call $close (i32.const 1))))
				""");
		for (int round = 0; round < 2; round++) {
			try (Store own = Store.create(this.engine)) {
				assertThat(this.linker.instantiate(own, module).func("close").call()).containsExactly(SUCCESS);
			}
		}
	}

	@Test
	void hasTheTypesOfTheDocumentation() {
		FUNCTIONS.lines().map((line) -> line.split(" ")).forEach((words) -> {
			FunctionType type = ((ExternType.Function) this.linker.get(WasiPreview1.MODULE, words[0]).orElseThrow())
				.type();
			List<String> parameters = type.parameters().stream().map(ValueType::toString).toList();
			assertThat(parameters).as(words[0]).isEqualTo(List.of(words).subList(1, words.length));
		});
	}

	private @Nullable Object call(String name, Object... arguments) {
		@Nullable Object[] results = this.guest.func(name).call(arguments);
		return (results.length > 0) ? results[0] : Collections.emptyList();
	}

	private void assertOutOfBounds(String name, Object... arguments) {
		assertThatThrownBy(() -> call(name, arguments)).as(name + new ArrayList<>(List.of(arguments)))
			.isInstanceOfSatisfying(Trap.class,
					(trap) -> assertThat(trap.code()).isEqualTo(TrapCode.MEMORY_OUT_OF_BOUNDS));
	}

	private void vector(int at, int address, int length) {
		this.memory.writeInt(at, address);
		this.memory.writeInt(at + 4, length);
	}

	private void clock(int at, long userData, int clock, long timeout, boolean absolute) {
		this.memory.write(at, new byte[48]);
		this.memory.writeLong(at, userData);
		this.memory.writeInt(at + 16, clock);
		this.memory.writeLong(at + 24, timeout);
		this.memory.writeShort(at + 40, (short) (absolute ? 1 : 0));
	}

	private void configure(WasiConfig.Builder config) {
		WasiPreview1.configure(this.store, config.build());
	}

	private Instance instance(String text) {
		return this.linker.instantiate(this.store, load(text));
	}

	private Module load(String text) {
		return this.engine.load("test.wat", text.getBytes(StandardCharsets.UTF_8));
	}

}
