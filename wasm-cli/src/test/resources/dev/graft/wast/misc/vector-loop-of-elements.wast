;; Loops over vectors that must not become loops over elements, or only where nothing overlaps.

(module $owner
  (memory (export "memory") 1)
  (func (export "fill") (local $i i32)
    (loop $next
      (i32.store8 (local.get $i) (i32.add (i32.mul (local.get $i) (i32.const 7)) (i32.const 3)))
      (br_if $next (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 512)))))

  (func (export "hash") (result i32) (local $i i32) (local $hash i32)
    (loop $next
      (local.set $hash (i32.add (i32.mul (local.get $hash) (i32.const 31)) (i32.load8_u (local.get $i))))
      (br_if $next (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 200))))
    (local.get $hash))

  ;; What is collected is collected twice in each round: no total of the numbers in memory.
  (func (export "doubled") (param $at i32) (param $end i32) (result i32) (local $sum v128)
    (loop $next
      (local.set $sum
        (i32x4.add (i32x4.add (local.get $sum) (local.get $sum)) (v128.load (local.get $at))))
      (br_if $next (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
    (local.set $sum (i32x4.add (local.get $sum)
      (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $sum) (local.get $sum))))
    (i32x4.extract_lane 0 (i32x4.add (local.get $sum)
      (i8x16.shuffle 4 5 6 7 0 1 2 3 0 0 0 0 0 0 0 0 (local.get $sum) (local.get $sum)))))

  ;; What is collected is taken away again.
  (func (export "cancelled") (param $at i32) (param $end i32) (result i32) (local $sum v128)
    (loop $next
      (local.set $sum
        (v128.xor (v128.xor (local.get $sum) (v128.load (local.get $at))) (local.get $sum)))
      (br_if $next (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
    (local.set $sum (v128.xor (local.get $sum)
      (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $sum) (local.get $sum))))
    (i32x4.extract_lane 0 (v128.xor (local.get $sum)
      (i8x16.shuffle 4 5 6 7 0 1 2 3 0 0 0 0 0 0 0 0 (local.get $sum) (local.get $sum))))))
(register "owner" $owner)

(invoke "fill")
(assert_return (invoke "doubled" (i32.const 0) (i32.const 160)) (i32.const -105974516))
(assert_return (invoke "cancelled" (i32.const 0) (i32.const 160)) (i32.const 812683408))

;; Two memories that are one: what a round stores, the next one loads.
(module $twice
  (memory $one (import "owner" "memory") 1)
  (memory $other (import "owner" "memory") 1)
  (func (export "square") (param $at i32) (param $end i32)
    (loop $next
      (v128.store $other offset=4 (local.get $at)
        (i32x4.mul (v128.load $one (local.get $at)) (v128.load $one (local.get $at))))
      (br_if $next (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))))

(invoke "square" (i32.const 0) (i32.const 128))
(assert_return (invoke $owner "hash") (i32.const -1176616355))

;; A swizzle whose index is never below zero, as what it is computed from is never below 16.
(module
  (memory (import "owner" "memory") 1)
  (func (export "look up") (param $at i32) (param $end i32)
    (loop $next
      (v128.store offset=128 (local.get $at)
        (i8x16.swizzle (v128.const i8x16 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16)
          (i8x16.sub
            (i8x16.max_s (v128.load (local.get $at)) (i8x16.splat (i32.const 16)))
            (i8x16.splat (i32.const 16)))))
      (br_if $next (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))))

(invoke $owner "fill")
(invoke "look up" (i32.const 0) (i32.const 64))
(assert_return (invoke $owner "hash") (i32.const 1957712524))

;; The last round is one of the loop over vectors where the rounds store over what those before them have
;; stored. What the rounds hand on it must find, too.
(module
  (memory (import "owner" "memory") 1)
  (func (export "sum beside") (param $at i32) (param $end i32) (param $to i32) (result i32) (local $sum i32)
    (loop $next
      (v128.store (local.get $to)
        (i8x16.shuffle 2 1 0 6 5 4 10 9 8 14 13 12 16 16 16 16
          (v128.load (local.get $at)) (v128.const i64x2 0 0)))
      (local.set $sum (i32.add (local.get $sum) (i32.load8_u (local.get $at))))
      (local.set $to (i32.add (local.get $to) (i32.const 12)))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
    (local.get $sum))
  (func (export "number of before") (param $at i32) (param $end i32) (param $to i32) (result i32)
    (local $before i32) (local $number i32)
    (loop $next
      (v128.store (local.get $to)
        (i8x16.shuffle 2 1 0 6 5 4 10 9 8 14 13 12 16 16 16 16
          (v128.load (local.get $at)) (v128.const i64x2 0 0)))
      (local.set $before (local.get $number))
      (local.set $number (i32.load8_u (local.get $at)))
      (local.set $to (i32.add (local.get $to) (i32.const 12)))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
    (local.get $before)))

(invoke $owner "fill")
(assert_return (invoke "sum beside" (i32.const 0) (i32.const 128) (i32.const 1024)) (i32.const 856))
(assert_return (invoke "number of before" (i32.const 0) (i32.const 128) (i32.const 1024)) (i32.const 163))
