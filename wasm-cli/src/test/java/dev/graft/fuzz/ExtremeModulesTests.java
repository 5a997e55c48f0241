package dev.graft.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.split.MethodLimits;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Few bytes can ask for very much of one thing, and for things in things in things.
/// Whatever it is, it works or is refused with a word about why: no stack overflows, no
/// heap fills up, and nothing takes longer than its size explains.
class ExtremeModulesTests {

	private static final int MANY = 50_000;

	@TestFactory
	Stream<DynamicTest> workOrAreRefused() {
		return texts().entrySet().stream().map((each) -> DynamicTest.dynamicTest(each.getKey(), () -> {
			try (Trial trial = new Trial(MethodLimits.DEFAULT); Watch watch = new Watch()) {
				watch.begin(each.getKey());
				Trial.Stage stage = trial.attempt(each.getKey(), each.getValue().getBytes(StandardCharsets.UTF_8));
				System.out.println(each.getKey() + ": " + stage);
				assertThat(stage).isNotNull();
			}
		}));
	}

	private static Map<String, String> texts() {
		Map<String, String> texts = new LinkedHashMap<>();
		nests(texts);
		types(texts);
		many(texts);
		constants(texts);
		return texts;
	}

	/// Things in things.
	private static void nests(Map<String, String> texts) {
		texts.put("blocks", function("block ".repeat(MANY) + "end ".repeat(MANY)));
		texts.put("folded blocks", function("(block ".repeat(MANY) + ")".repeat(MANY)));
		texts.put("loops", function("loop ".repeat(3_000) + "end ".repeat(3_000)));
		texts.put("conditions", function("i32.const 0 if ".repeat(MANY) + "end ".repeat(MANY)));
		texts.put("folded conditions", function("(if (i32.const 0) (then ".repeat(MANY) + "))".repeat(MANY)));
		texts.put("handlers", function("try_table (catch_all 0) ".repeat(2_000) + "end ".repeat(2_000)));
		texts.put("handlers of tags", "(module (tag $t) (func " + "block try_table (catch $t 0) ".repeat(2_000)
				+ "throw $t " + "end end ".repeat(2_000) + "))");
		texts.put("deprecated handlers",
				function("try ".repeat(2_000) + "nop " + "catch_all rethrow 0 end ".repeat(2_000)));
		texts.put("delegations", function("try ".repeat(2_000) + "delegate 0 ".repeat(2_000)));
		texts.put("folded sums", "(module (func (result i32) " + "(i32.add (i32.const 1) ".repeat(MANY)
				+ "(i32.const 1)" + ")".repeat(MANY) + "))");
		texts.put("parentheses", "(".repeat(MANY));
		texts.put("comments", "(;".repeat(MANY) + ";)".repeat(MANY) + "(module)");
		texts.put("annotations", "(module " + "(@a ".repeat(MANY) + ")".repeat(MANY) + ")");
		texts.put("casts",
				"(module (func (param anyref) (result anyref) local.get 0 " + "ref.cast anyref ".repeat(MANY) + "))");
		texts.put("references to references",
				"(module (type $t (struct (field (ref null $t)))) (func (param (ref null $t)) " + "local.get 0 "
						+ "struct.get $t 0 ".repeat(MANY) + "drop))");
		texts.put("shuffles", "(module (func (param v128) (result v128) local.get 0 "
				+ "local.get 0 i8x16.shuffle 0 17 2 19 4 21 6 23 8 25 10 27 12 29 14 31 ".repeat(3_000) + "))");
		texts.put("calls in tail position", "(module (func $f (param i32) "
				+ "local.get 0 if i32.const 0 return_call $f end ".repeat(3_000) + "))");
	}

	/// Types of types.
	private static void types(Map<String, String> texts) {
		texts.put("a chain of types",
				types((i) -> "(type (struct (field (ref null %d))))".formatted(Math.max(0, i - 1))));
		texts.put("a chain of types in one group",
				"(module (rec " + IntStream.range(0, 20_000)
					.mapToObj((i) -> "(type (struct (field (ref null %d))))".formatted((i + 1) % 20_000))
					.collect(Collectors.joining()) + "))");
		texts.put("a chain of supertypes", types((i) -> "(type (sub %s (struct)))".formatted(i == 0 ? "" : i - 1)));
		texts.put("60 supertypes, used", "(module "
				+ IntStream.range(0, 60)
					.mapToObj((i) -> "(type (sub %s (struct %s)))".formatted(i == 0 ? "" : i - 1,
							"(field i32)".repeat(i)))
					.collect(Collectors.joining())
				+ " (func (export \"f\") (result i32) (struct.get 59 58 (ref.cast (ref 59) (struct.new_default 59)))))");
		texts.put("a type that doubles", types((i) -> i == 0 ? "(type (struct))"
				: "(type (struct (field (ref null %1$d)) (field (ref null %1$d))))".formatted(i - 1)));
		texts.put("equal types", types((i) -> "(type (struct (field i32)))"));
		texts.put("equal groups", types((i) -> "(rec (type (struct)) (type (array i8)))"));
		texts.put("many fields", "(module (type $t (struct " + "(field (mut i64))".repeat(9_000)
				+ ")) (func (export \"f\") (drop (struct.new_default $t))))");
		texts.put("many operands", "(module (type $t (struct " + "(field v128)".repeat(2_000)
				+ ")) (func (export \"f\") " + "v128.const i64x2 1 2 ".repeat(2_000) + "struct.new $t drop))");
		texts.put("many parameters",
				"(module (func (param " + "v128 ".repeat(900) + ") (result " + "v128 ".repeat(900) + ")"
						+ IntStream.range(0, 900).mapToObj((i) -> " local.get " + i).collect(Collectors.joining())
						+ "))");
	}

