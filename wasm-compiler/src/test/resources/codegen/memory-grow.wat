;; After memory.grow the size is read again; the base never changes.
;; shows: append
(module
  (memory 1)
  (func $append (param $at i32) (result i32)
    (i32.store (local.get $at) (i32.const 1))
    (drop (memory.grow (i32.const 1)))
    (i32.store offset=65536 (local.get $at) (i32.const 2))
    (memory.size)))

;; append#0 (ILInstance;)I
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 2
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   ICONST_3
;;   I2L
;;   LADD
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGE L0
;;   ICONST_1
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   ICONST_1
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.grow (ILdev/graft/engine/abi/LinearMemory;)I
;;   POP
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LDC 65536L
;;   LADD
;;   DUP2
;;   ICONST_3
;;   I2L
;;   LADD
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGE L1
;;   ICONST_2
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.size (Ldev/graft/engine/abi/LinearMemory;)I
;;   IRETURN
;;   L0
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L1
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 8
;;   MAXLOCALS = 4
