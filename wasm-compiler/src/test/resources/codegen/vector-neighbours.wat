;; Equal neighbours are counted: what is added to a total is computed from what the element before has
;; handed on.
;; shows: equalNeighboursAreCountedOneByOne
(module
  (memory 1)
  (func $equalNeighboursAreCountedOneByOne (param $p i32) (param $end i32) (result i32)
    (local $before v128) (local $now v128) (local $sum v128)
    (loop $next
      (local.set $now (v128.load32_zero (local.get $p)))
      (local.set $sum (i32x4.add (local.get $sum) (v128.and (v128.const i32x4 1 1 1 1)
        (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u (i8x16.eq (local.get $now)
          (i8x16.shuffle 3 16 17 18 0 0 0 0 0 0 0 0 0 0 0 0 (local.get $before) (local.get $now))))))))
      (local.set $before (local.get $now))
      (br_if $next (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 4))) (local.get $end))))
    (i32.add (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
      (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum))))))

;; equalNeighboursAreCountedOneByOne#0 (IILInstance;)I
;;   ICONST_0
;;   ISTORE 3
;;   ICONST_0
;;   ISTORE 4
;;   ICONST_0
;;   ISTORE 5
;;   ICONST_0
;;   ISTORE 6
;;   ICONST_0
;;   ISTORE 7
;;   ICONST_0
;;   ISTORE 8
;;   ICONST_0
;;   ISTORE 9
;;   ICONST_0
;;   ISTORE 10
;;   ICONST_0
;;   ISTORE 11
;;   ICONST_0
;;   ISTORE 12
;;   ICONST_0
;;   ISTORE 13
;;   ICONST_0
;;   ISTORE 14
;;   ICONST_0
;;   ISTORE 15
;;   ICONST_0
;;   ISTORE 16
;;   ICONST_0
;;   ISTORE 17
;;   ICONST_0
;;   ISTORE 18
;;   ICONST_0
;;   ISTORE 19
;;   ICONST_0
;;   ISTORE 20
;;   ICONST_0
;;   ISTORE 21
;;   ICONST_0
;;   ISTORE 22
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 23
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 25
;;   LLOAD 25
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFLE L0
;;   LLOAD 25
;;   INVOKESTATIC dev/graft/engine/abi/UnusualMemory.size (J)J
;;   LSTORE 25
;;   GOTO L1
;;   L0
;;   LLOAD 25
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   LAND
;;   LDC 65536L
;;   LADD
;;   LSTORE 25
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
;;   LSTORE 27
;;   LLOAD 27
;;   ICONST_4
;;   I2L
;;   LCMP
;;   IFLT L2
;;   LLOAD 27
;;   LDC 268435456L
;;   LLOAD 27
;;   LDC 268435456L
;;   LCMP
;;   IFLT L3
;;   DUP2_X2
;;   POP2
;;   L3
;;   POP2
;;   LSTORE 27
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 27
;;   LCONST_1
;;   LSUB
;;   ICONST_4
;;   I2L
;;   LMUL
;;   LADD
;;   ICONST_4
;;   I2L
;;   LADD
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGT L2
;;   LLOAD 27
;;   LCONST_1
;;   LSUB
;;   LSTORE 27
;;   ILOAD 3
;;   ISTORE 29
;;   ILOAD 0
;;   ISTORE 30
;;   ILOAD 10
;;   SIPUSH 255
;;   IAND
;;   ISTORE 31
;;   ICONST_0
;;   ISTORE 32
;;   LLOAD 27
;;   L2I
;;   ICONST_4
;;   IMUL
;;   ISTORE 33
;;   L4
;;   ILOAD 33
;;   I2L
;;   ILOAD 32
;;   I2L
;;   LSUB
;;   LSTORE 34
;;   LLOAD 34
;;   BIPUSH 16
;;   I2L
;;   LCMP
;;   IFLT L5
;;   LLOAD 34
;;   SIPUSH 4096
;;   I2L
;;   LLOAD 34
;;   SIPUSH 4096
;;   I2L
;;   LCMP
;;   IFLT L6
;;   DUP2_X2
;;   POP2
;;   L6
;;   POP2
;;   LSTORE 34
;;   ILOAD 30
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 36
;;   LLOAD 36
;;   LLOAD 34
;;   LCONST_1
;;   LSUB
;;   LCONST_1
;;   LMUL
;;   LADD
;;   LLOAD 25
;;   LCONST_1
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
;;   LLOAD 34
;;   L2I
;;   SIPUSH 8191
;;   IAND
;;   ISTORE 38
;;   ICONST_0
;;   ISTORE 39
;;   L8
;;   LLOAD 36
;;   ILOAD 39
;;   I2L
;;   LADD
;;   LSTORE 34
;;   LLOAD 23
;;   LLOAD 34
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI8 (JJ)I
;;   SIPUSH 255
;;   IAND
;;   ISTORE 40
;;   ILOAD 29
;;   ILOAD 40
;;   ILOAD 31
;;   IXOR
;;   ICONST_1
;;   ISUB
;;   BIPUSH 31
;;   IUSHR
;;   IADD
;;   ISTORE 29
;;   ILOAD 40
;;   ISTORE 31
;;   IINC 30 1
;;   IINC 32 1
;;   IINC 39 1
;;   ILOAD 39
;;   ILOAD 38
;;   IF_ICMPLT L8
;;   ILOAD 32
;;   ILOAD 33
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
;;   LLOAD 23
;;   ILOAD 30
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 25
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L11
;;   LLOAD 25
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI8 (JJ)I
;;   SIPUSH 255
;;   IAND
;;   ISTORE 40
;;   ILOAD 29
;;   ILOAD 40
;;   ILOAD 31
;;   IXOR
;;   ICONST_1
;;   ISUB
;;   BIPUSH 31
;;   IUSHR
;;   IADD
;;   ISTORE 29
;;   ILOAD 40
;;   ISTORE 31
;;   IINC 30 1
;;   IINC 32 1
;;   ILOAD 32
;;   ILOAD 33
;;   IF_ICMPLT L5
;;   L9
;;   ILOAD 0
;;   LLOAD 27
;;   L2I
;;   ICONST_4
;;   IMUL
;;   IADD
;;   ISTORE 0
;;   ILOAD 29
;;   ISTORE 3
;;   ILOAD 4
;;   ISTORE 4
;;   ILOAD 5
;;   ISTORE 5
;;   ILOAD 6
;;   ISTORE 6
;;   ILOAD 7
;;   ISTORE 7
;;   ILOAD 8
;;   ISTORE 8
;;   ILOAD 9
;;   ISTORE 9
;;   ILOAD 31
;;   ISTORE 10
;;   ILOAD 11
;;   ISTORE 11
;;   ILOAD 12
;;   ISTORE 12
;;   ILOAD 13
;;   ISTORE 13
;;   ILOAD 14
;;   ISTORE 14
;;   ILOAD 15
;;   ISTORE 15
;;   ILOAD 16
;;   ISTORE 16
;;   ILOAD 17
;;   ISTORE 17
;;   ILOAD 18
;;   ISTORE 18
;;   ILOAD 19
;;   ISTORE 19
;;   ILOAD 20
;;   ISTORE 20
;;   ILOAD 21
;;   ISTORE 21
;;   ILOAD 22
;;   ISTORE 22
;;   L2
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L12
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L12
;;   LLOAD 23
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 25
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L13
;;   LLOAD 25
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 31
;;   ILOAD 31
;;   BIPUSH 8
;;   IUSHR
;;   ISTORE 29
;;   ILOAD 31
;;   BIPUSH 16
;;   IUSHR
;;   ISTORE 32
;;   ILOAD 31
;;   BIPUSH 24
;;   IUSHR
;;   ISTORE 33
;;   ILOAD 3
;;   ICONST_1
;;   ILOAD 31
;;   ILOAD 10
;;   IXOR
;;   SIPUSH 255
;;   IAND
;;   ICONST_1
;;   ISUB
;;   BIPUSH 31
;;   ISHR
;;   SIPUSH 255
;;   IAND
;;   LDC 65535
;;   IAND
;;   IAND
;;   IADD
;;   ISTORE 3
;;   ILOAD 4
;;   ICONST_1
;;   ILOAD 29
;;   ILOAD 31
;;   IXOR
;;   SIPUSH 255
;;   IAND
;;   ICONST_1
;;   ISUB
;;   BIPUSH 31
;;   ISHR
;;   SIPUSH 255
;;   IAND
;;   LDC 65535
;;   IAND
;;   IAND
;;   IADD
;;   ISTORE 4
;;   ILOAD 5
;;   ICONST_1
;;   ILOAD 32
;;   ILOAD 29
;;   IXOR
;;   SIPUSH 255
;;   IAND
;;   ICONST_1
;;   ISUB
;;   BIPUSH 31
;;   ISHR
;;   SIPUSH 255
;;   IAND
;;   LDC 65535
;;   IAND
;;   IAND
;;   IADD
;;   ISTORE 5
;;   ILOAD 6
;;   ICONST_1
;;   ILOAD 33
;;   ILOAD 32
;;   IXOR
;;   SIPUSH 255
;;   IAND
;;   ICONST_1
;;   ISUB
;;   BIPUSH 31
;;   ISHR
;;   SIPUSH 255
;;   IAND
;;   LDC 65535
;;   IAND
;;   IAND
;;   IADD
;;   ISTORE 6
;;   ILOAD 31
;;   ISTORE 7
;;   ILOAD 29
;;   ISTORE 8
;;   ILOAD 32
;;   ISTORE 9
;;   ILOAD 33
;;   ISTORE 10
;;   ICONST_0
;;   ISTORE 11
;;   ICONST_0
;;   BIPUSH 8
;;   IUSHR
;;   ISTORE 12
;;   ICONST_0
;;   BIPUSH 16
;;   IUSHR
;;   ISTORE 13
;;   ICONST_0
;;   BIPUSH 24
;;   IUSHR
;;   ISTORE 14
;;   ICONST_0
;;   ISTORE 15
;;   ICONST_0
;;   BIPUSH 8
;;   IUSHR
;;   ISTORE 16
;;   ICONST_0
;;   BIPUSH 16
;;   IUSHR
;;   ISTORE 17
;;   ICONST_0
;;   BIPUSH 24
;;   IUSHR
;;   ISTORE 18
;;   ICONST_0
;;   ISTORE 19
;;   ICONST_0
;;   BIPUSH 8
;;   IUSHR
;;   ISTORE 20
;;   ICONST_0
;;   BIPUSH 16
;;   IUSHR
;;   ISTORE 21
;;   ICONST_0
;;   BIPUSH 24
;;   IUSHR
;;   ISTORE 22
;;   IINC 0 4
;;   ILOAD 0
;;   ILOAD 1
;;   IF_ICMPNE L2
;;   ILOAD 3
;;   ILOAD 4
;;   IADD
;;   ILOAD 5
;;   ILOAD 6
;;   IADD
;;   IADD
;;   IRETURN
;;   L11
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L13
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 10
;;   MAXLOCALS = 41
