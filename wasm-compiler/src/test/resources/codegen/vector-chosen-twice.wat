;; A comparison whose result is kept in a local still only chooses, twice here.
;; shows: larger_and_where
(module
  (func $larger_and_where (param v128 v128 v128 v128) (result v128 v128)
    (local v128)
    (v128.bitselect (local.get 0) (local.get 1)
      (local.tee 4 (i64x2.gt_s (local.get 0) (local.get 1))))
    (v128.bitselect (local.get 2) (local.get 3) (local.get 4))))

;; larger_and_where#0 (JJJJJJJJLInstance;)J
;;   ICONST_1
;;   LLOAD 0
;;   LLOAD 4
;;   LCMP
;;   IFGT L0
;;   POP
;;   ICONST_0
;;   L0
;;   ISTORE 17
;;   ICONST_1
;;   LLOAD 2
;;   LLOAD 6
;;   LCMP
;;   IFGT L1
;;   POP
;;   ICONST_0
;;   L1
;;   ISTORE 18
;;   ALOAD 16
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_1
;;   LLOAD 2
;;   LLOAD 6
;;   ILOAD 18
;;   IFNE L2
;;   DUP2_X2
;;   POP2
;;   L2
;;   POP2
;;   LASTORE
;;   ALOAD 16
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_2
;;   LLOAD 8
;;   LLOAD 12
;;   ILOAD 17
;;   IFNE L3
;;   DUP2_X2
;;   POP2
;;   L3
;;   POP2
;;   LASTORE
;;   ALOAD 16
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_3
;;   LLOAD 10
;;   LLOAD 14
;;   ILOAD 18
;;   IFNE L4
;;   DUP2_X2
;;   POP2
;;   L4
;;   POP2
;;   LASTORE
;;   LLOAD 0
;;   LLOAD 4
;;   ILOAD 17
;;   IFNE L5
;;   DUP2_X2
;;   POP2
;;   L5
;;   POP2
;;   LRETURN
;;   MAXSTACK = 8
;;   MAXLOCALS = 19
