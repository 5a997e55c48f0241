;; Shuffles that take even or odd lanes of products of extended bytes. Of the first one only one operand can be taken apart into even and odd bytes; the second one needs the same bytes.

(module (memory (export "mem") 1)
 (data (i32.const 0) "\01\02\03\04\05\06\07\08\09\0a\0b\0c\0d\0e\0f\10\11\12\13\14\15\16\17\18\19\1a\1b\1c\1d\1e\1f\20\21\22\23\24\25\26\27\28\29\2a\2b\2c\2d\2e\2f\30\31\32\33\34\35\36\37\38\39\3a\3b\3c\3d\3e\3f\40")
 (func (export "run") (result i32)
  (local $x v128) (local $y v128) (local $p v128) (local $q v128) (local $a v128) (local $b v128) (local $r v128)
  (local.set $x (v128.load (i32.const 0)))
  (local.set $y (v128.load (i32.const 16)))
  (local.set $p (v128.load (i32.const 32)))
  (local.set $q (v128.load (i32.const 48)))
  (local.set $a (i16x8.extend_low_i8x16_u (local.get $x)))
  (local.set $b (i16x8.extend_high_i8x16_u (local.get $x)))
  (local.set $r (i8x16.shuffle 0 1 4 5 8 9 12 13 16 17 20 21 24 25 28 29
     (i16x8.mul (local.get $a) (local.get $p)) (i16x8.mul (local.get $b) (local.get $q))))
  (v128.store (i32.const 64) (local.get $r))
  (local.set $r (i8x16.shuffle 0 1 4 5 8 9 12 13 16 17 20 21 24 25 28 29
     (i16x8.mul (local.get $a) (i16x8.extend_low_i8x16_u (local.get $y))) (i16x8.mul (local.get $b) (i16x8.extend_high_i8x16_u (local.get $y)))))
  (v128.store (i32.const 80) (local.get $r))
  (i32.add (i32.load (i32.const 80)) (i32.load (i32.const 92)))))
(assert_return (invoke "run") (i32.const 34210186))
