;; Each element is a byte, four of them are loaded as one number.
;; shows: above
(module
  (memory 1)
  (func $above (param $at i32) (param $end i32) (result v128) (local $sum v128) (local $element v128)
    (loop $again
      (local.set $element
        (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u (v128.load32_zero (local.get $at)))))
      (local.set $sum
        (i32x4.sub (local.get $sum) (i32x4.gt_s (local.get $element) (v128.const i32x4 99 99 99 99))))
      (br_if $again (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const 4))) (local.get $end))))
    (local.set $sum
      (i32x4.add (local.get $sum)
        (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $sum) (local.get $sum))))
    (i32x4.splat
      (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum))))))
