;; What is stored are four bytes, so an element is a byte.
;; shows: limit
(module
  (memory 1)
  (func $limit (param $at i32) (param $to i32) (param $end i32) (local $numbers v128)
    (loop $again
      (local.set $numbers (i16x8.shr_u (v128.load64_zero (local.get $at)) (i32.const 2)))
      (v128.store32_lane 0 (local.get $to)
        (i8x16.narrow_i16x8_u (local.get $numbers) (local.get $numbers)))
      (local.set $to (i32.add (local.get $to) (i32.const 4)))
      (br_if $again (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const 8))) (local.get $end))))))

;; limit#0 (IIILInstance;)V
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 4
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 6
;;   LLOAD 6
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFLE L0
;;   LLOAD 6
;;   INVOKESTATIC dev/graft/engine/abi/UnusualMemory.size (J)J
;;   LSTORE 6
;;   GOTO L1
;;   L0
;;   LLOAD 6
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   LAND
;;   LDC 65536L
;;   LADD
;;   LSTORE 6
;;   L1
;;   ILOAD 2
;;   ILOAD 0
;;   BIPUSH 8
;;   IADD
;;   ISUB
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_3
;;   LSHR
;;   LCONST_1
;;   LADD
;;   LSTORE 8
;;   LLOAD 8
;;   ICONST_4
;;   I2L
;;   LCMP
;;   IFLT L2
;;   LLOAD 8
;;   LDC 268435456L
;;   LLOAD 8
;;   LDC 268435456L
;;   LCMP
;;   IFLT L3
;;   DUP2_X2
;;   POP2
;;   L3
;;   POP2
;;   LSTORE 8
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 10
;;   LLOAD 10
;;   LLOAD 8
;;   LCONST_1
;;   LSUB
;;   BIPUSH 8
;;   I2L
;;   LMUL
;;   LADD
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   LSTORE 12
;;   LLOAD 12
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGT L2
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 14
;;   LLOAD 14
;;   LLOAD 8
;;   LCONST_1
;;   LSUB
;;   ICONST_4
;;   I2L
;;   LMUL
;;   LADD
;;   ICONST_4
;;   I2L
;;   LADD
;;   LSTORE 16
;;   LLOAD 16
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGT L2
;;   LLOAD 16
;;   LLOAD 10
;;   LCMP
;;   IFLE L4
;;   LLOAD 12
;;   LLOAD 14
;;   LCMP
;;   IFGT L2
;;   L4
;;   ILOAD 0
;;   ISTORE 18
;;   ILOAD 1
;;   ISTORE 19
;;   ICONST_0
;;   ISTORE 20
;;   LLOAD 8
;;   L2I
;;   ICONST_4
;;   IMUL
;;   ISTORE 21
;;   L5
;;   ILOAD 21
;;   I2L
;;   ILOAD 20
;;   I2L
;;   LSUB
;;   LSTORE 14
;;   LLOAD 14
;;   BIPUSH 16
;;   I2L
;;   LCMP
;;   IFLT L6
;;   LLOAD 14
;;   SIPUSH 4096
;;   I2L
;;   LLOAD 14
;;   SIPUSH 4096
;;   I2L
;;   LCMP
;;   IFLT L7
;;   DUP2_X2
;;   POP2
;;   L7
;;   POP2
;;   LSTORE 14
;;   ILOAD 18
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 12
;;   LLOAD 12
;;   LLOAD 14
;;   LCONST_1
;;   LSUB
;;   ICONST_2
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 6
;;   ICONST_2
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGT L6
;;   ILOAD 19
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 16
;;   LLOAD 16
;;   LLOAD 14
;;   LCONST_1
;;   LSUB
;;   LCONST_1
;;   LMUL
;;   LADD
;;   LLOAD 6
;;   LCONST_1
;;   LSUB
;;   LCMP
;;   IFGT L6
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L8
;;   ALOAD 3
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L8
;;   LLOAD 14
;;   L2I
;;   SIPUSH 8191
;;   IAND
;;   ISTORE 22
;;   ICONST_0
;;   ISTORE 23
;;   L9
;;   LLOAD 12
;;   ILOAD 23
;;   I2L
;;   ICONST_2
;;   I2L
;;   LMUL
;;   LADD
;;   LSTORE 14
;;   LLOAD 16
;;   ILOAD 23
;;   I2L
;;   LADD
;;   LSTORE 10
;;   LLOAD 4
;;   LLOAD 14
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI16 (JJ)I
;;   LDC 65535
;;   IAND
;;   ICONST_2
;;   IUSHR
;;   SIPUSH 255
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   ISTORE 24
;;   LLOAD 4
;;   LLOAD 10
;;   ILOAD 24
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI8 (JJI)V
;;   IINC 18 2
;;   IINC 19 1
;;   IINC 20 1
;;   IINC 23 1
;;   ILOAD 23
;;   ILOAD 22
;;   IF_ICMPLT L9
;;   ILOAD 20
;;   ILOAD 21
;;   IF_ICMPLT L5
;;   GOTO L10
;;   L6
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L11
;;   ALOAD 3
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L11
;;   LLOAD 4
;;   ILOAD 18
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 6
;;   LCONST_1
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L12
;;   LLOAD 6
;;   LCONST_1
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI16 (JJ)I
;;   LDC 65535
;;   IAND
;;   ICONST_2
;;   IUSHR
;;   SIPUSH 255
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   ISTORE 24
;;   LLOAD 4
;;   ILOAD 19
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 6
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L13
;;   LLOAD 6
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   ILOAD 24
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI8 (JJI)V
;;   IINC 18 2
;;   IINC 19 1
;;   IINC 20 1
;;   ILOAD 20
;;   ILOAD 21
;;   IF_ICMPLT L6
;;   L10
;;   ILOAD 0
;;   LLOAD 8
;;   L2I
;;   BIPUSH 8
;;   IMUL
;;   IADD
;;   ISTORE 0
;;   ILOAD 1
;;   LLOAD 8
;;   L2I
;;   ICONST_4
;;   IMUL
;;   IADD
;;   ISTORE 1
;;   ILOAD 0
;;   ILOAD 2
;;   IF_ICMPNE L2
;;   GOTO L14
;;   L2
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L15
;;   ALOAD 3
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L15
;;   LLOAD 4
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 6
;;   BIPUSH 7
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L16
;;   LLOAD 6
;;   BIPUSH 7
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI64 (JJ)J
;;   LSTORE 8
;;   LLOAD 8
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   LDC 65535
;;   IAND
;;   ICONST_2
;;   IUSHR
;;   I2S
;;   ICONST_0
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 255
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   ISTORE 20
;;   LLOAD 8
;;   BIPUSH 48
;;   LUSHR
;;   L2I
;;   LDC 65535
;;   IAND
;;   ICONST_2
;;   IUSHR
;;   I2S
;;   ICONST_0
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 255
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   ISTORE 21
;;   LLOAD 4
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 6
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L17
;;   LLOAD 6
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LLOAD 8
;;   L2I
;;   LDC 65535
;;   IAND
;;   ICONST_2
;;   IUSHR
;;   I2S
;;   ICONST_0
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 255
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   SIPUSH 255
;;   IAND
;;   LLOAD 8
;;   BIPUSH 16
;;   LUSHR
;;   L2I
;;   LDC 65535
;;   IAND
;;   ICONST_2
;;   IUSHR
;;   I2S
;;   ICONST_0
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 255
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   SIPUSH 255
;;   IAND
;;   BIPUSH 8
;;   ISHL
;;   IOR
;;   ILOAD 20
;;   SIPUSH 255
;;   IAND
;;   BIPUSH 16
;;   ISHL
;;   IOR
;;   ILOAD 21
;;   BIPUSH 24
;;   ISHL
;;   IOR
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   IINC 1 4
;;   IINC 0 8
;;   ILOAD 0
;;   ILOAD 2
;;   IF_ICMPNE L2
;;   L14
;;   RETURN
;;   L12
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L13
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L16
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L17
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 10
;;   MAXLOCALS = 25
