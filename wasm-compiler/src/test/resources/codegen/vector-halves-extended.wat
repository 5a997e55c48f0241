;; What multiplies the halves of 64 bits, shuffled side by side, masks and shifts; what multiplies other lanes still extends them.
;; shows: mix
;; interruptible: no
(module
  (func $mix (param $x v128) (param $y v128) (result v128)
    (i64x2.add
      (i64x2.extmul_low_i32x4_u
        (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 (local.get $x) (local.get $x))
        (i8x16.shuffle 4 5 6 7 12 13 14 15 4 5 6 7 12 13 14 15 (local.get $x) (local.get $x)))
      (i64x2.extmul_high_i32x4_s
        (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 12 13 14 15 (local.get $x) (local.get $x))
        (i8x16.shuffle 4 5 6 7 12 13 14 15 4 5 6 7 12 13 14 15 (local.get $y) (local.get $y))))))

;; mix#0 (JJJJLInstance;)J
;;   ALOAD 8
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_1
;;   LLOAD 2
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 2
;;   BIPUSH 32
;;   LUSHR
;;   LMUL
;;   LLOAD 2
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   I2L
;;   LLOAD 6
;;   BIPUSH 32
;;   LSHR
;;   LMUL
;;   LADD
;;   LASTORE
;;   LLOAD 0
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 0
;;   BIPUSH 32
;;   LUSHR
;;   LMUL
;;   LLOAD 0
;;   L2I
;;   I2L
;;   LLOAD 4
;;   BIPUSH 32
;;   LSHR
;;   LMUL
;;   LADD
;;   LRETURN
;;   MAXSTACK = 9
;;   MAXLOCALS = 10
