;; Accesses at one address whose offsets are so far apart that the distance is no positive i32.

(module
  (memory 1)
  (data (i32.const 0) "\01\02\03\04")

  (func (export "load 2 GiB further") (param $at i32) (result i32)
    (i32.add (i32.load (local.get $at)) (i32.load offset=0x80000000 (local.get $at))))

  (func (export "load 4 GiB further") (param $at i32) (result i32)
    (i32.add (i32.load (local.get $at)) (i32.load offset=0xffffffff (local.get $at))))

  (func (export "store 2 GiB further") (param $at i32)
    (i32.store offset=0x7ffffffd (local.get $at) (i32.load (local.get $at))))

  (func (export "store 4 GiB further") (param $at i32)
    (i32.store offset=0xffffffff (local.get $at) (i32.load (local.get $at))))

  (func (export "load far from a place") (result i32)
    (i32.add (i32.load (i32.const 0)) (i32.load offset=0xffffffff (i32.const 0))))

  (func (export "in a loop") (param $at i32) (param $rounds i32) (result i32) (local $sum i32)
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (i32.load (local.get $at))))
      (local.set $sum (i32.add (local.get $sum) (i32.load offset=0xfffffff0 (local.get $at))))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (br_if $next (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))
    (local.get $sum)))

(assert_trap (invoke "load 2 GiB further" (i32.const 0)) "out of bounds memory access")
(assert_trap (invoke "load 4 GiB further" (i32.const 0)) "out of bounds memory access")
(assert_trap (invoke "store 2 GiB further" (i32.const 0)) "out of bounds memory access")
(assert_trap (invoke "store 4 GiB further" (i32.const 0)) "out of bounds memory access")
(assert_trap (invoke "load far from a place") "out of bounds memory access")
(assert_trap (invoke "in a loop" (i32.const 0) (i32.const 1)) "out of bounds memory access")
(assert_trap (invoke "in a loop" (i32.const 0) (i32.const 100)) "out of bounds memory access")
