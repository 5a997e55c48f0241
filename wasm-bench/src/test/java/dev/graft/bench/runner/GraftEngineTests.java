package dev.graft.bench.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.graft.compiler.text.WatParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraftEngineTests {

	private static final String MODULE = """
			(module
			  (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
			  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
			  (import "wasi_snapshot_preview1" "poll_oneoff" (func $poll (param i32 i32 i32 i32) (result i32)))
			  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
			  (import "env" "other" (func $other (param i64) (result i64)))
			  (memory (export "memory") 1)
			  (data (i32.const 16) "\\00\\01\\00\\00\\05\\00\\00\\00\\00\\02\\00\\00\\07\\00\\00\\00")
			  (func (export "random") (result i32)
			    (drop (call $random (i32.const 0) (i32.const 4)))
			    (i32.load (i32.const 0)))
			  (func (export "written") (result i32)
			    (drop (call $write (i32.const 1) (i32.const 16) (i32.const 2) (i32.const 8)))
			    (i32.load (i32.const 8)))
			  (func (export "waited") (result i32)
			    (i64.store (i32.const 248) (i64.const 77))
			    (i32.store8 (i32.const 256) (i32.const 2))
			    (drop (call $poll (i32.const 200) (i32.const 400) (i32.const 2) (i32.const 8)))
			    (i32.add (i32.load (i32.const 8))
			      (i32.add (i32.load (i32.const 432)) (i32.load16_u (i32.const 442)))))
			  (func (export "other") (result i32) (i32.wrap_i64 (call $other (i64.const 3))))
			  (func (export "exit") (call $exit (i32.const 2))))
			""";

	@TempDir
	private Path directory;

	@Test
	void runsWhatItHasCompiledWithTheSameRandomNumbersEveryTime() throws IOException {
		try (GuestEngine compiling = new GraftEngine()) {
			compiling.compile(module(), this.directory);
		}
		int first = random();
		assertThat(first).isNotZero();
		assertThat(random()).isEqualTo(first);
	}

	private int random() throws IOException {
		try (GuestEngine engine = new GraftEngine()) {
			engine.load(module(), this.directory);
			engine.instantiate(new Wasi());
			return engine.call("random").intValue();
		}
	}

	@Test
	void answersImports() throws IOException {
		try (GuestEngine engine = new GraftEngine()) {
			engine.compile(module(), this.directory);
			engine.load(module(), this.directory);
			engine.instantiate(new Wasi());
			assertThat(engine.exports("written")).isTrue();
			assertThat(engine.exports("memory")).isFalse();
			assertThat(engine.call("written")).isEqualTo(12);
			assertThat(engine.call("waited")).as("two events, the second of which tells what it is of")
				.isEqualTo(2 + 77 + 2);
			assertThat(engine.call("other")).isEqualTo(0);
			assertThatExceptionOfType(GuestExitException.class).isThrownBy(() -> engine.call("exit"));
		}
	}

	private Path module() throws IOException {
		return Files.write(this.directory.resolve("module.wasm"), WatParser.parse("module.wat", MODULE).binary());
	}

}
