;; Floats become 16-bit numbers: what they are limited to is asked of integers, of one at a time.
;; shows: floatsAreLimitedAsIntegersOneByOne
(module
  (memory 1)
  (func $floatsAreLimitedAsIntegersOneByOne (param $p i32) (param $q i32) (param $end i32)
    (loop $next
      (i64.store (local.get $q) (i64x2.extract_lane 0 (i16x8.narrow_i32x4_s
        (i32x4.trunc_sat_f32x4_s (f32x4.min (f32x4.max (f32x4.mul (v128.load (local.get $p))
          (v128.const f32x4 32768 32768 32768 32768)) (v128.const f32x4 -32768 -32768 -32768 -32768))
          (v128.const f32x4 32767 32767 32767 32767)))
        (v128.const i64x2 0 0))))
      (local.set $q (i32.add (local.get $q) (i32.const 8)))
      (br_if $next (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 16))) (local.get $end))))))

;; floatsAreLimitedAsIntegersOneByOne#0 (IIILInstance;)V
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
;;   BIPUSH 16
;;   IADD
;;   ISUB
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_4
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
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   LADD
;;   BIPUSH 16
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
;;   BIPUSH 8
;;   I2L
;;   LMUL
;;   LADD
;;   BIPUSH 8
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
;;   SIPUSH 4000
;;   I2L
;;   LLOAD 14
;;   SIPUSH 4000
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
;;   ICONST_4
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 6
;;   ICONST_4
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
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L8
;;   ALOAD 3
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L8
;;   LLOAD 14
;;   ICONST_2
;;   I2L
;;   LMUL
;;   L2I
;;   SIPUSH 16383
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
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   LDC 32768.0F
;;   FMUL
;;   F2I
;;   SIPUSH -32768
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 32767
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   ISTORE 24
;;   LLOAD 4
;;   LLOAD 10
;;   ILOAD 24
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI16 (JJI)V
;;   IINC 18 4
;;   IINC 19 2
;;   IINC 20 1
;;   IINC 23 2
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
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L12
;;   LLOAD 6
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   LDC 32768.0F
;;   FMUL
;;   F2I
;;   SIPUSH -32768
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 32767
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   ISTORE 24
;;   LLOAD 4
;;   ILOAD 19
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 6
;;   LCONST_1
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L13
;;   LLOAD 6
;;   LCONST_1
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   ILOAD 24
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI16 (JJI)V
;;   IINC 18 4
;;   IINC 19 2
;;   IINC 20 1
;;   ILOAD 20
;;   ILOAD 21
;;   IF_ICMPLT L6
;;   L10
;;   ILOAD 0
;;   LLOAD 8
;;   L2I
;;   BIPUSH 16
;;   IMUL
;;   IADD
;;   ISTORE 0
;;   ILOAD 1
;;   LLOAD 8
;;   L2I
;;   BIPUSH 8
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
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 6
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L16
;;   LLOAD 6
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 8
;;   LLOAD 4
;;   LLOAD 8
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF32 (JJ)F
;;   FSTORE 25
;;   LLOAD 4
;;   LLOAD 8
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF32 (JJ)F
;;   FSTORE 26
;;   LLOAD 4
;;   LLOAD 8
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF32 (JJ)F
;;   FSTORE 27
;;   LLOAD 4
;;   LLOAD 8
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF32 (JJ)F
;;   FSTORE 28
;;   FLOAD 27
;;   LDC 32768.0F
;;   FMUL
;;   F2I
;;   SIPUSH -32768
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 32767
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   SIPUSH -32768
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 32767
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   ISTORE 20
;;   FLOAD 28
;;   LDC 32768.0F
;;   FMUL
;;   F2I
;;   SIPUSH -32768
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 32767
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   SIPUSH -32768
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 32767
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   ISTORE 21
;;   LLOAD 4
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 6
;;   BIPUSH 7
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L17
;;   LLOAD 6
;;   BIPUSH 7
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   FLOAD 25
;;   LDC 32768.0F
;;   FMUL
;;   F2I
;;   SIPUSH -32768
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 32767
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   SIPUSH -32768
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 32767
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   LDC 65535
;;   IAND
;;   FLOAD 26
;;   LDC 32768.0F
;;   FMUL
;;   F2I
;;   SIPUSH -32768
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 32767
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   SIPUSH -32768
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 32767
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   BIPUSH 16
;;   ISHL
;;   IOR
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ILOAD 20
;;   LDC 65535
;;   IAND
;;   ILOAD 21
;;   BIPUSH 16
;;   ISHL
;;   IOR
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI64 (JJJ)V
;;   IINC 1 8
;;   IINC 0 16
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
;;   MAXLOCALS = 29
