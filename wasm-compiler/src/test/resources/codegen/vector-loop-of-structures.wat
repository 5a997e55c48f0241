;; Four structures at a time, whose fields are loaded and stored lane by lane at a multiple of what is
;; counted: one structure at a time.
;; shows: fourStructuresAreOneByOne
(module
  (memory 1)
  (func $fourStructuresAreOneByOne (param $i i32) (param $n i32) (local $v v128)
    (loop $next
      (local.set $v (v128.const i64x2 0 0))
      (local.set $v (i32x4.replace_lane 0 (local.get $v)
        (i32.load (i32.add (i32.shl (local.get $i) (i32.const 3)) (i32.const 16)))))
      (local.set $v (i32x4.replace_lane 1 (local.get $v)
        (i32.load (i32.add (i32.shl (local.get $i) (i32.const 3)) (i32.const 24)))))
      (local.set $v (i32x4.replace_lane 2 (local.get $v)
        (i32.load (i32.add (i32.shl (local.get $i) (i32.const 3)) (i32.const 32)))))
      (local.set $v (i32x4.replace_lane 3 (local.get $v)
        (i32.load (i32.add (i32.shl (local.get $i) (i32.const 3)) (i32.const 40)))))
      (local.set $v (f32x4.sqrt (f32x4.mul (local.get $v) (local.get $v))))
      (f32.store (i32.add (i32.shl (local.get $i) (i32.const 3)) (i32.const 20))
        (f32x4.extract_lane 0 (local.get $v)))
      (f32.store (i32.add (i32.shl (local.get $i) (i32.const 3)) (i32.const 28))
        (f32x4.extract_lane 1 (local.get $v)))
      (f32.store (i32.add (i32.shl (local.get $i) (i32.const 3)) (i32.const 36))
        (f32x4.extract_lane 2 (local.get $v)))
      (f32.store (i32.add (i32.shl (local.get $i) (i32.const 3)) (i32.const 44))
        (f32x4.extract_lane 3 (local.get $v)))
      (br_if $next (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 4))) (local.get $n))))))

