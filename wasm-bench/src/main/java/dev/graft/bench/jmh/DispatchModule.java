package dev.graft.bench.jmh;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The module of [Dispatch]: functions that take a number of steps and return a number.
/// Functions are called through a table of 1,024, as many of them in turn as the name of
/// the function says.
final class DispatchModule {

	private static final int CALLEES = 1024;

	private DispatchModule() {
	}

	/// The module.
	static String text() {
		return """
				(module
				  (rec (type $f (sub (func (param i32) (result i32)))))
				  (rec (type $sub (sub final $f (func (param i32) (result i32)))))
				  (table $t 1026 funcref)
				  (global $g (mut i32) (i32.const 0))
				  (elem (i32.const 1024) func $s0 $s1)
				  (func $s0 (type $sub) (i32.add (local.get 0) (i32.const 1)))
				  (func $s1 (type $sub) (i32.xor (local.get 0) (i32.const 3)))
				  (func $two (param i32) (result i32 i32) (i32.add (local.get 0) (i32.const 1)) (local.get 0))
				""" + "(elem (i32.const 0) func" + each(CALLEES, " $f%d"::formatted) + ")" + each(CALLEES,
				(number) -> "  (func $f%d (type $f) (i32.xor (i32.add (local.get 0) (i32.const %d)) (i32.const %d)))%n"
					.formatted(number, number + 1, number * 7))
				+ loop("direct", "(call $f0 (local.get $r))") + indirect("indirect1", "(i32.const 0)")
				+ indirect("indirect2", "(i32.and (local.get $n) (i32.const 1))")
				+ indirect("indirect8", "(i32.and (local.get $n) (i32.const 7))")
				+ indirect("indirect16", "(i32.and (local.get $n) (i32.const 15))")
				+ indirect("indirect64", "(i32.and (local.get $n) (i32.const 63))")
				+ indirect("indirect1024", "(i32.and (local.get $n) (i32.const 1023))")
				+ indirect("supertype", "(i32.add (i32.const 1024) (i32.and (local.get $n) (i32.const 1)))")
				+ loop("reference",
						"(call_ref $f (local.get $r) (select (result (ref $f)) (ref.func $f0) (ref.func $f1)"
								+ " (i32.and (local.get $n) (i32.const 1))))")
				+ loop("global", "(global.set $g (i32.add (global.get $g) (local.get $n))) (global.get $g)")
				+ loop("multi_value", "(call $two (local.get $r)) i32.xor") + branches(4) + branches(64) + ")";
	}

	private static String each(int count, IntFunction<String> text) {
		return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
	}

	private static String indirect(String name, String entry) {
		return loop(name, "(call_indirect $t (type $f) (local.get $r) " + entry + ")");
	}

	private static String loop(String name, String step) {
		return """
				  (func (export "%s") (param $n i32) (result i32)
				    (local $r i32)
				    (loop $next
				      %s
				      local.set $r
				      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
				    (local.get $r))
				""".formatted(name, step);
	}

	/// A switch with so many cases, which come in no order that a processor could learn.
	private static String branches(int cases) {
		String labels = each(cases, (number) -> " $b" + number);
		String blocks = each(cases, (number) -> "(block $b%d ".formatted(cases - 1 - number));
		String bodies = each(cases,
				(number) -> ") (br $out (i32.add (local.get $r) (i32.const %d)))%n".formatted(number + 1));
		String index = "(i32.and (i32.shr_u (i32.mul (local.get $n) (i32.const -1640531535)) (i32.const 16)) (i32.const %d))"
			.formatted(cases - 1);
		return loop("br_table" + cases,
				"(block $out (result i32) " + blocks + "(br_table" + labels + " " + index + ")" + bodies + ")");
	}

}
