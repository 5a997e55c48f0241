package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.graft.engine.trap.Trap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Loops in loops of a function that is called once give what they give elsewhere, though
/// they are methods of their own.
class RareLoopTests {

	private static final int MEMORY_BYTES = 65_536;

	private final Engine engine = Engine.create();

	@AfterEach
	void close() {
		this.engine.close();
	}

	/// Three loops in each other. The innermost is left for any of the others, or for
	/// good, or traps, by what it finds in memory.
	private static String module(String name) {
		return """
				(module (memory (export "memory") 1) (global (export "sum") (mut f64) (f64.const 0))
				  (func (export "%s") (param $n i32) (param $special i32) (result i32 i64 f32)
				    (local $i i32) (local $j i32) (local $k i32) (local $long i64) (local $float f32)
				    (block $out
				      (loop $is
				        (local.set $j (i32.const 0))
				        (block $next_i
				          (loop $js
				            (local.set $k (i32.const 0))
				            (block $next_j
				              (loop $ks
				                (local.set $long (i64.add (i64.mul (local.get $long) (i64.const 31))
				                  (i64.extend_i32_u (i32.xor (local.get $j) (local.get $k)))))
				                (local.set $float (f32.add (f32.mul (local.get $float) (f32.const 0.5))
				                  (f32.convert_i32_u (local.get $i))))
				                (global.set 0 (f64.add (global.get 0) (f64.promote_f32 (local.get $float))))
				                (i32.store offset=1024 (i32.shl (local.get $k) (i32.const 2))
				                  (i32.wrap_i64 (local.get $long)))
				                (block $go_on (block $trap (block $return
				                  (br_table $go_on $next_j $next_i $out $return $trap $go_on
				                    (i32.load8_u (i32.add (i32.mul (i32.add (i32.mul (local.get $i) (local.get $n))
				                      (local.get $j)) (local.get $n)) (local.get $k)))))
				                  (return (local.get $k) (local.get $long) (local.get $float)))
				                  (i32.store (i32.const -4) (local.get $k)))
				                (br_if $ks (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 1))) (local.get $n)))))
				            (br_if $js (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 1))) (local.get $n)))))
				        (br_if $is (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (local.get $n)))))
				    (i32.add (local.get $i) (i32.mul (local.get $j) (i32.const 100)))
				    (local.get $long) (local.get $float)))
				"""
			.formatted(name);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5 })
	void areLeftInAnyWay(int special) {
		for (int n : new int[] { 1, 2, 7 }) {
			for (int place = 0; place < n * n * n; place++) {
				assertThat(run(module("_start"), "_start", n, place, special)).as("%d, %d", n, place)
					.isEqualTo(run(module("run"), "run", n, place, special));
			}
		}
	}

	/// Rows of all lengths around that of a strip.
	@Test
	void areCutIntoStrips() {
		for (int length = 1; length < 300; length++) {
			assertThat(run(rows("_start"), "_start", length, 8 * length - 3, 17)).as("%d", length)
				.isEqualTo(run(rows("run"), "run", length, 8 * length - 3, 17));
		}
	}

	private static String rows(String name) {
		return """
				(module (memory (export "memory") 1) (global (export "sum") (mut f64) (f64.const 0))
				  (func (export "%s") (param $n i32) (param $special i32) (result i32 i64 f32)
				    (local $row i32) (local $at i32) (local $end i32) (local $sum i32) (local $long i64) (local $float f32)
				    (loop $rows
				      (local.set $end (i32.add (local.get $at) (i32.shl (local.get $n) (i32.const 3))))
				      (loop $columns
				        (local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 3)) (i32.load (local.get $at))))
				        (local.set $long (i64.add (local.get $long) (i64.load (local.get $at))))
				        (i32.store offset=8 (local.get $at) (local.get $sum))
				        (br_if $columns
				          (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const 8))) (local.get $end))))
				      (local.set $float (f32.add (local.get $float) (f32.convert_i32_s (local.get $sum))))
				      (br_if $rows (i32.ne (local.tee $row (i32.add (local.get $row) (i32.const 1))) (i32.const 20))))
				    (local.get $sum) (local.get $long) (local.get $float)))
				"""
			.formatted(name);
	}

	/// All that can be seen afterwards.
	private List<Object> run(String text, String name, int n, int place, int special) {
		List<Object> seen = new ArrayList<>();
		Module module = this.engine.load("loops.wat", text.getBytes(StandardCharsets.UTF_8));
		try (Store store = Store.create(this.engine)) {
			Instance instance = Linker.create(this.engine).instantiate(store, module);
			Memory memory = instance.memory("memory");
			memory.write(place, new byte[] { (byte) special });
			try {
				seen.addAll(Arrays.asList(instance.func(name).call(n, special)));
			}
			catch (Trap trap) {
				seen.add(trap.code());
			}
			seen.add(instance.global("sum").get());
			seen.add(Arrays.hashCode(memory.read(0, MEMORY_BYTES)));
		}
		return seen;
	}

}
