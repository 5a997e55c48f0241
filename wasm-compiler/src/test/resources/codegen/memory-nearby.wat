;; Of loads at sums of one variable and constants the least address and the end of the greatest are compared once; if the memory does not reach that far, each is checked, and sums wrap around.
;; shows: sum
(module
  (memory 1)
  (func $sum (param $p i32) (result i32)
    (i32.add
      (i32.add
        (i32.load8_u (i32.add (local.get $p) (i32.const 3)))
        (i32.load8_u (i32.sub (local.get $p) (i32.const 1))))
      (i32.load16_u offset=2 (i32.add (local.get $p) (i32.const 5))))))

;; sum#0 (ILInstance;)I
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
;;   ILOAD 0
;;   ICONST_M1
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 6
;;   LLOAD 6
;;   BIPUSH 10
;;   I2L
;;   LADD
;;   LLOAD 4
;;   LCMP
;;   IFLE L0
;;   ILOAD 0
;;   ICONST_3
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 4
;;   LCMP
;;   IFGE L1
;;   POP2
;;   ILOAD 0
;;   ICONST_M1
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 4
;;   LCMP
;;   IFGE L2
;;   POP2
;;   ILOAD 0
;;   ICONST_5
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_2
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   LCONST_1
;;   LSUB
;;   LCMP
;;   IFGE L3
;;   POP2
;;   LDC 4294967295L
;;   LSTORE 4
;;   GOTO L4
;;   L0
;;   ICONST_M1
;;   I2L
;;   LSTORE 4
;;   L4
;;   LLOAD 2
;;   LLOAD 6
;;   ICONST_4
;;   I2L
;;   LADD
;;   LLOAD 4
;;   LAND
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI8 (JJ)I
;;   SIPUSH 255
;;   IAND
;;   LLOAD 2
;;   LLOAD 6
;;   LLOAD 4
;;   LAND
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI8 (JJ)I
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   LLOAD 2
;;   LLOAD 6
;;   BIPUSH 6
;;   I2L
;;   LADD
;;   LLOAD 4
;;   LAND
;;   ICONST_2
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI16 (JJ)I
;;   LDC 65535
;;   IAND
;;   IADD
;;   IRETURN
;;   L1
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L2
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L3
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 8
;;   MAXLOCALS = 8
