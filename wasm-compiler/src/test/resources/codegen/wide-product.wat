;; The upper half of a product, put together from products of halves as C programs do, is one multiplication.
;; shows: upper
(module
  (func $upper (export "upper") (param $u i32) (param $v i32) (result i32)
    (local $t i32) (local $x i32) (local $low i32)
    (local.set $low (i32.mul (i32.and (local.get $u) (i32.const 0xffff)) (i32.and (local.get $v) (i32.const 0xffff))))
    (local.set $t
      (i32.add
        (i32.add
          (local.tee $x (i32.mul (i32.shr_u (local.get $u) (i32.const 16)) (i32.and (local.get $v) (i32.const 0xffff))))
          (i32.mul (i32.and (local.get $u) (i32.const 0xffff)) (i32.shr_u (local.get $v) (i32.const 16))))
        (i32.shr_u (local.get $low) (i32.const 16))))
    (i32.add
      (i32.add
        (i32.mul (i32.shr_u (local.get $u) (i32.const 16)) (i32.shr_u (local.get $v) (i32.const 16)))
        (i32.shl (i32.lt_u (local.get $t) (local.get $x)) (i32.const 16)))
      (i32.shr_u (local.get $t) (i32.const 16)))))

;; upper#0 (IILInstance;)I
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LMUL
;;   LSTORE 3
;;   LLOAD 3
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   IRETURN
;;   MAXSTACK = 6
;;   MAXLOCALS = 5
