;; An address of 64 bits is compared alone, with what is left of the memory behind the offset; an offset that no memory reaches fails whatever the address.
;; shows: store
(module
  (memory i64 1)
  (func $store (param $at i64) (result i32)
    (i64.store offset=16 (local.get $at) (i64.const 1))
    (i32.load offset=0xffffffffffffffff (local.get $at))))

;; store#0 (JLInstance;)I
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
;;   LLOAD 0
;;   DUP2
;;   LCONST_0
;;   LCMP
;;   IFLT L0
;;   DUP2
;;   LLOAD 5
;;   LDC 140737488355327L
;;   LAND
;;   BIPUSH 23
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L1
;;   BIPUSH 16
;;   I2L
;;   LADD
;;   LCONST_1
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI64 (JJJ)V
;;   LLOAD 3
;;   LLOAD 0
;;   ICONST_0
;;   IFEQ L2
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   IRETURN
;;   L0
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L1
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L2
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 10
;;   MAXLOCALS = 7
