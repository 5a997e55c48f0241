;; Choosing between vectors takes one jump, not one for each lane.
;; shows: choose
(module
  (func $choose (param v128 v128 i32) (result v128)
    (i32x4.neg (select (local.get 0) (local.get 1) (local.get 2)))))

;; choose#0 (JJJJILInstance;)J
;;   LLOAD 0
;;   LSTORE 0
;;   LLOAD 2
;;   LSTORE 2
;;   ILOAD 8
;;   IFNE L0
;;   LLOAD 4
;;   LSTORE 0
;;   LLOAD 6
;;   LSTORE 2
;;   L0
;;   ALOAD 9
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_1
;;   ICONST_0
;;   LLOAD 2
;;   L2I
;;   ISUB
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_0
;;   LLOAD 2
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ISUB
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   LASTORE
;;   ICONST_0
;;   LLOAD 0
;;   L2I
;;   ISUB
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_0
;;   LLOAD 0
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ISUB
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   LRETURN
;;   MAXSTACK = 8
;;   MAXLOCALS = 11
