package dev.graft.engine.exception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.engine.Linker;
import dev.graft.engine.Store;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Functions with more handlers, clauses, values and variables than anybody writes.
class LargeHandlerTests {

	private static int run(MethodLimits limits, String text, int argument) {
		EngineConfig config = EngineConfig.builder()
			.features(EnumSet.allOf(Feature.class))
			.compiler(new WasmCompiler(limits))
			.build();
		try (Engine engine = Engine.create(config); Store store = Store.create(engine)) {
			return (Integer) Linker.create(engine)
				.instantiate(store, engine.load("large.wat", text.getBytes(StandardCharsets.UTF_8)))
				.func("f")
				.call(argument)[0];
		}
	}

	private static void check(String text, int argument, int expected) {
		assertThat(run(MethodLimits.DEFAULT, text, argument)).isEqualTo(expected);
		assertThat(run(MethodLimits.TINY, text, argument)).as("in small pieces").isEqualTo(expected);
		assertThat(run(MethodLimits.TINY_SECTIONS, text, argument)).as("in sections").isEqualTo(expected);
	}

	private static String each(int count, String text) {
		return IntStream.range(0, count)
			.mapToObj((number) -> text.replace("#", Integer.toString(number)))
			.collect(Collectors.joining("\n"));
	}

	@Test
	void catchAndThrowOnThroughDeepNests() {
		int depth = 400;
		check("""
				(module (tag $e (param i32))
				  (func $t (param i32) (throw $e (local.get 0)))
				  (func (export "f") (param $n i32) (result i32)
				    %s
				    (call $t (local.get $n))
				    %s
				    (local.get $n)))
				""".formatted("block $h (result i32) try_table (catch $e $h)\n".repeat(depth),
				"end unreachable end i32.const 1 i32.add local.set $n (call $t (local.get $n))\n".repeat(depth - 1)
						+ "end unreachable end local.set $n"),
				5, 5 + depth - 1);
	}

	@Test
	void throwOnThroughDeepNestsOfDeprecatedHandlers() {
		int depth = 400;
		check("""
				(module (tag $e (param i32)) (global $g (mut i32) (i32.const 0))
				  (func $t (param i32) (throw $e (local.get 0)))
				  (func (export "f") (param $n i32) (result i32)
				    %s
				    (call $t (local.get $n))
				    %s
				    (i32.add (global.get $g) (local.get $n))))
				""".formatted("try\n".repeat(depth),
				"catch_all (global.set $g (i32.add (global.get $g) (i32.const 1))) (rethrow 0) end\n".repeat(depth - 1)
						+ "catch $e local.set $n end"),
				5, 5 + depth - 1);
	}

	@Test
	void haveManyRegionsInARow() {
		check("""
				(module (tag $e (param i32))
				  (func $t (param i32) (throw $e (local.get 0)))
				  (func (export "f") (param $n i32) (result i32)
				    %s
				    (local.get $n)))
				""".formatted(each(1500, """
				(block $h (result i32) (try_table (catch $e $h) (call $t (i32.add (local.get $n) (i32.const #))))
				  (unreachable)) (local.set $n)
				""")), 1, 1 + 1499 * 1500 / 2);
	}

	@Test
	void haveManyClauses() {
		int tags = 1000;
		check("""
				(module %s
				  (func $t (param i32) (if (local.get 0) (then (throw $e777 (local.get 0)))) (throw $e999 (i32.const 3)))
				  (func (export "f") (param $n i32) (result i32)
				    (block $h (result i32) (try_table %s (call $t (local.get $n))) (unreachable))))
				"""
			.formatted(each(tags, "(tag $e# (param i32))"), each(tags, "(catch $e# $h)")), 0, 3);
	}

	@Test
	void carryManyValues() {
		int values = 450;
		check("""
				(module (tag $e (param %1$s))
				  (func $t (param $n i32) (throw $e %2$s))
				  (func (export "f") (param $n i32) (result i32) (local $sum i64)
				    (block $h (result %1$s) (try_table (catch $e $h) (call $t (local.get $n))) (unreachable))
				    %3$s
				    (i32.wrap_i64 (local.get $sum))))
				""".formatted(each(values, "i32 i64"),
				each(values, "(i32.add (local.get $n) (i32.const #)) (i64.const #)"),
				each(values,
						"local.get $sum i64.add local.set $sum i64.extend_i32_s local.get $sum i64.add local.set $sum")),
				10, 10 * values + values * (values - 1));
	}

	@Test
	void keepManyVariablesForTheHandler() {
		int locals = 700;
		check("""
				(module (tag $e)
				  (func $t (param i32) (result i32) (if (i32.eq (local.get 0) (i32.const 650)) (then (throw $e))) (local.get 0))
				  (func (export "f") (param $n i32) (result i32) %s
				    (block $h (try_table (catch $e $h) %s))
				    %s (local.get $n)))
				"""
			.formatted(each(locals, "(local $l# i32)"), each(locals, "(local.set $l# (call $t (i32.const #)))"),
					each(locals, "(local.set $n (i32.add (local.get $n) (local.get $l#)))")),
				1, 1 + 649 * 650 / 2);
	}

}
