;; The few accesses of a small function are done in place, as in a loop.
;; shows: copy
(module
  (memory 1)
  (func $copy (param $from i32) (param $to i32)
    (i64.store (local.get $to) (i64.load (local.get $from)))))

;; copy#0 (IILInstance;)V
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 3
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 5
;;   LLOAD 3
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   BIPUSH 7
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L0
;;   LLOAD 3
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   BIPUSH 7
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L1
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI64 (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI64 (JJJ)V
;;   RETURN
;;   L0
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L1
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 14
;;   MAXLOCALS = 7
