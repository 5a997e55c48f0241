package dev.graft.bench.jmh;

import java.util.Locale;

/// The modules that are measured, as text. Nothing in them depends on chance, so that
/// runs can be compared.
public final class TestModules {

	/// How many functions [#imports] imports.
	public static final int IMPORTS = 100;

	/// Of how many different signatures they are.
	public static final int SIGNATURES = 80;

	/// How many entries the table of [#table] has.
	public static final int TABLE_ENTRIES = 80_000;

	private static final int TABLE_FUNCTIONS = 1000;

	private static final int LONGEST = 6;

	private static final String[] TYPES = { "i32", "i64", "f32", "f64" };

	private TestModules() {
	}

	/// Nothing.
	public static String empty() {
		return "(module)";
	}

	/// One page of memory, nothing in it.
	public static String page() {
		return "(module (memory (export \"memory\") 1 1))";
	}

	/// [#IMPORTS] imported functions `host.f0`… of [#SIGNATURES] signatures, all
	/// without a result.
	public static String imports() {
		StringBuilder text = new StringBuilder("(module\n");
		for (int number = 0; number < IMPORTS; number++) {
			text.append("  (import \"host\" \"f%d\" (func".formatted(number));
			if (parameters(number).length > 0) {
				text.append(" (param ").append(String.join(" ", parameters(number))).append(')');
			}
			text.append("))\n");
		}
		return text.append(')').toString();
	}

	/// The types of the parameters of the imported function with a number: the digits to
	/// base 4, so that each signature is another one.
	public static String[] parameters(int number) {
		int signature = number % SIGNATURES;
		int length = 0;
		int rest = signature;
		for (int atThisLength = 1; rest >= atThisLength && length < LONGEST; atThisLength *= TYPES.length) {
			rest -= atThisLength;
			length++;
		}
		String[] parameters = new String[length];
		for (int index = 0; index < length; index++) {
			parameters[index] = TYPES[rest % TYPES.length];
			rest /= TYPES.length;
		}
		return parameters;
	}

	/// A megabyte of data without a page of zeros, a function `touch(pages)` that writes
	/// to the first byte of so many pages of 4 KiB, and one that sums those bytes.
	public static String image() {
		StringBuilder text = new StringBuilder("""
				(module
				  (memory (export "memory") 32 32)
				  (func (export "touch") (param $pages i32)
				    (local $at i32)
				    (block $done
				      (loop $next
				        (br_if $done (i32.eqz (local.get $pages)))
				        (i32.store8 (local.get $at)
				          (i32.add (i32.load8_u (local.get $at)) (i32.const 1)))
				        (local.set $at (i32.add (local.get $at) (i32.const 4096)))
				        (local.set $pages (i32.sub (local.get $pages) (i32.const 1)))
				        (br $next))))
				  (data (i32.const 0)
				""");
		String line = "\"" + "a line of 64 bytes, of which a megabyte of data is made, and so on".substring(0, 64)
				+ "\"\n";
		text.append(line.repeat((1 << 20) / 64));
		return text.append("))").toString();
	}

	/// A table of [#TABLE_ENTRIES] functions, and functions that use so many of its
	/// entries as their parameter says, from all over the table: `call`, `get`, and
	/// `set`.
	public static String table() {
		StringBuilder text = new StringBuilder("(module (type $f (func (result i32)))\n");
		text.append("  (table $t %d %d funcref)\n".formatted(TABLE_ENTRIES, TABLE_ENTRIES));
		for (int number = 0; number < TABLE_FUNCTIONS; number++) {
			text.append("  (func $f%d (type $f) (i32.const %d))\n".formatted(number, number));
		}
		text.append("  (elem (i32.const 0) func");
		for (int entry = 0; entry < TABLE_ENTRIES; entry++) {
			text.append(" $f").append(entry % TABLE_FUNCTIONS);
		}
		text.append(")\n");
		uses("call", "(local.set $sum (i32.add (local.get $sum) (call_indirect $t (type $f) (local.get $at))))", text);
		uses("get", "(local.set $sum (i32.add (local.get $sum) (ref.is_null (table.get $t (local.get $at)))))", text);
		uses("set", "(table.set $t (local.get $at) (ref.null func))", text);
		return text.append(')').toString();
	}

