;; Numbers of 16 bits, each times what is counted: 100, 108, 116, … Four lanes of the counter and the four
;; behind them become one number, to which each of four elements adds eight. Before the loop over elements
;; the lanes are compared with the first one.
;; shows: fade
(module
  (memory 1)
  (func $fade (param i32 i32) (local v128 v128)
    (local.set 2 (v128.const i32x4 100 108 116 124))
    (loop
      (local.set 3 (v128.load (local.get 0)))
      (v128.store offset=4096 (local.get 0)
        (i16x8.narrow_i32x4_s
          (i32x4.shr_s (i32x4.mul (i32x4.extend_low_i16x8_s (local.get 3)) (local.get 2)) (i32.const 15))
          (i32x4.shr_s
            (i32x4.mul (i32x4.extend_high_i16x8_s (local.get 3))
              (i32x4.add (local.get 2) (v128.const i32x4 32 32 32 32)))
            (i32.const 15))))
      (local.set 2 (i32x4.add (local.get 2) (v128.const i32x4 64 64 64 64)))
      (local.set 0 (i32.add (local.get 0) (i32.const 16)))
      (br_if 0 (i32.ne (local.get 0) (local.get 1))))))

;; fade#0 (IILInstance;)V
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
;;   BIPUSH 100
;;   ISTORE 7
;;   BIPUSH 108
;;   ISTORE 8
;;   BIPUSH 116
;;   ISTORE 9
;;   BIPUSH 124
;;   ISTORE 10
;;   ILOAD 1
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
;;   LSTORE 11
;;   LLOAD 11
;;   ICONST_4
;;   I2L
;;   LCMP
;;   IFLT L2
;;   LLOAD 11
;;   LDC 134217728L
;;   LLOAD 11
;;   LDC 134217728L
;;   LCMP
;;   IFLT L3
;;   DUP2_X2
;;   POP2
;;   L3
;;   POP2
;;   LSTORE 11
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 11
;;   LCONST_1
;;   LSUB
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   LADD
;;   SIPUSH 4112
;;   I2L
;;   LADD
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGT L2
;;   ILOAD 8
;;   ISTORE 13
;;   ILOAD 7
;;   ISTORE 14
;;   ILOAD 9
;;   ISTORE 15
;;   ILOAD 10
;;   ISTORE 16
;;   ILOAD 13
;;   BIPUSH 32
;;   IADD
;;   ILOAD 14
;;   ICONST_0
;;   IADD
;;   ISUB
;;   BIPUSH 8
;;   ICONST_5
;;   IMUL
;;   ISUB
;;   ISTORE 17
;;   ILOAD 15
;;   BIPUSH 32
;;   IADD
;;   ILOAD 14
;;   ICONST_0
;;   IADD
;;   ISUB
;;   BIPUSH 8
;;   BIPUSH 6
;;   IMUL
;;   ISUB
;;   ISTORE 18
;;   ILOAD 16
;;   BIPUSH 32
;;   IADD
;;   ILOAD 14
;;   ICONST_0
;;   IADD
;;   ISUB
;;   BIPUSH 8
;;   BIPUSH 7
;;   IMUL
;;   ISUB
;;   ISTORE 19
;;   ILOAD 13
;;   ICONST_0
;;   IADD
;;   ILOAD 14
;;   ICONST_0
;;   IADD
;;   ISUB
;;   BIPUSH 8
;;   ICONST_1
;;   IMUL
;;   ISUB
;;   ILOAD 15
;;   ICONST_0
;;   IADD
;;   ILOAD 14
;;   ICONST_0
;;   IADD
;;   ISUB
;;   BIPUSH 8
;;   ICONST_2
;;   IMUL
;;   ISUB
;;   IOR
;;   ILOAD 16
;;   ICONST_0
;;   IADD
;;   ILOAD 14
;;   ICONST_0
;;   IADD
;;   ISUB
;;   BIPUSH 8
;;   ICONST_3
;;   IMUL
;;   ISUB
;;   IOR
;;   ILOAD 17
;;   IOR
;;   ILOAD 18
;;   IOR
;;   ILOAD 19
;;   IOR
;;   ICONST_0
;;   ISHL
;;   IFNE L2
;;   ILOAD 0
;;   ISTORE 19
;;   ICONST_0
;;   ISTORE 18
;;   LLOAD 11
;;   L2I
;;   BIPUSH 8
;;   IMUL
;;   ISTORE 17
;;   L4
;;   ILOAD 17
;;   I2L
;;   ILOAD 18
;;   I2L
;;   LSUB
;;   LSTORE 20
;;   LLOAD 20
;;   BIPUSH 16
;;   I2L
;;   LCMP
;;   IFLT L5
;;   LLOAD 20
;;   SIPUSH 4000
;;   I2L
;;   LLOAD 20
;;   SIPUSH 4000
;;   I2L
;;   LCMP
;;   IFLT L6
;;   DUP2_X2
;;   POP2
;;   L6
;;   POP2
;;   LSTORE 20
;;   ILOAD 19
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 22
;;   LLOAD 22
;;   LLOAD 20
;;   LCONST_1
;;   LSUB
;;   ICONST_2
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 5
;;   SIPUSH 4098
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
;;   LLOAD 20
;;   ICONST_2
;;   I2L
;;   LMUL
;;   L2I
;;   SIPUSH 16383
;;   IAND
;;   ISTORE 16
;;   ICONST_0
;;   ISTORE 15
;;   L8
;;   LLOAD 22
;;   ILOAD 15
;;   I2L
;;   LADD
;;   LSTORE 20
;;   LLOAD 3
;;   LLOAD 20
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI16 (JJ)I
;;   ILOAD 14
;;   IMUL
;;   BIPUSH 15
;;   ISHR
;;   SIPUSH -32768
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 32767
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   ISTORE 13
;;   LLOAD 3
;;   LLOAD 20
;;   SIPUSH 4096
;;   I2L
;;   LADD
;;   ILOAD 13
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI16 (JJI)V
;;   IINC 14 8
;;   IINC 19 2
;;   IINC 18 1
;;   IINC 15 2
;;   ILOAD 15
;;   ILOAD 16
;;   IF_ICMPLT L8
;;   ILOAD 18
;;   ILOAD 17
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
;;   ILOAD 19
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   LCONST_1
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L11
;;   LLOAD 5
;;   LCONST_1
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI16 (JJ)I
;;   ILOAD 14
;;   IMUL
;;   BIPUSH 15
;;   ISHR
;;   SIPUSH -32768
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 32767
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   ISTORE 13
;;   LLOAD 3
;;   ILOAD 19
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   SIPUSH 4096
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 5
;;   LCONST_1
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L12
;;   LLOAD 5
;;   LCONST_1
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   ILOAD 13
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI16 (JJI)V
;;   IINC 14 8
;;   IINC 19 2
;;   IINC 18 1
;;   ILOAD 18
;;   ILOAD 17
;;   IF_ICMPLT L5
;;   L9
;;   ILOAD 0
;;   LLOAD 11
;;   L2I
;;   BIPUSH 16
;;   IMUL
;;   IADD
;;   ISTORE 0
;;   LLOAD 11
;;   L2I
;;   BIPUSH 64
;;   IMUL
;;   ISTORE 18
;;   ILOAD 7
;;   ILOAD 18
;;   IADD
;;   ISTORE 7
;;   ILOAD 8
;;   ILOAD 18
;;   IADD
;;   ISTORE 8
;;   ILOAD 9
;;   ILOAD 18
;;   IADD
;;   ISTORE 9
;;   ILOAD 10
;;   ILOAD 18
;;   IADD
;;   ISTORE 10
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
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L15
;;   LLOAD 5
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 11
;;   LLOAD 3
;;   LLOAD 11
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI64 (JJ)J
;;   LSTORE 22
;;   LLOAD 3
;;   LLOAD 11
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI64 (JJ)J
;;   LSTORE 11
;;   LLOAD 22
;;   BIPUSH 16
;;   LUSHR
;;   L2I
;;   I2S
;;   ILOAD 8
;;   IMUL
;;   BIPUSH 15
;;   ISHR
;;   ISTORE 18
;;   LLOAD 22
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   I2S
;;   ILOAD 9
;;   IMUL
;;   BIPUSH 15
;;   ISHR
;;   ISTORE 17
;;   LLOAD 22
;;   BIPUSH 48
;;   LUSHR
;;   L2I
;;   I2S
;;   ILOAD 10
;;   IMUL
;;   BIPUSH 15
;;   ISHR
;;   ISTORE 19
;;   LLOAD 11
;;   BIPUSH 16
;;   LUSHR
;;   L2I
;;   I2S
;;   ILOAD 8
;;   BIPUSH 32
;;   IADD
;;   IMUL
;;   BIPUSH 15
;;   ISHR
;;   ISTORE 14
;;   LLOAD 11
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   I2S
;;   ILOAD 9
;;   BIPUSH 32
;;   IADD
;;   IMUL
;;   BIPUSH 15
;;   ISHR
;;   ISTORE 13
;;   LLOAD 11
;;   BIPUSH 48
;;   LUSHR
;;   L2I
;;   I2S
;;   ILOAD 10
;;   BIPUSH 32
;;   IADD
;;   IMUL
;;   BIPUSH 15
;;   ISHR
;;   ISTORE 15
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   SIPUSH 4096
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 5
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L16
;;   LLOAD 5
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 20
;;   LLOAD 3
;;   LLOAD 20
;;   LLOAD 22
;;   L2I
;;   I2S
;;   ILOAD 7
;;   IMUL
;;   BIPUSH 15
;;   ISHR
;;   SIPUSH -32768
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 32767
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   LDC 65535
;;   IAND
;;   ILOAD 18
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
;;   ILOAD 17
;;   SIPUSH -32768
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 32767
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   LDC 65535
;;   IAND
;;   ILOAD 19
;;   SIPUSH -32768
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 32767
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   BIPUSH 16
;;   ISHL
;;   IOR
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI64 (JJJ)V
;;   LLOAD 3
;;   LLOAD 20
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   LLOAD 11
;;   L2I
;;   I2S
;;   ILOAD 7
;;   BIPUSH 32
;;   IADD
;;   IMUL
;;   BIPUSH 15
;;   ISHR
;;   SIPUSH -32768
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 32767
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   LDC 65535
;;   IAND
;;   ILOAD 14
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
;;   ILOAD 13
;;   SIPUSH -32768
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 32767
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   LDC 65535
;;   IAND
;;   ILOAD 15
;;   SIPUSH -32768
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 32767
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   BIPUSH 16
;;   ISHL
;;   IOR
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI64 (JJJ)V
;;   IINC 7 64
;;   IINC 8 64
;;   IINC 9 64
;;   IINC 10 64
;;   IINC 0 16
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
;;   MAXSTACK = 10
;;   MAXLOCALS = 24
