;; Numbers of 128 bits are two operands each, and a carry is a comparison.
;; shows: fused
(module
  (func $fused (param i64 i64 i64 i64) (result i64 i64)
    (i64.add128 (local.get 0) (local.get 1) (i64.mul_wide_u (local.get 2) (local.get 3)))))

;; fused#0 (JJJJLInstance;)J
;;   LLOAD 0
;;   LLOAD 4
;;   LLOAD 6
;;   LMUL
;;   LADD
;;   LSTORE 9
;;   ALOAD 8
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_1
;;   LLOAD 2
;;   LLOAD 4
;;   LLOAD 6
;;   INVOKESTATIC java/lang/Math.unsignedMultiplyHigh (JJ)J
;;   LADD
;;   ICONST_1
;;   LLOAD 9
;;   LLOAD 0
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFLT L0
;;   POP
;;   ICONST_0
;;   L0
;;   I2L
;;   LADD
;;   LASTORE
;;   LLOAD 9
;;   LRETURN
;;   MAXSTACK = 9
;;   MAXLOCALS = 11
