;; A comparison that only chooses is asked lane by lane, and leaves no lanes filled with its result.
;; shows: larger_at
(module
  (func $larger_at (param v128 v128 v128 v128) (result v128)
    (v128.bitselect (local.get 2) (local.get 3) (i32x4.gt_s (local.get 0) (local.get 1)))))

;; larger_at#0 (JJJJJJJJLInstance;)J
;;   ALOAD 16
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_1
;;   LLOAD 10
;;   L2I
;;   LLOAD 14
;;   L2I
;;   LLOAD 2
;;   L2I
;;   LLOAD 6
;;   L2I
;;   IF_ICMPGT L0
;;   SWAP
;;   L0
;;   POP
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 10
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   LLOAD 14
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   LLOAD 2
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   LLOAD 6
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   IF_ICMPGT L1
;;   SWAP
;;   L1
;;   POP
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   LASTORE
;;   LLOAD 8
;;   L2I
;;   LLOAD 12
;;   L2I
;;   LLOAD 0
;;   L2I
;;   LLOAD 4
;;   L2I
;;   IF_ICMPGT L2
;;   SWAP
;;   L2
;;   POP
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 8
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   LLOAD 12
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   LLOAD 0
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   LLOAD 4
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   IF_ICMPGT L3
;;   SWAP
;;   L3
;;   POP
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   LRETURN
;;   MAXSTACK = 10
;;   MAXLOCALS = 18
