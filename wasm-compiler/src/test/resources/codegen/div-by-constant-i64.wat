;; Unsigned division by a constant: the upper half of a product, of half the number if the constant is even, with a 65th bit of the reciprocal if it needs one.
;; shows: divide
(module
  (func $divide (param $value i64) (result i64)
    (i64.add
      (i64.add
        (i64.div_u (local.get $value) (i64.const 10))
        (i64.rem_u (local.get $value) (i64.const 7)))
      (i64.add
        (i64.div_u (local.get $value) (i64.const 28))
        (i64.rem_s (local.get $value) (i64.const 65535))))))

;; divide#0 (JLInstance;)J
;;   LLOAD 0
;;   LDC -3689348814741910323L
;;   INVOKESTATIC java/lang/Math.unsignedMultiplyHigh (JJ)J
;;   ICONST_3
;;   LUSHR
;;   LLOAD 0
;;   DUP2
;;   DUP2
;;   LDC 2635249153387078803L
;;   INVOKESTATIC java/lang/Math.unsignedMultiplyHigh (JJ)J
;;   DUP2_X2
;;   LSUB
;;   ICONST_1
;;   LUSHR
;;   LADD
;;   ICONST_2
;;   LUSHR
;;   BIPUSH 7
;;   I2L
;;   LMUL
;;   LSUB
;;   LADD
;;   LLOAD 0
;;   ICONST_2
;;   LUSHR
;;   LDC -7905747460161236406L
;;   INVOKESTATIC java/lang/Math.unsignedMultiplyHigh (JJ)J
;;   ICONST_2
;;   LUSHR
;;   LLOAD 0
;;   DUP2
;;   LDC 65535L
;;   LDIV
;;   LDC 65535L
;;   LMUL
;;   LSUB
;;   LADD
;;   LADD
;;   LRETURN
;;   MAXSTACK = 10
;;   MAXLOCALS = 4