	private static String types(IntFunction<String> definition) {
		return "(module " + IntStream.range(0, 20_000).mapToObj(definition).collect(Collectors.joining("\n")) + ")";
	}

	/// Very much of one thing.
	private static void many(Map<String, String> texts) {
		texts.put("an array of many elements", "(module (type $a (array i32)) (func (export \"f\") "
				+ "i32.const 7 ".repeat(9_000) + "array.new_fixed $a 9000 drop))");
		texts.put("a huge array",
				"(module (type $a (array v128)) (func (export \"f\") (drop (array.new_default $a (i32.const -1)))))");
		texts.put("huge arrays for ever",
				"""
						(module (type $a (array i64)) (type $l (struct (field (ref $a)) (field (ref null $l))))
						  (global $g (mut (ref null $l)) (ref.null $l))
						  (func (export "f") (loop
						    (global.set $g (struct.new $l (array.new_default $a (i32.const 10_000_000)) (global.get $g))) (br 0))))""");
		texts.put("many catch clauses", function("try_table " + "(catch_all 0) ".repeat(9_000) + " end"));
		texts.put("many tags", "(module " + "(tag (param i32))".repeat(9_000) + ")");
		texts.put("many locals", function("(local " + "v128 ".repeat(40_000) + ")"));
		texts.put("many references", function("(local " + "anyref ".repeat(40_000) + ")"));
		texts.put("a large table of branches", function("block i32.const 0 br_table " + "0 1 ".repeat(MANY) + " end"));
		texts.put("many memories", "(module " + "(memory 0)".repeat(99) + ")");
		texts.put("many atomics", "(module (memory 1 1 shared) (func "
				+ "i32.const 0 i32.const 1 i32.atomic.rmw.add drop ".repeat(9_000) + "))");
		texts.put("many vectors", "(module (func (param v128) (result v128) local.get 0 "
				+ "local.get 0 i8x16.add_sat_s local.get 0 i16x8.mul ".repeat(3_000) + "))");
		texts.put("recursion without an end", "(module (func $f (export \"f\") (param v128) (call $f (local.get 0)))"
				+ "(func (export \"g\") (call $f (v128.const i64x2 0 0))))");
		texts.put("tail calls without an end", """
				(module (type $t (func (param i32))) (table 2 2 funcref) (elem (i32.const 0) $f $g)
				  (func $f (export "f") (param i32) (return_call_indirect (type $t) (i32.const 0) (i32.const 1)))
				  (func $g (param i32) (return_call $f (i32.const 1))))""");
	}

	/// Constant expressions.
	private static void constants(Map<String, String> texts) {
		texts.put("a long constant expression",
				"(module (global i32 i32.const 1 " + "i32.const 1 i32.add ".repeat(MANY) + "))");
		texts.put("a deep constant expression",
				"(module (global i32 " + "i32.const 1 ".repeat(MANY) + "i32.add ".repeat(MANY - 1) + "))");
		texts.put("structures in a constant expression", "(module (type $t (struct (field (ref null $t))))"
				+ "(global (ref $t) ref.null $t " + "struct.new $t ".repeat(MANY) + "))");
		texts.put("globals of globals",
				"(module (global i32 (i32.const 1))" + IntStream.range(0, 20_000)
					.mapToObj((i) -> "(global i32 (i32.add (global.get %1$d) (global.get %1$d)))".formatted(i))
					.collect(Collectors.joining()) + ")");
		texts.put("a large segment of expressions",
				"(module (table 1 1 anyref) (elem anyref " + "(item (ref.i31 (i32.const 1)))".repeat(MANY) + "))");
	}

	private static String function(String code) {
		return "(module (func (export \"f\") " + code + "))";
	}

}
