;; Numbers that are narrowed to be compared and to get a bit for each are compared, and give their bits, as they are.
;; shows: above
(module
  (memory 1)
  (func $above (param $x i32) (param $y i32) (result i32)
    (i16x8.bitmask (i16x8.gt_s
      (i16x8.narrow_i32x4_s (v128.load (local.get $x)) (v128.load (local.get $y)))
      (v128.const i16x8 0 0 0 0 0 0 0 0)))))

;; above#0 (IILInstance;)I
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
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L0
;;   LSTORE 7
;;   LLOAD 3
;;   LLOAD 7
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 0
;;   LLOAD 3
;;   LLOAD 7
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 9
;;   LLOAD 3
;;   LLOAD 7
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 10
;;   LLOAD 3
;;   LLOAD 7
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 11
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L1
;;   LSTORE 5
;;   LLOAD 3
;;   LLOAD 5
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 1
;;   LLOAD 3
;;   LLOAD 5
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 12
;;   LLOAD 3
;;   LLOAD 5
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 13
;;   LLOAD 3
;;   LLOAD 5
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 14
;;   ILOAD 11
;;   ICONST_M1
;;   IXOR
;;   ICONST_0
;;   ILOAD 11
;;   ISUB
;;   IAND
;;   BIPUSH 31
;;   ISHR
;;   ISTORE 11
;;   ILOAD 10
;;   ICONST_M1
;;   IXOR
;;   ICONST_0
;;   ILOAD 10
;;   ISUB
;;   IAND
;;   BIPUSH 31
;;   ISHR
;;   ISTORE 10
;;   ILOAD 9
;;   ICONST_M1
;;   IXOR
;;   ICONST_0
;;   ILOAD 9
;;   ISUB
;;   IAND
;;   BIPUSH 31
;;   ISHR
;;   ISTORE 9
;;   ILOAD 0
;;   ICONST_M1
;;   IXOR
;;   ICONST_0
;;   ILOAD 0
;;   ISUB
;;   IAND
;;   BIPUSH 31
;;   ISHR
;;   ISTORE 0
;;   ILOAD 14
;;   ICONST_M1
;;   IXOR
;;   ICONST_0
;;   ILOAD 14
;;   ISUB
;;   IAND
;;   BIPUSH 31
;;   ISHR
;;   ISTORE 14
;;   ILOAD 13
;;   ICONST_M1
;;   IXOR
;;   ICONST_0
;;   ILOAD 13
;;   ISUB
;;   IAND
;;   BIPUSH 31
;;   ISHR
;;   ISTORE 13
;;   ILOAD 12
;;   ICONST_M1
;;   IXOR
;;   ICONST_0
;;   ILOAD 12
;;   ISUB
;;   IAND
;;   BIPUSH 31
;;   ISHR
;;   ISTORE 12
;;   ILOAD 1
;;   ICONST_M1
;;   IXOR
;;   ICONST_0
;;   ILOAD 1
;;   ISUB
;;   IAND
;;   BIPUSH 31
;;   ISHR
;;   ISTORE 1
;;   ILOAD 11
;;   BIPUSH 31
;;   IUSHR
;;   ICONST_1
;;   ISHL
;;   ILOAD 10
;;   BIPUSH 31
;;   IUSHR
;;   IADD
;;   ICONST_1
;;   ISHL
;;   ILOAD 9
;;   BIPUSH 31
;;   IUSHR
;;   IADD
;;   ICONST_1
;;   ISHL
;;   ILOAD 0
;;   BIPUSH 31
;;   IUSHR
;;   IADD
;;   ILOAD 14
;;   BIPUSH 31
;;   IUSHR
;;   ICONST_1
;;   ISHL
;;   ILOAD 13
;;   BIPUSH 31
;;   IUSHR
;;   IADD
;;   ICONST_1
;;   ISHL
;;   ILOAD 12
;;   BIPUSH 31
;;   IUSHR
;;   IADD
;;   ICONST_1
;;   ISHL
;;   ILOAD 1
;;   BIPUSH 31
;;   IUSHR
;;   IADD
;;   ICONST_4
;;   ISHL
;;   IOR
;;   IRETURN
;;   L0
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L1
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 8
;;   MAXLOCALS = 15
