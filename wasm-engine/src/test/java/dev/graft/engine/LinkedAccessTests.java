package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Accesses that are linked when they are first run, which is wherever the guest wants.
class LinkedAccessTests {

	/// More than are static calls.
	private static final int BEFORE = 14;

	private final Engine engine = Engine.create();

	private final Store store = Store.builder(this.engine).deadline(null).build();

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	@Test
	void moveValuesOfEveryType() {
		assertThat(call(instance(0), "access", 8)).isEqualTo(8 + 1 + 2 + 3 + 4 + 5 + 6);
	}

	/// Where the stack ends is not known exactly, so some of these calls succeed.
	@Test
	void theStackMayEndWhileTheyAreLinked() {
		int deepest = 0;
		for (int round = 0; round < 60; round++) {
			Instance instance = instance(round);
			try {
				assertThat(call(instance, "down", (round == 0) ? -1 : deepest - 4 * round)).isEqualTo(29);
			}
			catch (Trap ended) {
				assertThat(ended.code()).isEqualTo(TrapCode.STACK_EXHAUSTED);
			}
			deepest = (round == 0) ? (int) Objects.requireNonNull(instance.global("depth").get()) : deepest;
			assertThat(call(instance, "access", 8)).isEqualTo(29);
		}
	}

	private Instance instance(int number) {
		String before = IntStream.range(0, BEFORE)
			.mapToObj((index) -> "(i32.store offset=%d (local.get 0) (local.get 0))".formatted(4 * index))
			.collect(Collectors.joining());
		String module = """
				(module (; %d ;)
				  (memory 1)
				  (global $depth (export "depth") (mut i32) (i32.const 0))
				  (func $down (export "down") (param i32) (result i32)
				    (global.set $depth (i32.add (global.get $depth) (i32.const 1)))
				    (if (result i32) (local.get 0)
				      (then (call $down (i32.sub (local.get 0) (i32.const 1))))
				      (else (call $access (i32.const 8)))))
				  (func $access (export "access") (param i32) (result i32)
				    %s
				    (i32.store8 offset=100 (local.get 0) (i32.const 1))
				    (i32.store16 offset=110 (local.get 0) (i32.const 2))
				    (i32.store offset=120 (local.get 0) (i32.const 3))
				    (i64.store offset=130 (local.get 0) (i64.const 4))
				    (f32.store offset=140 (local.get 0) (f32.const 5))
				    (f64.store offset=150 (local.get 0) (f64.const 6))
				    (i32.add (i32.load (local.get 0))
				      (i32.add (i32.load8_u offset=100 (local.get 0))
				        (i32.add (i32.load16_s offset=110 (local.get 0))
				          (i32.add (i32.load offset=120 (local.get 0))
				            (i32.add (i32.wrap_i64 (i64.load offset=130 (local.get 0)))
				              (i32.add (i32.trunc_f32_s (f32.load offset=140 (local.get 0)))
				                (i32.trunc_f64_s (f64.load offset=150 (local.get 0))))))))))
				)
				""".formatted(number, before);
		return Linker.create(this.engine)
			.instantiate(this.store, this.engine.load("m", module.getBytes(StandardCharsets.UTF_8)));
	}

	private static int call(Instance instance, String function, int argument) {
		return (int) Objects.requireNonNull(instance.func(function).call(argument)[0]);
	}

}
