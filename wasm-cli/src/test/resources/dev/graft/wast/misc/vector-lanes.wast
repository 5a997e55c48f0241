;; Vectors that are held otherwise than as they come: lanes that are always the same, and comparisons that only choose.

(module
  (memory 1)
  (data (i32.const 16) "\01\00\00\00\ff\ff\ff\ff\00\00\00\80\ff\ff\ff\7f\05\00\00\00\06\00\00\00\07\00\00\00\08\00\00\00")

  ;; Splat before the loop, changed in it, and in some rounds no longer the same everywhere.
  (func (export "count") (param $rounds i32) (param $differ i32) (result v128)
    (local $same v128) (local $sum v128)
    (local.set $same (i32x4.splat (i32.const 5)))
    (loop
      (local.set $sum (i32x4.add (local.get $sum) (i32x4.add (v128.load (i32.const 16)) (local.get $same))))
      (local.set $same (i32x4.add (local.get $same) (i32x4.splat (local.get $rounds))))
      (if (local.get $differ) (then (local.set $same (i32x4.replace_lane 2 (local.get $same) (i32.const 100)))))
      (br_if 0 (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))
    (local.get $sum))

  ;; The same in lanes of 64 bits that repeat themselves, but not in those of 32.
  (func (export "halves") (param $rounds i32) (result v128)
    (local $same v128)
    (local.set $same (v128.const i32x4 1 2 1 2))
    (loop
      (local.set $same (i32x4.add (local.get $same) (i64x2.splat (i64.const 0x300000001))))
      (br_if 0 (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))
    (local.get $same))

  ;; Where the largest and the smallest have been, of numbers that come in pairs.
  (func (export "extremes") (result v128)
    (local $most v128) (local $place v128) (local $at i32)
    (local.set $most (i32x4.splat (i32.const 0x80000000)))
    (local.set $place (i32x4.splat (i32.const -1)))
    (loop
      (local.set $place (v128.bitselect (i32x4.splat (local.get $at)) (local.get $place)
        (i32x4.gt_s (v128.load offset=16 (local.get $at)) (local.get $most))))
      (local.set $most (i32x4.max_s (local.get $most) (v128.load offset=16 (local.get $at))))
      (br_if 0 (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (i32.const 32))))
    (local.get $place))

  ;; Chosen by comparisons of other lanes than those that are chosen from.
  (func (export "choose32") (param v128 v128 v128 v128) (result v128)
    (v128.bitselect (f64x2.add (local.get 2) (local.get 2)) (local.get 3) (i32x4.lt_u (local.get 0) (local.get 1))))
  (func (export "choose64") (param v128 v128 v128 v128) (result v128)
    (v128.bitselect (i8x16.add (local.get 2) (local.get 2)) (local.get 3) (f64x2.ne (local.get 0) (local.get 1))))
  (func (export "chooseAndKeep") (param v128 v128) (result v128)
    (local $mask v128)
    (local.set $mask (i32x4.le_s (local.get 0) (local.get 1)))
    (i32x4.add (v128.bitselect (local.get 0) (local.get 1) (local.get $mask)) (local.get $mask)))

  ;; More variables hand a vector on than rounds are made to find out which are uniform.
  (func (export "handOn") (param v128 i32) (result v128)
    (local v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128)
    (loop $again
      (local.set 2 (local.get 3))
      (local.set 3 (local.get 4))
      (local.set 4 (local.get 5))
      (local.set 5 (local.get 6))
      (local.set 6 (local.get 7))
      (local.set 7 (local.get 8))
      (local.set 8 (local.get 9))
      (local.set 9 (local.get 10))
      (local.set 10 (local.get 11))
      (local.set 11 (local.get 12))
      (local.set 12 (local.get 13))
      (local.set 13 (local.get 14))
      (local.set 14 (local.get 15))
      (local.set 15 (local.get 16))
      (local.set 16 (local.get 17))
      (local.set 17 (local.get 18))
      (local.set 18 (local.get 19))
      (local.set 19 (local.get 20))
      (local.set 20 (local.get 21))
      (local.set 21 (local.get 22))
      (local.set 22 (local.get 23))
      (local.set 23 (local.get 24))
      (local.set 24 (local.get 25))
      (local.set 25 (local.get 26))
      (local.set 26 (local.get 0))
      (br_if $again (local.tee 1 (i32.sub (local.get 1) (i32.const 1)))))
    (local.get 2)))

(assert_return (invoke "count" (i32.const 3) (i32.const 0)) (v128.const i32x4 26 20 0x80000017 0x80000014))
(assert_return (invoke "count" (i32.const 3) (i32.const 1)) (v128.const i32x4 26 20 0x800000cd 0x80000014))
(assert_return (invoke "halves" (i32.const 2)) (v128.const i32x4 3 8 3 8))
(assert_return (invoke "extremes") (v128.const i32x4 16 16 16 0))
(assert_return (invoke "choose32" (v128.const i32x4 1 -1 5 5) (v128.const i32x4 2 0 5 -1) (v128.const f64x2 1.5 2.5) (v128.const i32x4 7 8 9 10))
  (v128.const i32x4 0 8 9 0x40140000))
(assert_return (invoke "choose64" (v128.const f64x2 nan 1) (v128.const f64x2 1 1) (v128.const i32x4 1 2 3 4) (v128.const i32x4 7 8 9 10))
  (v128.const i32x4 2 4 9 10))
(assert_return (invoke "chooseAndKeep" (v128.const i32x4 1 2 3 4) (v128.const i32x4 2 2 2 -2)) (v128.const i32x4 0 1 2 -2))
(assert_return (invoke "handOn" (v128.const i32x4 1 2 3 4) (i32.const 24)) (v128.const i32x4 0 0 0 0))
(assert_return (invoke "handOn" (v128.const i32x4 1 2 3 4) (i32.const 25)) (v128.const i32x4 1 2 3 4))
