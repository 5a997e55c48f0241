package dev.graft.wasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.graft.engine.Engine;
import dev.graft.engine.LinkException;
import dev.graft.engine.Linker;
import dev.graft.engine.Module;
import dev.graft.engine.Store;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WasiThreadsTests {

	private static final String FOREVER = "(drop (memory.atomic.wait32 (i32.const 64) (i32.const 0) (i64.const -1)))";

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	private final Engine engine = Engine.create();

	private Duration deadline = Duration.ofSeconds(50);

	@AfterEach
	void close() {
		assertThat(this.engine.statistics().stores()).isZero();
		assertThat(this.engine.statistics().memoryUsedBytes()).isZero();
		this.engine.close();
	}

	@Test
	void runThreadsThatShareTheMemory() {
		assertThat(run("""
				(loop $again
				  (if (i32.lt_s (call $spawn (i32.const 3)) (i32.const 1)) (then unreachable))
				  (br_if $again (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 8))))
				(call $await (i32.const 24))
				(call $print)
				""", """
				(drop (i32.atomic.rmw.add (i32.const 0) (local.get $argument)))
				(drop (memory.atomic.notify (i32.const 0) (i32.const 1)))
				""")).isZero();
		assertThat(this.output).hasToString("done\n");
	}

	@Test
	void endsAllThreadsWithTheMainOne() {
		assertThat(run("(drop (call $spawn (i32.const 0))) (call $await (i32.const 1))", """
				(i32.atomic.store (i32.const 0) (i32.const 1))
				(drop (memory.atomic.notify (i32.const 0) (i32.const 1)))
				(loop $for_ever (br $for_ever))
				""")).isZero();
	}

	@Test
	void endsWhenAThreadExits() {
		assertThat(run("(drop (call $spawn (i32.const 7))) (drop (call $spawn (i32.const 7)))" + FOREVER,
				"(call $exit (local.get $argument))"))
			.isEqualTo(7);
	}

	@Test
	void endsWhenAThreadTraps() {
		assertThatThrownBy(() -> run("(drop (call $spawn (i32.const 0)))" + FOREVER, "unreachable"))
			.isInstanceOfSatisfying(Trap.class, (trap) -> assertThat(trap.code()).isEqualTo(TrapCode.UNREACHABLE));
	}

	@Test
	void endsAtTheDeadline() {
		this.deadline = Duration.ofMillis(50);
		assertThatThrownBy(() -> run(FOREVER, "")).isInstanceOfSatisfying(Trap.class,
				(trap) -> assertThat(trap.code()).isEqualTo(TrapCode.INTERRUPT));
	}

	@Test
	void refusesThreadsWithoutMeasure() {
		assertThat(run("""
				(loop $again
				  (local.set $i (i32.add (local.get $i) (i32.const 1)))
				  (br_if $again (i32.gt_s (call $spawn (i32.const 0)) (i32.const 0))))
				(call $exit (i32.eq (local.get $i) (i32.const 1001)))
				""", FOREVER)).isEqualTo(1);
	}

	@Test
	void refusesWhatDoesNotLink() {
		Module module = load("(module (import \"wasi\" \"thread-spawn\" (func (param i32) (result i32)))"
				+ " (import \"unknown\" \"f\" (func)))");
		assertThat(WasiThreads.areWantedBy(module)).isTrue();
		assertThatThrownBy(() -> WasiThreads.run(Linker.create(this.engine), module, this::store))
			.isInstanceOf(LinkException.class);
	}

	private int run(String main, String thread) {
		Linker linker = Linker.create(this.engine);
		WasiPreview1.addTo(linker, WasiConfig.builder().output(this.output).build());
		return WasiThreads.run(linker, load(program(main, thread)), this::store);
	}

	private Store store() {
		return Store.builder(this.engine).deadline(this.deadline).build();
	}

	private Module load(String text) {
		return this.engine.load("threads.wat", text.getBytes(StandardCharsets.UTF_8));
	}

	/// A program.
	/// @param main what its main function does
	/// @param thread what each of its threads does
	private static String program(String main, String thread) {
		return """
				(module
				  (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
				  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
				  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
				  (import "env" "memory" (memory 1 4 shared))
				  (export "memory" (memory 0))
				  (data (i32.const 1024) "done\\n")
				  (func $print
				    (i32.store (i32.const 512) (i32.const 1024)) (i32.store (i32.const 516) (i32.const 5))
				    (drop (call $write (i32.const 1) (i32.const 512) (i32.const 1) (i32.const 520))))
				  (func $await (param $count i32)
				    (local $now i32)
				    (block $done
				      (loop $again
				        (local.set $now (i32.atomic.load (i32.const 0)))
				        (br_if $done (i32.eq (local.get $now) (local.get $count)))
				        (drop (memory.atomic.wait32 (i32.const 0) (local.get $now) (i64.const -1)))
				        (br $again))))
				  (func (export "_start") (local $i i32) %1$s)
				  (func (export "wasi_thread_start") (param $number i32) (param $argument i32) %2$s))
				""".formatted(main, thread);
	}

}
