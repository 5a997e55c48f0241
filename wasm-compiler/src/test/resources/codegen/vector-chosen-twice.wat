;; A comparison whose result is kept in a local still only chooses, twice here.
;; shows: larger_and_where
(module
  (func $larger_and_where (param v128 v128 v128 v128) (result v128 v128)
    (local v128)
    (v128.bitselect (local.get 0) (local.get 1)
      (local.tee 4 (i64x2.gt_s (local.get 0) (local.get 1))))
    (v128.bitselect (local.get 2) (local.get 3) (local.get 4))))

;; larger_and_where#0 (JJJJJJJJLInstance;)J
;;   LLOAD 4
;;   LSTORE 17
;;   LLOAD 12
;;   LSTORE 12
;;   LLOAD 0
;;   LLOAD 4
;;   LCMP
;;   IFLE L0
;;   LLOAD 0
;;   LSTORE 17
;;   LLOAD 8
;;   LSTORE 12
;;   L0
;;   LLOAD 6
;;   LSTORE 8
;;   LLOAD 14
;;   LSTORE 14
;;   LLOAD 2
;;   LLOAD 6
;;   LCMP
;;   IFLE L1
;;   LLOAD 2
;;   LSTORE 8
;;   LLOAD 10
;;   LSTORE 14
;;   L1
;;   ALOAD 16
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_1
;;   LLOAD 8
;;   LASTORE
;;   ALOAD 16
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_2
;;   LLOAD 12
;;   LASTORE
;;   ALOAD 16
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_3
;;   LLOAD 14
;;   LASTORE
;;   LLOAD 17
;;   LRETURN
;;   MAXSTACK = 4
;;   MAXLOCALS = 19
