;; A table at a constant place that a byte leads into lies within what the memory begins with: it is not checked.
;; shows: look
(module
  (memory 1)
  (func $look (param $at i32) (result i32) (local $index i32)
    (local.set $index (i32.load8_u (local.get $at)))
    (i32.load offset=1024 (i32.shl (local.get $index) (i32.const 2)))))

;; look#0 (ILInstance;)I
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 2
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 4
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 4
;;   LCMP
;;   IFGE L0
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI8 (JJ)I
;;   SIPUSH 255
;;   IAND
;;   ISTORE 0
;;   LLOAD 2
;;   ILOAD 0
;;   ICONST_2
;;   ISHL
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   SIPUSH 1024
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   IRETURN
;;   L0
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 8
;;   MAXLOCALS = 6
