;; Division by a constant can neither divide by zero nor overflow. HotSpot multiplies for signed quotients; what it would divide for, as it does for all unsigned ones, is a product here.
;; shows: divide
(module
  (func $divide (param $value i32) (result i32)
    (i32.add
      (i32.add
        (i32.div_s (local.get $value) (i32.const 10))
        (i32.div_u (local.get $value) (i32.const 10)))
      (i32.add
        (i32.rem_s (local.get $value) (i32.const 255))
        (i32.rem_u (local.get $value) (i32.const 7))))))

;; divide#0 (ILInstance;)I
;;   ILOAD 0
;;   BIPUSH 10
;;   IDIV
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LDC 3435973837L
;;   LMUL
;;   BIPUSH 35
;;   LUSHR
;;   L2I
;;   IADD
;;   ILOAD 0
;;   DUP
;;   DUP
;;   I2L
;;   LDC 2155905153L
;;   LMUL
;;   BIPUSH 39
;;   LSHR
;;   L2I
;;   SWAP
;;   BIPUSH 31
;;   IUSHR
;;   IADD
;;   SIPUSH 255
;;   IMUL
;;   ISUB
;;   ILOAD 0
;;   DUP
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LCONST_1
;;   LADD
;;   LDC 2454267026L
;;   LMUL
;;   BIPUSH 34
;;   LUSHR
;;   L2I
;;   BIPUSH 7
;;   IMUL
;;   ISUB
;;   IADD
;;   IADD
;;   IRETURN
;;   MAXSTACK = 7
;;   MAXLOCALS = 3
