;; Loops over memories with addresses of 64 bits are cut into strips, too.
;; shows: increment
(module
  (memory i64 1)
  (func $increment (param $from i64) (param $to i64)
    (loop $again
      (i32.store offset=8 (local.get $from) (i32.add (i32.load8_u (local.get $from)) (i32.const 1)))
      (br_if $again
        (i64.lt_u (local.tee $from (i64.add (local.get $from) (i64.const 4))) (local.get $to))))))

;; increment#0 (JJLInstance;)V
;;   ALOAD 4
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 5
;;   ALOAD 4
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 7
;;   LLOAD 7
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFLE L0
;;   LLOAD 7
;;   INVOKESTATIC dev/graft/engine/abi/UnusualMemory.size (J)J
;;   LSTORE 7
;;   GOTO L1
;;   L0
;;   LLOAD 7
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   LAND
;;   LDC 65536L
;;   LADD
;;   LSTORE 7
;;   L1
;;   LLOAD 2
;;   LLOAD 0
;;   ICONST_4
;;   I2L
;;   LADD
;;   LSUB
;;   ICONST_M1
;;   I2L
;;   LLOAD 0
;;   ICONST_4
;;   I2L
;;   LADD
;;   LLOAD 2
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFLE L2
;;   DUP2_X2
;;   POP2
;;   L2
;;   POP2
;;   ICONST_3
;;   I2L
;;   LADD
;;   ICONST_2
;;   LSHR
;;   LCONST_1
;;   LADD
;;   LSTORE 9
;;   LLOAD 9
;;   BIPUSH 16
;;   I2L
;;   LCMP
;;   IFLT L3
;;   LLOAD 9
;;   SIPUSH 4096
;;   I2L
;;   LLOAD 9
;;   SIPUSH 4096
;;   I2L
;;   LCMP
;;   IFLT L4
;;   DUP2_X2
;;   POP2
;;   L4
;;   POP2
;;   LSTORE 9
;;   LLOAD 0
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 11
;;   LLOAD 11
;;   LLOAD 0
;;   LCMP
;;   IFNE L3
;;   LLOAD 11
;;   LLOAD 9
;;   LCONST_1
;;   LSUB
;;   ICONST_4
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 7
;;   BIPUSH 12
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGT L3
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L5
;;   ALOAD 4
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L5
;;   LLOAD 9
;;   ICONST_4
;;   I2L
;;   LMUL
;;   L2I
;;   SIPUSH 32767
;;   IAND
;;   ISTORE 13
;;   ICONST_0
;;   ISTORE 14
;;   L6
;;   LLOAD 11
;;   ILOAD 14
;;   I2L
;;   LADD
;;   LSTORE 9
;;   LLOAD 5
;;   LLOAD 9
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   LLOAD 5
;;   LLOAD 9
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI8 (JJ)I
;;   SIPUSH 255
;;   IAND
;;   ICONST_1
;;   IADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 0
;;   ICONST_4
;;   I2L
;;   LADD
;;   LSTORE 0
;;   IINC 14 4
;;   ILOAD 14
;;   ILOAD 13
;;   IF_ICMPLT L6
;;   LLOAD 0
;;   LLOAD 2
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L7
;;   GOTO L1
;;   L7
;;   GOTO L8
;;   L3
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L9
;;   ALOAD 4
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L9
;;   LLOAD 5
;;   LLOAD 0
;;   DUP2
;;   LLOAD 7
;;   LDC 140737488355327L
;;   LAND
;;   BIPUSH 11
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L10
;;   LLOAD 7
;;   LDC 140737488355327L
;;   LAND
;;   BIPUSH 11
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   LLOAD 5
;;   LLOAD 0
;;   DUP2
;;   LLOAD 7
;;   LDC 140737488355327L
;;   LAND
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L11
;;   LLOAD 7
;;   LDC 140737488355327L
;;   LAND
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI8 (JJ)I
;;   SIPUSH 255
;;   IAND
;;   ICONST_1
;;   IADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 0
;;   ICONST_4
;;   I2L
;;   LADD
;;   LSTORE 0
;;   LLOAD 0
;;   LLOAD 2
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L12
;;   GOTO L3
;;   L12
;;   NOP
;;   L8
;;   RETURN
;;   L10
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L11
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 14
;;   MAXLOCALS = 15