	private static void uses(String name, String use, StringBuilder text) {
		text.append("""
				  (func (export "%s") (param $n i32) (result i32)
				    (local $at i32) (local $sum i32)
				    (block $done
				      (loop $next
				        (br_if $done (i32.eqz (local.get $n)))
				        (local.set $at (i32.rem_u (i32.mul (local.get $n) (i32.const 7919)) (i32.const %d)))
				        %s
				        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
				        (br $next)))
				    (local.get $sum))
				""".formatted(name, TABLE_ENTRIES, use));
	}

	/// Functions to be called by the host, and functions that call the host's `host.nop`,
	/// `host.add` and `host.six` again and again.
	public static String calls() {
		return """
				(module
				  (import "host" "nop" (func $nop))
				  (import "host" "add" (func $add (param i32 i32) (result i32)))
				  (import "host" "six" (func $six (param i32 i64 f32 f64 i32 i64) (result i64)))
				  (func (export "nop"))
				  (func (export "add") (param i32 i32) (result i32)
				    (i32.add (local.get 0) (local.get 1)))
				  (func (export "six") (param i32 i64 f32 f64 i32 i64) (result i64)
				    (i64.add (local.get 1) (local.get 5)))
				  (func (export "pair") (param i32 i64) (result i64 i32)
				    (local.get 1) (local.get 0))
				  (func (export "callNop") (param $n i32)
				    (loop $next
				      (call $nop)
				      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
				  (func (export "callAdd") (param $n i32) (result i32)
				    (local $sum i32)
				    (loop $next
				      (local.set $sum (call $add (local.get $sum) (local.get $n)))
				      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
				    (local.get $sum))
				  (func (export "callSix") (param $n i32) (result i64)
				    (local $sum i64)
				    (loop $next
				      (local.set $sum
				        (call $six (local.get $n) (local.get $sum) (f32.const 1) (f64.const 2)
				          (local.get $n) (i64.const 5)))
				      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
				    (local.get $sum)))
				""";
	}

	/// A function that calls the host's `host.pair`, which has two results, again and
	/// again.
	public static String severalResults() {
		return """
				(module
				  (import "host" "pair" (func $pair (param i32 i32) (result i32 i64)))
				  (func (export "callPair") (param $n i32) (result i32)
				    (local $sum i32)
				    (loop $next
				      (call $pair (local.get $sum) (local.get $n))
				      (local.set $sum (i32.xor (i32.wrap_i64)))
				      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
				    (local.get $sum)))
				""";
	}

	/// A module of about so many kilobytes of binary code: functions of a few hundred
	/// bytes that call each other, a table, and a quarter of it data.
	/// @param kilobytes how large
	public static String large(int kilobytes) {
		StringBuilder text = new StringBuilder(
				"(module (memory (export \"memory\") %d)\n".formatted(kilobytes / 64 + 2));
		int functions = kilobytes * 3;
		for (int number = 0; number < functions; number++) {
			text.append(function(number, functions));
		}
		text.append("  (func (export \"run\") (param i32) (result i32) (call $f0 (local.get 0) (i32.const 3)))\n");
		text.append("  (data (i32.const 0) \"");
		for (int chunk = 0; chunk < kilobytes; chunk++) {
			text.append("%08x".formatted(chunk * 0x9E3779B1).repeat(32));
		}
		return text.append("\"))").toString();
	}

	private static String function(int number, int functions) {
		StringBuilder text = new StringBuilder(
				"  (func $f%d (param $x i32) (param $depth i32) (result i32) (local $y i32)\n".formatted(number));
		for (int step = 0; step < 10; step++) {
			text.append(String.format(Locale.ROOT, """
					    (local.set $y (i32.xor (i32.mul (local.get $x) (i32.const %d)) (local.get $y)))
					    (if (i32.lt_u (local.get $y) (i32.const %d))
					      (then (local.set $x (i32.load offset=%d (i32.and (local.get $y) (i32.const 65532))))))
					""", number * 31 + step + 3, number * 977 + step * 13 + 100, step * 4));
		}
		text.append("""
				    (if (result i32) (local.get $depth)
				      (then (call $f%d (local.get $y) (i32.sub (local.get $depth) (i32.const 1))))
				      (else (local.get $y))))
				""".formatted((number * 7 + 1) % functions));
		return text.toString();
	}

}