;; fourStructuresAreOneByOne#0 (IILInstance;)V
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
;;   LLOAD 5
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFLE L0
;;   LLOAD 5
;;   INVOKESTATIC dev/graft/engine/abi/UnusualMemory.size (J)J
;;   LSTORE 5
;;   GOTO L1
;;   L0
;;   LLOAD 5
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   LAND
;;   LDC 65536L
;;   LADD
;;   LSTORE 5
;;   L1
;;   ILOAD 1
;;   ILOAD 0
;;   ICONST_4
;;   IADD
;;   ISUB
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_2
;;   LSHR
;;   LCONST_1
;;   LADD
;;   LSTORE 7
;;   LLOAD 7
;;   ICONST_4
;;   I2L
;;   LCMP
;;   IFLT L2
;;   LLOAD 7
;;   LDC 268435456L
;;   LLOAD 7
;;   LDC 268435456L
;;   LCMP
;;   IFLT L3
;;   DUP2_X2
;;   POP2
;;   L3
;;   POP2
;;   LSTORE 7
;;   ILOAD 0
;;   BIPUSH 8
;;   IMUL
;;   BIPUSH 16
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 7
;;   LCONST_1
;;   LSUB
;;   BIPUSH 32
;;   I2L
;;   LMUL
;;   LADD
;;   BIPUSH 32
;;   I2L
;;   LADD
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGT L2
;;   ILOAD 0
;;   BIPUSH 8
;;   IMUL
;;   ISTORE 9
;;   ICONST_0
;;   ISTORE 10
;;   LLOAD 7
;;   L2I
;;   ICONST_4
;;   IMUL
;;   ISTORE 11
;;   L4
;;   ILOAD 11
;;   I2L
;;   ILOAD 10
;;   I2L
;;   LSUB
;;   LSTORE 12
;;   LLOAD 12
;;   BIPUSH 16
;;   I2L
;;   LCMP
;;   IFLT L5
;;   LLOAD 12
;;   SIPUSH 4096
;;   I2L
;;   LLOAD 12
;;   SIPUSH 4096
;;   I2L
;;   LCMP
;;   IFLT L6
;;   DUP2_X2
;;   POP2
;;   L6
;;   POP2
;;   LSTORE 12
;;   ILOAD 9
;;   BIPUSH 16
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 14
;;   LLOAD 14
;;   LLOAD 12
;;   LCONST_1
;;   LSUB
;;   BIPUSH 8
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 5
;;   BIPUSH 8
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGT L5
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L7
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L7
;;   LLOAD 12
;;   BIPUSH 8
;;   I2L
;;   LMUL
;;   L2I
;;   LDC 65535
;;   IAND
;;   ISTORE 16
;;   ICONST_0
;;   ISTORE 17
;;   L8
;;   LLOAD 14
;;   ILOAD 17
;;   I2L
;;   LADD
;;   LSTORE 12
;;   LLOAD 3
;;   LLOAD 12
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 18
;;   LLOAD 3
;;   LLOAD 12
;;   ICONST_4
;;   I2L
;;   LADD
;;   ILOAD 18
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   ILOAD 18
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   FMUL
;;   F2D
;;   INVOKESTATIC java/lang/Math.sqrt (D)D
;;   D2F
;;   INVOKESTATIC java/lang/Float.floatToRawIntBits (F)I
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   IINC 9 8
;;   IINC 10 1
;;   IINC 17 8
;;   ILOAD 17
;;   ILOAD 16
;;   IF_ICMPLT L8
;;   ILOAD 10
;;   ILOAD 11
;;   IF_ICMPLT L4
;;   GOTO L9
;;   L5
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L10
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L10
;;   LLOAD 3
;;   ILOAD 9
;;   BIPUSH 16
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L11
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 18
;;   LLOAD 3
;;   ILOAD 9
;;   BIPUSH 20
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L12
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   ILOAD 18
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   ILOAD 18
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   FMUL
;;   F2D
;;   INVOKESTATIC java/lang/Math.sqrt (D)D
;;   D2F
;;   INVOKESTATIC java/lang/Float.floatToRawIntBits (F)I
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   IINC 9 8
;;   IINC 10 1
;;   ILOAD 10
;;   ILOAD 11
;;   IF_ICMPLT L5
;;   L9
;;   ILOAD 0
;;   LLOAD 7
;;   L2I
;;   ICONST_4
;;   IMUL
;;   IADD
;;   ISTORE 0
;;   ILOAD 0
;;   ILOAD 1
;;   IF_ICMPNE L2
;;   GOTO L13
;;   L2
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L14
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L14
;;   LLOAD 3
;;   ILOAD 0
;;   ICONST_3
;;   ISHL
;;   BIPUSH 16
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L15
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 10
;;   LLOAD 3
;;   ILOAD 0
;;   ICONST_3
;;   ISHL
;;   BIPUSH 24
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L16
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 11
;;   LLOAD 3
;;   ILOAD 0
;;   ICONST_3
;;   ISHL
;;   BIPUSH 32
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L17
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 9
;;   LLOAD 3
;;   ILOAD 0
;;   ICONST_3
;;   ISHL
;;   BIPUSH 40
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L18
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 18
;;   ILOAD 10
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   FSTORE 19
;;   ILOAD 11
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   FSTORE 20
;;   ILOAD 9
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   FSTORE 21
;;   ILOAD 18
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   FSTORE 22
;;   LLOAD 3
;;   ILOAD 0
;;   ICONST_3
;;   ISHL
;;   BIPUSH 20
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L19
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   FLOAD 19
;;   FLOAD 19
;;   FMUL
;;   F2D
;;   INVOKESTATIC java/lang/Math.sqrt (D)D
;;   D2F
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setF32 (JJF)V
;;   LLOAD 3
;;   ILOAD 0
;;   ICONST_3
;;   ISHL
;;   BIPUSH 28
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L20
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   FLOAD 20
;;   FLOAD 20
;;   FMUL
;;   F2D
;;   INVOKESTATIC java/lang/Math.sqrt (D)D
;;   D2F
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setF32 (JJF)V
;;   LLOAD 3
;;   ILOAD 0
;;   ICONST_3
;;   ISHL
;;   BIPUSH 36
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L21
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   FLOAD 21
;;   FLOAD 21
;;   FMUL
;;   F2D
;;   INVOKESTATIC java/lang/Math.sqrt (D)D
;;   D2F
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setF32 (JJF)V
;;   LLOAD 3
;;   ILOAD 0
;;   ICONST_3
;;   ISHL
;;   BIPUSH 44
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L22
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   FLOAD 22
;;   FLOAD 22
;;   FMUL
;;   F2D
;;   INVOKESTATIC java/lang/Math.sqrt (D)D
;;   D2F
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setF32 (JJF)V
;;   IINC 0 4
;;   ILOAD 0
;;   ILOAD 1
;;   IF_ICMPNE L2
;;   L13
;;   RETURN
;;   L11
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L12
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L15
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L16
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L17
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L18
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L19
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L20
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L21
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L22
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 10
;;   MAXLOCALS = 23
