;; Constant addresses within the memory's minimum need no check. Those beyond it do.
;; shows: swap
(module
  (memory 1 2)
  (func $swap
    (i32.store (i32.const 1024) (i32.load (i32.const 65532)))
    (i32.store (i32.const 1028) (i32.load (i32.const 65533)))))

;; swap#0 (LInstance;)V
;;   ALOAD 0
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 1
;;   ALOAD 0
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 3
;;   LLOAD 1
;;   SIPUSH 1024
;;   I2L
;;   LLOAD 1
;;   LDC 65532L
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 1
;;   SIPUSH 1028
;;   I2L
;;   LLOAD 1
;;   LDC 65533L
;;   DUP2
;;   LLOAD 3
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L0
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   RETURN
;;   L0
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 14
;;   MAXLOCALS = 5
