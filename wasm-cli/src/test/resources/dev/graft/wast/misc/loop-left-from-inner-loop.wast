;; The last jump back to the outer loop comes from the middle of the inner one, so what the
;; inner loop does behind that jump happens in rounds of the outer one, too.

(module
  (memory 1 3)

  ;; The address that was checked before the loops moves behind the jump.
  (func (export "move") (param $at i32) (param $by i32) (result i32) (local $round i32)
    (drop (i32.load (local.get $at)))
    (loop $outer
      (drop (i32.load (local.get $at)))
      (loop $inner
        (local.set $round (i32.add (local.get $round) (i32.const 1)))
        (br_if $outer (i32.eq (local.get $round) (i32.const 2)))
        (local.set $at (i32.add (local.get $at) (local.get $by)))
        (br_if $inner (i32.lt_u (local.get $round) (i32.const 3)))))
    (local.get $at))

  ;; The memory grows behind the jump.
  (func (export "grow") (param $at i32) (result i32) (local $round i32) (local $sum i32)
    (loop $outer
      (if (local.get $round)
        (then (local.set $sum (i32.add (i32.load8_u (local.get $at)) (i32.const 7)))))
      (loop $inner
        (local.set $round (i32.add (local.get $round) (i32.const 1)))
        (br_if $outer (i32.eq (local.get $round) (i32.const 2)))
        (drop (memory.grow (i32.const 1)))
        (br_if $inner (i32.lt_u (local.get $round) (i32.const 3)))))
    (local.get $sum)))

(assert_return (invoke "move" (i32.const 0) (i32.const 8)) (i32.const 16))
(assert_trap (invoke "move" (i32.const 0) (i32.const 65536)) "out of bounds memory access")
(assert_trap (invoke "move" (i32.const 65532) (i32.const 1)) "out of bounds memory access")
(assert_return (invoke "grow" (i32.const 65536)) (i32.const 7))
