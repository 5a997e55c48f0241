package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Guests that never end, in every shape that a loop or a recursion can have: all of them
/// are stopped, whether interpreted, entered in the middle of a loop or compiled as a
/// whole. Each runs long enough for HotSpot to do what it likes with it.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptionTests {

	private static final Duration SHORT = Duration.ofMillis(40);

	private static final String ENDLESS = """
			(module
			  (memory 1)
			  (table funcref (elem $one $other))
			  (type $step (func (param i32) (result i32)))
			  (global $count (mut i32) (i32.const 0))
			  (func (export "threaded tail calls") (result i32) (return_call $state0 (i32.const 0)))
			  (func $state0 (param $state i32) (result i32)
			    (block $next (block $first (br_table $first $next (local.get $state)))
			      (return_call $state0 (i32.const 1)))
			    (return_call $state1 (i32.const 0)))
			  (func $state1 (param $state i32) (result i32)
			    (block $next (block $first (br_table $first $next (local.get $state)))
			      (return_call $state1 (i32.const 1)))
			    (return_call $state0 (i32.const 0)))
			  (func (export "threaded recursion") (call $double (i32.const 0) (i32.const 60)))
			  (func $double (param $state i32) (param $depth i32)
			    (block $next (block $first (br_table $first $next (local.get $state)))
			      (return_call $double (i32.const 1) (local.get $depth)))
			    (if (i32.eqz (local.get $depth)) (then (return)))
			    (call $double (i32.const 1) (i32.sub (local.get $depth) (i32.const 1)))
			    (call $double (i32.const 1) (i32.sub (local.get $depth) (i32.const 1))))
			  (func (export "empty") (loop $again (br $again)))
			  (func (export "counted") (local $i i32)
			    (loop $again
			      (local.set $i (i32.add (local.get $i) (i32.const 1)))
			      (br_if $again (i32.ge_s (local.get $i) (i32.const -2147483648)))))
			  (func (export "long counted") (local $i i64)
			    (loop $again
			      (local.set $i (i64.add (local.get $i) (i64.const 1)))
			      (br_if $again (i64.ne (local.get $i) (i64.const -1)))))
			  (func (export "never equal") (local $i i32)
			    (loop $again
			      (i32.store8 (i32.and (local.get $i) (i32.const 0xffff)) (local.get $i))
			      (br_if $again
			        (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 2))) (i32.const 7)))))
			  (func (export "loads") (loop $again (br_if $again (i32.eqz (i32.load (i32.const 8))))))
			  (func (export "stores") (local $i i32)
			    (loop $again
			      (i32.store (i32.const 16) (local.tee $i (i32.add (local.get $i) (i32.const 1))))
			      (br $again)))
			  (func (export "globals")
			    (loop $again
			      (global.set $count (i32.add (global.get $count) (i32.const 1)))
			      (br $again)))
			  (func (export "nested") (local $i i32)
			    (loop $outer
			      (local.set $i (i32.const 100))
			      (loop $inner
			        (br_if $inner (local.tee $i (i32.sub (local.get $i) (i32.const 1)))))
			      (br $outer)))
			  (func (export "nested at one place") (local $i i32)
			    (loop $outer
			      (loop $inner
			        (br_if $inner (i32.and (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 7)))
			        (br $outer))))
			  (func (export "several ways back") (local $i i32)
			    (loop $again
			      (local.set $i (i32.add (local.get $i) (i32.const 3)))
			      (br_if $again (i32.and (local.get $i) (i32.const 1)))
			      (if (i32.and (local.get $i) (i32.const 2))
			        (then (local.set $i (i32.mul (local.get $i) (i32.const 5))) (br $again)))
			      (br $again)))
			  (func (export "table") (local $i i32)
			    (loop $again
			      (local.set $i (i32.add (local.get $i) (i32.const 1)))
			      (block $two (block $one
			        (br_table $one $two $again (i32.and (local.get $i) (i32.const 3))))
			        (br $again))
			      (br $again)))
			  (func $one (type $step) (i32.add (local.get 0) (i32.const 1)))
			  (func $other (type $step) (i32.sub (local.get 0) (i32.const 1)))
			  (func (export "calls") (local $i i32)
			    (loop $again (local.set $i (call $one (local.get $i))) (br $again)))
			  (func (export "indirect calls") (local $i i32)
			    (loop $again
			      (local.set $i (call_indirect (type $step) (local.get $i)
			        (i32.and (local.get $i) (i32.const 1))))
			      (br $again)))
			  (func $short (param $i i32) (result i32)
			    (loop $again (br_if $again (local.tee $i (i32.sub (local.get $i) (i32.const 1)))))
			    (local.get $i))
			  (func (export "calls of short loops")
			    (loop $again (drop (call $short (i32.const 5))) (br $again)))
			  (func $tree (param $depth i32)
			    (if (local.get $depth) (then
			      (call $tree (i32.sub (local.get $depth) (i32.const 1)))
			      (call $tree (i32.sub (local.get $depth) (i32.const 1))))))
			  (func (export "recursion") (call $tree (i32.const 62)))
			  (func $even (param $depth i32)
			    (if (local.get $depth) (then
			      (call $odd (i32.sub (local.get $depth) (i32.const 1)))
			      (call $odd (i32.sub (local.get $depth) (i32.const 1))))))
			  (func $odd (param $depth i32)
			    (if (local.get $depth) (then
			      (call $even (i32.sub (local.get $depth) (i32.const 1)))
			      (call $even (i32.sub (local.get $depth) (i32.const 1))))))
			  (func (export "mutual recursion") (call $even (i32.const 62)))
			  (func $again (export "tail calls") (return_call $again))
			)
			""";

	private final Engine engine = Engine.create();

	@AfterEach
	void close() {
		this.engine.close();
	}

	@ParameterizedTest
	@CsvSource({ "empty", "counted", "long counted", "never equal", "loads", "stores", "globals", "nested",
			"nested at one place", "several ways back", "table", "calls", "indirect calls", "calls of short loops",
			"recursion", "mutual recursion", "tail calls", "threaded tail calls", "threaded recursion" })
	void stopsWhatNeverEnds(String shape) {
		Module module = this.engine.load("endless.wat", ENDLESS.getBytes(StandardCharsets.UTF_8));
		try (Store store = Store.builder(this.engine).deadline(SHORT).build()) {
			Func endless = Linker.create(this.engine).instantiate(store, module).func(shape);
			for (int round = 0; round < 2; round++) {
				assertThatThrownBy(endless::call).isInstanceOfSatisfying(Trap.class,
						(trap) -> assertThat(trap.code()).isEqualTo(TrapCode.INTERRUPT));
			}
		}
	}

	@Test
	void runsTheNextCallAfterOneThatWasStopped() {
		byte[] text = """
				(module
				  (func $tree (export "tree") (param $depth i32) (result i32)
				    (if (result i32) (local.get $depth)
				      (then (i32.add
				        (call $tree (i32.sub (local.get $depth) (i32.const 1)))
				        (call $tree (i32.sub (local.get $depth) (i32.const 1)))))
				      (else (i32.const 1)))))
				""".getBytes(StandardCharsets.UTF_8);
		try (Store store = Store.builder(this.engine).deadline(SHORT).build()) {
			Func tree = Linker.create(this.engine).instantiate(store, this.engine.load("tree.wat", text)).func("tree");
			for (int round = 0; round < 3; round++) {
				assertThatThrownBy(() -> tree.call(62)).isInstanceOf(Trap.class);
				assertThat(tree.call(5)).containsExactly(32);
			}
		}
	}

}
