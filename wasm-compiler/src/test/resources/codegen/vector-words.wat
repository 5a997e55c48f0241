;; Each element is a byte, four of them are loaded as one number.
;; shows: above
(module
  (memory 1)
  (func $above (param $at i32) (param $end i32) (result v128) (local $sum v128) (local $element v128)
    (loop $again
      (local.set $element
        (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u (v128.load32_zero (local.get $at)))))
      (local.set $sum
        (i32x4.sub (local.get $sum) (i32x4.gt_s (local.get $element) (v128.const i32x4 99 99 99 99))))
      (br_if $again (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const 4))) (local.get $end))))
    (local.set $sum
      (i32x4.add (local.get $sum)
        (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $sum) (local.get $sum))))
    (i32x4.splat
      (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum))))))

;; above#0 (IILInstance;)J
;;   ICONST_0
;;   ISTORE 3
;;   ICONST_0
;;   ISTORE 4
;;   ICONST_0
;;   ISTORE 5
;;   ICONST_0
;;   ISTORE 6
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 7
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 9
;;   LLOAD 9
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFLE L0
;;   LLOAD 9
;;   INVOKESTATIC dev/graft/engine/abi/UnusualMemory.size (J)J
;;   LSTORE 9
;;   GOTO L1
;;   L0
;;   LLOAD 9
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   LAND
;;   LDC 65536L
;;   LADD
;;   LSTORE 9
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
;;   LSTORE 11
;;   LLOAD 11
;;   ICONST_4
;;   I2L
;;   LCMP
;;   IFLT L2
;;   LLOAD 11
;;   LDC 268435456L
;;   LLOAD 11
;;   LDC 268435456L
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
;;   ILOAD 3
;;   ISTORE 13
;;   ILOAD 0
;;   ISTORE 14
;;   ICONST_0
;;   ISTORE 15
;;   LLOAD 11
;;   L2I
;;   ICONST_1
;;   IMUL
;;   ISTORE 16
;;   L4
;;   ILOAD 16
;;   I2L
;;   ILOAD 15
;;   I2L
;;   LSUB
;;   LSTORE 17
;;   LLOAD 17
;;   BIPUSH 16
;;   I2L
;;   LCMP
;;   IFLT L5
;;   LLOAD 17
;;   SIPUSH 2040
;;   I2L
;;   LLOAD 17
;;   SIPUSH 2040
;;   I2L
;;   LCMP
;;   IFLT L6
;;   DUP2_X2
;;   POP2
;;   L6
;;   POP2
;;   LSTORE 17
;;   ILOAD 14
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 19
;;   LLOAD 19
;;   LLOAD 17
;;   LCONST_1
;;   LSUB
;;   ICONST_4
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 9
;;   ICONST_4
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
;;   LLOAD 17
;;   ICONST_4
;;   I2L
;;   LMUL
;;   L2I
;;   SIPUSH 32767
;;   IAND
;;   ISTORE 21
;;   ICONST_0
;;   ISTORE 22
;;   L8
;;   LLOAD 19
;;   ILOAD 22
;;   I2L
;;   LADD
;;   LSTORE 17
;;   LLOAD 7
;;   LLOAD 17
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 23
;;   ILOAD 13
;;   BIPUSH 99
;;   ILOAD 23
;;   SIPUSH 255
;;   IAND
;;   ISUB
;;   BIPUSH 31
;;   IUSHR
;;   BIPUSH 99
;;   ILOAD 23
;;   BIPUSH 8
;;   IUSHR
;;   SIPUSH 255
;;   IAND
;;   ISUB
;;   BIPUSH 31
;;   IUSHR
;;   IADD
;;   BIPUSH 99
;;   ILOAD 23
;;   BIPUSH 16
;;   IUSHR
;;   SIPUSH 255
;;   IAND
;;   ISUB
;;   BIPUSH 31
;;   IUSHR
;;   IADD
;;   BIPUSH 99
;;   ILOAD 23
;;   BIPUSH 24
;;   IUSHR
;;   ISUB
;;   BIPUSH 31
;;   IUSHR
;;   IADD
;;   IADD
;;   ISTORE 13
;;   IINC 14 4
;;   IINC 15 1
;;   IINC 22 4
;;   ILOAD 22
;;   ILOAD 21
;;   IF_ICMPLT L8
;;   ILOAD 15
;;   ILOAD 16
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
;;   LLOAD 7
;;   ILOAD 14
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 9
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L11
;;   LLOAD 9
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 23
;;   ILOAD 13
;;   BIPUSH 99
;;   ILOAD 23
;;   SIPUSH 255
;;   IAND
;;   ISUB
;;   BIPUSH 31
;;   IUSHR
;;   BIPUSH 99
;;   ILOAD 23
;;   BIPUSH 8
;;   IUSHR
;;   SIPUSH 255
;;   IAND
;;   ISUB
;;   BIPUSH 31
;;   IUSHR
;;   IADD
;;   BIPUSH 99
;;   ILOAD 23
;;   BIPUSH 16
;;   IUSHR
;;   SIPUSH 255
;;   IAND
;;   ISUB
;;   BIPUSH 31
;;   IUSHR
;;   IADD
;;   BIPUSH 99
;;   ILOAD 23
;;   BIPUSH 24
;;   IUSHR
;;   ISUB
;;   BIPUSH 31
;;   IUSHR
;;   IADD
;;   IADD
;;   ISTORE 13
;;   IINC 14 4
;;   IINC 15 1
;;   ILOAD 15
;;   ILOAD 16
;;   IF_ICMPLT L5
;;   L9
;;   ILOAD 0
;;   LLOAD 11
;;   L2I
;;   ICONST_4
;;   IMUL
;;   IADD
;;   ISTORE 0
;;   ILOAD 13
;;   ISTORE 3
;;   ILOAD 4
;;   ISTORE 4
;;   ILOAD 5
;;   ISTORE 5
;;   ILOAD 6
;;   ISTORE 6
;;   ILOAD 0
;;   ILOAD 1
;;   IF_ICMPNE L2
;;   GOTO L12
;;   L2
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L13
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L13
;;   LLOAD 7
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 9
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L14
;;   LLOAD 9
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 13
;;   ILOAD 13
;;   SIPUSH 255
;;   IAND
;;   LDC 65535
;;   IAND
;;   ISTORE 15
;;   ILOAD 13
;;   BIPUSH 8
;;   IUSHR
;;   SIPUSH 255
;;   IAND
;;   LDC 65535
;;   IAND
;;   ISTORE 16
;;   ILOAD 13
;;   BIPUSH 16
;;   IUSHR
;;   SIPUSH 255
;;   IAND
;;   LDC 65535
;;   IAND
;;   ISTORE 14
;;   ILOAD 13
;;   BIPUSH 24
;;   IUSHR
;;   SIPUSH 255
;;   IAND
;;   LDC 65535
;;   IAND
;;   ISTORE 13
;;   ILOAD 3
;;   ILOAD 15
;;   ICONST_M1
;;   IXOR
;;   BIPUSH 99
;;   ILOAD 15
;;   ISUB
;;   IAND
;;   BIPUSH 31
;;   ISHR
;;   ISUB
;;   ISTORE 3
;;   ILOAD 4
;;   ILOAD 16
;;   ICONST_M1
;;   IXOR
;;   BIPUSH 99
;;   ILOAD 16
;;   ISUB
;;   IAND
;;   BIPUSH 31
;;   ISHR
;;   ISUB
;;   ISTORE 4
;;   ILOAD 5
;;   ILOAD 14
;;   ICONST_M1
;;   IXOR
;;   BIPUSH 99
;;   ILOAD 14
;;   ISUB
;;   IAND
;;   BIPUSH 31
;;   ISHR
;;   ISUB
;;   ISTORE 5
;;   ILOAD 6
;;   ILOAD 13
;;   ICONST_M1
;;   IXOR
;;   BIPUSH 99
;;   ILOAD 13
;;   ISUB
;;   IAND
;;   BIPUSH 31
;;   ISHR
;;   ISUB
;;   ISTORE 6
;;   IINC 0 4
;;   ILOAD 0
;;   ILOAD 1
;;   IF_ICMPNE L2
;;   L12
;;   ILOAD 3
;;   ILOAD 5
;;   IADD
;;   ILOAD 4
;;   ILOAD 6
;;   IADD
;;   IADD
;;   ISTORE 6
;;   ILOAD 6
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ILOAD 6
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   LSTORE 7
;;   ALOAD 2
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_1
;;   LLOAD 7
;;   LASTORE
;;   LLOAD 7
;;   LRETURN
;;   L11
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L14
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 10
;;   MAXLOCALS = 24
