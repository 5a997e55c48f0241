package dev.graft.bench.jmh;

/// The module of [Access]: functions that walk through memory and return a sum. A node of
/// the list is 16 bytes, its successor's address and a number; a structure is 32 bytes.
final class AccessModule {

	private static final String TEXT = """
			(module
			  (memory ADDRESS 80)
			  (func (export "prepare")
			    (local $at ADDRESS)
			    (loop $next
			      (i32.store (local.get $at) (i32.wrap_i64 (i64.extend_i32_u (VALUE (local.get $at)))))
			      (local.set $at (ADDRESS.add (local.get $at) (ADDRESS.const 16)))
			      (ADDRESS.store (ADDRESS.sub (local.get $at) (ADDRESS.const 16)) (local.get $at))
			      (br_if $next (ADDRESS.lt_u (local.get $at) (ADDRESS.const 4194304))))
			    (ADDRESS.store (ADDRESS.const 4194288) (ADDRESS.const 0)))
			  (func (export "sequential") (param $n i32) (result i32)
			    (local $at ADDRESS) (local $sum i32)
			    (loop $next
			      (local.set $sum (i32.add (local.get $sum) (i32.load (local.get $at))))
			      (local.set $at (ADDRESS.add (local.get $at) (ADDRESS.const 4)))
			      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
			    (local.get $sum))
			  (func (export "strided") (param $n i32) (result i32)
			    (local $at ADDRESS) (local $sum i32)
			    (loop $next
			      (local.set $sum (i32.add (local.get $sum) (i32.load (local.get $at))))
			      (local.set $at (ADDRESS.and (ADDRESS.add (local.get $at) (ADDRESS.const 256)) (ADDRESS.const 4194303)))
			      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
			    (local.get $sum))
			  (func (export "random") (param $n i32) (result i32)
			    (local $at i32) (local $sum i32)
			    (loop $next
			      (local.set $at (i32.add (i32.mul (local.get $at) (i32.const 1664525)) (i32.const 1013904223)))
			      (local.set $sum (i32.add (local.get $sum)
			        (i32.load (EXTEND (i32.shr_u (local.get $at) (i32.const 10))))))
			      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
			    (local.get $sum))
			  (func (export "list") (param $n i32) (result i32)
			    (local $at ADDRESS) (local $sum i32)
			    (loop $next
			      (local.set $sum (i32.add (local.get $sum) (i32.load offset=8 (local.get $at))))
			      (local.set $at (ADDRESS.load (local.get $at)))
			      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
			    (local.get $sum))
			  (func (export "fields") (param $n i32) (result i32)
			    (local $at ADDRESS) (local $sum i32)
			    (local.set $at (ADDRESS.const 4194304))
			    (loop $next
			      (local.set $sum
			        (i32.add (i32.add (i32.load (local.get $at)) (i32.load offset=4 (local.get $at)))
			          (i32.add (i32.load offset=8 (local.get $at)) (i32.load offset=12 (local.get $at)))))
			      (i32.store offset=16 (local.get $at) (local.get $sum))
			      (local.set $at
			        (ADDRESS.or (ADDRESS.and (ADDRESS.add (local.get $at) (ADDRESS.const 32)) (ADDRESS.const 524287))
			          (ADDRESS.const 4194304)))
			      (br_if $next (i32.gt_s (local.tee $n (i32.sub (local.get $n) (i32.const 5))) (i32.const 0))))
			    (local.get $sum))
			  (func (export "stores") (param $n i32) (result i32)
			    (local $at ADDRESS)
			    (local.set $at (ADDRESS.const 4194304))
			    (loop $next
			      (i32.store (local.get $at) (local.get $n))
			      (local.set $at (ADDRESS.add (local.get $at) (ADDRESS.const 4)))
			      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
			    (local.get $n)))
			""";

	private AccessModule() {
	}

	/// @param addressType `i32` or `i64`
	static String text(String addressType) {
		boolean wide = addressType.equals("i64");
		return TEXT.replace("VALUE", wide ? "i32.wrap_i64" : "i32.add (i32.const 0)")
			.replace("EXTEND", wide ? "i64.extend_i32_u" : "i32.add (i32.const 0)")
			.replace("ADDRESS", addressType);
	}

}
