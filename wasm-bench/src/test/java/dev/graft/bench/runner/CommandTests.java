package dev.graft.bench.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.text.WatParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTests {

	// Adds a line to the file that its second argument names, and prints that file and
	// its standard input. The exit status is how often this instance has been started.
	private static final String MODULE = """
			(module
			  (import "wasi_snapshot_preview1" "args_get" (func $args (param i32 i32) (result i32)))
			  (import "wasi_snapshot_preview1" "path_open"
			    (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
			  (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
			  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
			  (import "wasi_snapshot_preview1" "fd_seek" (func $seek (param i32 i64 i32 i32) (result i32)))
			  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
			  (memory (export "memory") 1)
			  (global $starts (mut i32) (i32.const 0))
			  (data (i32.const 256) "more\\n")
			  (func $vector (param $address i32) (param $length i32)
			    (i32.store (i32.const 0) (local.get $address))
			    (i32.store (i32.const 4) (local.get $length)))
			  (func $copy (param $from i32) (param $to i32)
			    (call $vector (i32.const 1024) (i32.const 1024))
			    (drop (call $read (local.get $from) (i32.const 0) (i32.const 1) (i32.const 8)))
			    (call $vector (i32.const 1024) (i32.load (i32.const 8)))
			    (drop (call $write (local.get $to) (i32.const 0) (i32.const 1) (i32.const 8))))
			  (func (export "_start") (local $file i32)
			    (global.set $starts (i32.add (global.get $starts) (i32.const 1)))
			    (drop (call $args (i32.const 16) (i32.const 128)))
			    (drop (call $open (i32.const 3) (i32.const 0) (i32.load (i32.const 24)) (i32.const 8) (i32.const 0)
			      (i64.const -1) (i64.const -1) (i32.const 0) (i32.const 12)))
			    (local.set $file (i32.load (i32.const 12)))
			    (drop (call $seek (local.get $file) (i64.const 0) (i32.const 2) (i32.const 16)))
			    (call $vector (i32.const 256) (i32.const 5))
			    (drop (call $write (local.get $file) (i32.const 0) (i32.const 1) (i32.const 8)))
			    (drop (call $seek (local.get $file) (i64.const 0) (i32.const 0) (i32.const 16)))
			    (call $copy (local.get $file) (i32.const 1))
			    (call $copy (i32.const 0) (i32.const 1))
			    (call $exit (global.get $starts))))
			""";

	@TempDir
	private Path directory;

	@Test
	void readsArgumentsAndStandardInputFromALine() throws IOException {
		Path module = module("one two  -x\n\n-y < in.txt\n");
		Path files = this.directory.resolve("program.files");
		assertThat(Command.of(module)).containsExactly(
				new Command(List.of("program", "one", "two", "-x"), Optional.empty(), files),
				new Command(List.of("program"), Optional.empty(), files),
				new Command(List.of("program", "-y"), Optional.of(files.resolve("in.txt")), files));
	}

	@Test
	void runsAProgramWithItsFilesAgainAndAgain() throws IOException {
		Path module = module("-f data.txt < in.txt\n");
		Path files = Files.createDirectory(this.directory.resolve("program.files"));
		Files.writeString(files.resolve("data.txt"), "data\n");
		Files.writeString(files.resolve("in.txt"), "input\n");
		Command command = Command.of(module).getFirst();
		try (GuestEngine engine = new GraftEngine()) {
			engine.compile(module, this.directory);
			engine.load(module, this.directory);
			assertThat(run(engine, command)).isEqualTo(checksum("data\nmore\ninput\n") + "-1");
			assertThat(run(engine, command)).isEqualTo(checksum("data\nmore\ninput\n") + "-1");
		}
		assertThat(files.resolve("data.txt")).hasContent("data\n");
	}

	private static String run(GuestEngine engine, Command command) throws IOException {
		CommandWasi wasi = new CommandWasi(command);
		engine.instantiate(wasi);
		try {
			engine.call(Command.FUNCTION);
		}
		catch (GuestExitException ended) {
			assertThat(wasi.hasExited()).isTrue();
		}
		return wasi.checksum();
	}

	private static String checksum(String text) {
		CRC32 checksum = new CRC32();
		checksum.update(text.getBytes(StandardCharsets.UTF_8));
		return "%08x".formatted(checksum.getValue());
	}

	private Path module(String commands) throws IOException {
		Files.writeString(this.directory.resolve("program.command"), commands);
		return Files.write(this.directory.resolve("program.wasm"), WatParser.parse("program.wat", MODULE).binary());
	}

}
