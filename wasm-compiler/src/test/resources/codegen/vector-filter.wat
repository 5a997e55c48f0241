;; A factor of 16 bits in each lane is held once and multiplied by the lower halves; lanes that another vector has loaded are not loaded again.
;; shows: filter
(module
  (memory 1)
  (func $filter (param $x i32) (param $factor i32) (result v128) (local $factors v128)
    (local.set $factors (i8x16.shuffle 0 1 2 3 0 1 2 3 0 1 2 3 0 1 2 3
      (i32x4.replace_lane 0 (v128.const i32x4 0 0 0 0) (i32.load16_u (local.get $factor)))
      (v128.const i32x4 0 0 0 0)))
    (if (local.get $x) (then
      (return (i32x4.sub
        (i32x4.dot_i16x8_s (local.get $factors) (v128.load (local.get $x)))
        (i32x4.dot_i16x8_s (v128.load offset=4 (local.get $x)) (local.get $factors))))))
    (local.get $factors)))

;; filter#0 (IILInstance;)J
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
;;   LCONST_1
;;   LSUB
;;   LCMP
;;   IFGE L0
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI16 (JJ)I
;;   LDC 65535
;;   IAND
;;   ISTORE 1
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ILOAD 1
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   LSTORE 7
;;   ILOAD 0
;;   IFEQ L1
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
;;   IFGE L2
;;   LSTORE 9
;;   LLOAD 3
;;   LLOAD 9
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 11
;;   LLOAD 3
;;   LLOAD 9
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 12
;;   LLOAD 3
;;   LLOAD 9
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 13
;;   LLOAD 3
;;   LLOAD 9
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 14
;;   ILOAD 1
;;   BIPUSH 16
;;   ISHL
;;   BIPUSH 16
;;   ISHR
;;   ISTORE 15
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_4
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 5
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L3
;;   LSTORE 5
;;   LLOAD 3
;;   LLOAD 5
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 0
;;   ILOAD 1
;;   BIPUSH 16
;;   ISHL
;;   BIPUSH 16
;;   ISHR
;;   ISTORE 1
;;   ALOAD 2
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_1
;;   ILOAD 15
;;   ILOAD 13
;;   BIPUSH 16
;;   ISHL
;;   BIPUSH 16
;;   ISHR
;;   IMUL
;;   ILOAD 14
;;   BIPUSH 16
;;   ISHL
;;   BIPUSH 16
;;   ISHR
;;   ILOAD 1
;;   IMUL
;;   ISUB
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ILOAD 15
;;   ILOAD 14
;;   BIPUSH 16
;;   ISHL
;;   BIPUSH 16
;;   ISHR
;;   IMUL
;;   ILOAD 0
;;   BIPUSH 16
;;   ISHL
;;   BIPUSH 16
;;   ISHR
;;   ILOAD 1
;;   IMUL
;;   ISUB
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   LASTORE
;;   ILOAD 15
;;   ILOAD 11
;;   BIPUSH 16
;;   ISHL
;;   BIPUSH 16
;;   ISHR
;;   IMUL
;;   ILOAD 12
;;   BIPUSH 16
;;   ISHL
;;   BIPUSH 16
;;   ISHR
;;   ILOAD 1
;;   IMUL
;;   ISUB
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ILOAD 15
;;   ILOAD 12
;;   BIPUSH 16
;;   ISHL
;;   BIPUSH 16
;;   ISHR
;;   IMUL
;;   ILOAD 13
;;   BIPUSH 16
;;   ISHL
;;   BIPUSH 16
;;   ISHR
;;   ILOAD 1
;;   IMUL
;;   ISUB
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   LRETURN
;;   L1
;;   ALOAD 2
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_1
;;   LLOAD 7
;;   LASTORE
;;   LLOAD 7
;;   LRETURN
;;   L0
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L2
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L3
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 10
;;   MAXLOCALS = 16
