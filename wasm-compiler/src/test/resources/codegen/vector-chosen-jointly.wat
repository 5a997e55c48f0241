;; A comparison that chooses two vectors jumps once for each lane, over both. The comparison and the second
;; choice have moved to the first one.
;; shows: greatest_and_where
(module
  (memory 1)
  (func $greatest_and_where (param i32 v128 v128) (result v128) (local v128 v128)
    (local.set 3 (v128.load (local.get 0)))
    (local.set 4 (f32x4.gt (local.get 3) (local.get 1)))
    (local.set 1 (v128.bitselect (local.get 3) (local.get 1) (local.get 4)))
    (local.set 3 (v128.load offset=16 (local.get 0)))
    (local.set 2 (v128.bitselect (v128.const i32x4 1 2 3 4) (local.get 2) (local.get 4)))
    (f32x4.add (local.get 1) (f32x4.mul (local.get 3) (f32x4.convert_i32x4_s (local.get 2))))))

;; greatest_and_where#0 (IJJJJLInstance;)J
;;   ALOAD 9
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 10
;;   ALOAD 9
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 12
;;   LLOAD 1
;;   L2I
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   FSTORE 14
;;   LLOAD 1
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   FSTORE 15
;;   LLOAD 3
;;   L2I
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   FSTORE 16
;;   LLOAD 3
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   FSTORE 17
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 12
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L0
;;   LSTORE 3
;;   LLOAD 10
;;   LLOAD 3
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF32 (JJ)F
;;   FSTORE 18
;;   LLOAD 10
;;   LLOAD 3
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF32 (JJ)F
;;   FSTORE 19
;;   LLOAD 10
;;   LLOAD 3
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF32 (JJ)F
;;   FSTORE 20
;;   LLOAD 10
;;   LLOAD 3
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF32 (JJ)F
;;   FSTORE 21
;;   FLOAD 14
;;   FSTORE 22
;;   LLOAD 5
;;   L2I
;;   ISTORE 23
;;   LLOAD 5
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ISTORE 24
;;   LLOAD 7
;;   L2I
;;   ISTORE 25
;;   LLOAD 7
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ISTORE 26
;;   FLOAD 18
;;   FLOAD 14
;;   FCMPL
;;   IFLE L1
;;   FLOAD 18
;;   FSTORE 22
;;   ICONST_1
;;   ISTORE 23
;;   L1
;;   FLOAD 15
;;   FSTORE 18
;;   ILOAD 24
;;   ISTORE 24
;;   FLOAD 19
;;   FLOAD 15
;;   FCMPL
;;   IFLE L2
;;   FLOAD 19
;;   FSTORE 18
;;   ICONST_2
;;   ISTORE 24
;;   L2
;;   FLOAD 16
;;   FSTORE 19
;;   ILOAD 25
;;   ISTORE 25
;;   FLOAD 20
;;   FLOAD 16
;;   FCMPL
;;   IFLE L3
;;   FLOAD 20
;;   FSTORE 19
;;   ICONST_3
;;   ISTORE 25
;;   L3
;;   FLOAD 17
;;   FSTORE 20
;;   ILOAD 26
;;   ISTORE 26
;;   FLOAD 21
;;   FLOAD 17
;;   FCMPL
;;   IFLE L4
;;   FLOAD 21
;;   FSTORE 20
;;   ICONST_4
;;   ISTORE 26
;;   L4
;;   FLOAD 22
;;   FSTORE 14
;;   FLOAD 18
;;   FSTORE 15
;;   FLOAD 19
;;   FSTORE 16
;;   FLOAD 20
;;   FSTORE 17
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 16
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 12
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L5
;;   LSTORE 12
;;   LLOAD 10
;;   LLOAD 12
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF32 (JJ)F
;;   FSTORE 17
;;   LLOAD 10
;;   LLOAD 12
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF32 (JJ)F
;;   FSTORE 16
;;   LLOAD 10
;;   LLOAD 12
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF32 (JJ)F
;;   FSTORE 15
;;   LLOAD 10
;;   LLOAD 12
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF32 (JJ)F
;;   FSTORE 14
;;   ALOAD 9
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_1
;;   FLOAD 19
;;   FLOAD 15
;;   ILOAD 25
;;   I2F
;;   FMUL
;;   FADD
;;   INVOKESTATIC java/lang/Float.floatToRawIntBits (F)I
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   FLOAD 20
;;   FLOAD 14
;;   ILOAD 26
;;   I2F
;;   FMUL
;;   FADD
;;   INVOKESTATIC java/lang/Float.floatToRawIntBits (F)I
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   LASTORE
;;   FLOAD 22
;;   FLOAD 17
;;   ILOAD 23
;;   I2F
;;   FMUL
;;   FADD
;;   INVOKESTATIC java/lang/Float.floatToRawIntBits (F)I
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   FLOAD 18
;;   FLOAD 16
;;   ILOAD 24
;;   I2F
;;   FMUL
;;   FADD
;;   INVOKESTATIC java/lang/Float.floatToRawIntBits (F)I
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   LRETURN
;;   L0
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L5
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 8
;;   MAXLOCALS = 27
