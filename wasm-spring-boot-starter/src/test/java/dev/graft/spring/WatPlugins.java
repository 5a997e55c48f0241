package dev.graft.spring;

/// Plugins in text form, small enough to be read.
public final class WatPlugins {

	private WatPlugins() {
	}

	/// A guest with memory and an allocator that only goes up; `cabi_post_…` starts it
	/// again.
	private static final String ALLOCATOR = """
			(memory (export "memory") 1)
			(global $next (mut i32) (i32.const 1024))
			(func $cabi_realloc (export "cabi_realloc")
			  (param $old i32) (param $old_length i32) (param $align i32) (param $length i32) (result i32)
			  (local $address i32)
			  (local.set $address
			    (i32.and
			      (i32.sub (i32.add (global.get $next) (local.get $align)) (i32.const 1))
			      (i32.sub (i32.const 0) (local.get $align))))
			  (global.set $next (i32.add (local.get $address) (local.get $length)))
			  (local.get $address))
			(func $give (param $address i32) (param $length i32) (result i32)
			  (i32.store (i32.const 16) (local.get $address))
			  (i32.store (i32.const 20) (local.get $length))
			  (i32.const 16))
			""";

	/// Every type, there and back; and what plugins do when they are not well.
	public static String types() {
		return module("""
				(global $frees (mut i32) (i32.const 0))
				(global $calls (mut i32) (i32.const 0))
				(func (export "negate") (param i32) (result i32) (i32.eqz (local.get 0)))
				(func (export "next-byte") (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
				(func (export "next_short") (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
				(func (export "nextInt") (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
				(func (export "next-long") (param i64) (result i64) (i64.add (local.get 0) (i64.const 1)))
				(func (export "half-float") (param f32) (result f32) (f32.div (local.get 0) (f32.const 2)))
				(func (export "half-double") (param f64) (result f64) (f64.div (local.get 0) (f64.const 2)))
				(func (export "echo-text") (param i32 i32) (result i32) (call $give (local.get 0) (local.get 1)))
				(func (export "cabi_post_echo-text") (param i32)
				  (global.set $frees (i32.add (global.get $frees) (i32.const 1)))
				  (global.set $next (i32.const 1024)))
				(func (export "frees") (result i32) (global.get $frees))
				(func (export "echo-bytes") (param i32 i32) (result i32) (call $give (local.get 0) (local.get 1)))
				(func (export "nothing"))
				(func (export "count-calls") (result i32)
				  (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
				  (global.get $calls))
				(func (export "fail") (unreachable))
				(func (export "loop-forever") (loop (br 0)))
				(func (export "huge-text") (result i32) (call $give (i32.const 0) (i32.const 0x7fffffff)))
				(func (export "wild-text") (result i32) (call $give (i32.const 65530) (i32.const 100)))
				(func (export "broken-text") (result i32)
				  (i32.store8 (i32.const 32) (i32.const 0xff))
				  (call $give (i32.const 32) (i32.const 1)))
				(func (export "grow-memory") (param i32) (result i32) (memory.grow (local.get 0)))
				(func (export "acme:shop/tools@1.0.0#twice") (param i32) (result i32)
				  (i32.mul (local.get 0) (i32.const 2)))
				""");
	}

	/// A plugin that answers its number.
	public static String version(int number) {
		return "(module (func (export \"version\") (result i32) (i32.const %d)))".formatted(number);
	}

	/// A plugin whose method has another type than the interface says.
	public static String versionAsLong(int number) {
		return "(module (func (export \"version\") (result i64) (i64.const %d)))".formatted(number);
	}

	/// A plugin that never gets through its start function.
	public static String loopsAtStart() {
		return """
				(module
				  (func $start (loop (br 0)))
				  (func (export "version") (result i32) (i32.const 0))
				  (start $start))
				""";
	}

	/// A plugin that asks for what nobody offers.
	public static String missesImports() {
		return """
				(module
				  (import "env" "no_such_function" (func (param i32)))
				  (import "env" "another" (func (result i64)))
				  (func (export "version") (result i32) (i32.const 0)))
				""";
	}

	/// A plugin that calls `shop.tier` with a text and returns what it got, and
	/// `shop.price`.
	public static String callsHost() {
		return """
				(module
				  (import "shop" "tier" (func $tier (param i32 i32 i32)))
				  (import "shop" "unit-price" (func $price (param i32 i32) (result i64)))
				  (import "shop" "remember" (func $remember (param i32)))
				""" + ALLOCATOR + """
				  (func (export "tier-of") (param i32 i32) (result i32)
				    (call $tier (local.get 0) (local.get 1) (i32.const 16))
				    (i32.const 16))
				  (func (export "price-of") (param i32 i32) (result i64)
				    (call $price (local.get 0) (local.get 1)))
				  (func (export "remember") (param i32) (call $remember (local.get 0))))
				""";
	}

	/// A plugin that prints when it is initialised.
	public static String prints() {
		return """
				(module
				  (import "wasi_snapshot_preview1" "fd_write"
				    (func $write (param i32 i32 i32 i32) (result i32)))
				  (memory (export "memory") 1)
				  (data (i32.const 64) "hello from the plugin\\n")
				  (func (export "_initialize")
				    (i32.store (i32.const 0) (i32.const 64))
				    (i32.store (i32.const 4) (i32.const 22))
				    (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8))))
				  (func (export "version") (result i32) (i32.const 1)))
				""";
	}

	private static String module(String fields) {
		return "(module\n" + ALLOCATOR + fields + ")";
	}

}
