;; In a loop whose addresses change evenly one access checks on behalf of a later one, whose address is a copy that was made in a branch. The loop is cut into strips, in which the
;; first access needs no check of its own: what it checks for the other one must not get lost.

;; a load
(module
  (memory (export "memory") 1 1)
  (func (export "run") (param $v i32) (param $end i32) (param $copy i32) (result i32)
    (local $w i32) (local $s i32)
    (loop $again
      (if (local.get $copy) (then
        (local.set $w (local.get $v))
        (local.set $s (i32.add (i32.load (local.get $v)) (i32.load offset=65536 (local.get $w))))))
      (i32.store (local.get $v) (local.get $s))
      (i32.store offset=4 (local.get $v) (local.get $s))
      (br_if $again (i32.ne (local.tee $v (i32.add (local.get $v) (i32.const 4))) (local.get $end))))
    (local.get $s)))
(assert_trap (invoke "run" (i32.const 0) (i32.const 400) (i32.const 1)) "out of bounds memory access")
(assert_return (invoke "run" (i32.const 0) (i32.const 400) (i32.const 0)) (i32.const 0))

;; whichever way was taken
(module
  (memory 1 1)
  (func (export "run") (param $v i32) (param $end i32) (param $either i32) (result i32)
    (local $w i32) (local $s i32)
    (loop $again
      (if (local.get $either) (then (local.set $w (local.get $v))) (else (local.set $w (local.get $v))))
      (local.set $s (i32.add (i32.load (local.get $v)) (i32.load offset=65036 (local.get $w))))
      (i32.store (local.get $v) (local.get $s))
      (br_if $again (i32.ne (local.tee $v (i32.add (local.get $v) (i32.const 4))) (local.get $end))))
    (local.get $s)))
(assert_return (invoke "run" (i32.const 0) (i32.const 400) (i32.const 1)) (i32.const 0))
(assert_return (invoke "run" (i32.const 100) (i32.const 500) (i32.const 0)) (i32.const 0))
(assert_trap (invoke "run" (i32.const 104) (i32.const 504) (i32.const 1)) "out of bounds memory access")

;; a store, behind as many rounds as fit
(module
  (memory 1 1)
  (func (export "run") (param $v i32) (param $end i32) (param $copy i32) (result i32)
    (local $w i32) (local $s i32)
    (loop $again
      (if (local.get $copy) (then
        (local.set $w (local.get $v))
        (local.set $s (i32.load (local.get $v)))
        (i32.store offset=65336 (local.get $w) (i32.const 7))))
      (i32.store8 (local.get $v) (i32.const 1))
      (i32.store8 offset=1 (local.get $v) (i32.const 1))
      (local.set $v (i32.add (local.get $v) (i32.const 4)))
      (br_if $again (i32.ne (local.get $v) (local.get $end))))
    (local.get $s))
  (func (export "stored") (result i32) (i32.load8_u (i32.const 196)) (i32.load8_u (i32.const 200)) (i32.shl (i32.const 1)) (i32.add)))
(assert_trap (invoke "run" (i32.const 0) (i32.const 400) (i32.const 1)) "out of bounds memory access")
(assert_return (invoke "stored") (i32.const 1))

;; far beyond
(module
  (memory 1 1)
  (func (export "run") (param $v i32) (param $end i32) (param $copy i32) (result i32)
    (local $w i32) (local $s i32)
    (loop $again
      (if (local.get $copy) (then
        (local.set $w (local.get $v))
        (local.set $s (i32.load (local.get $v)))
        (i32.store offset=4294967200 (local.get $w) (i32.const 7))))
      (i32.store8 (local.get $v) (i32.const 1))
      (i32.store8 offset=1 (local.get $v) (i32.const 1))
      (local.set $v (i32.add (local.get $v) (i32.const 4)))
      (br_if $again (i32.ne (local.get $v) (local.get $end))))
    (local.get $s))
  (func (export "stored") (result i32) (i32.load8_u (i32.const 0))))
(assert_trap (invoke "run" (i32.const 0) (i32.const 400) (i32.const 1)) "out of bounds memory access")
(assert_return (invoke "stored") (i32.const 0))
