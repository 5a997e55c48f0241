;; What is stored are four bytes, so an element is a byte.
;; shows: limit
(module
  (memory 1)
  (func $limit (param $at i32) (param $to i32) (param $end i32) (local $numbers v128)
    (loop $again
      (local.set $numbers (i16x8.shr_u (v128.load64_zero (local.get $at)) (i32.const 2)))
      (v128.store32_lane 0 (local.get $to)
        (i8x16.narrow_i16x8_u (local.get $numbers) (local.get $numbers)))
      (local.set $to (i32.add (local.get $to) (i32.const 4)))
      (br_if $again (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const 8))) (local.get $end))))))
