;; In a loop loads and stores are done in place, and base and size of the memory are read before it.
;; shows: increment
(module
  (memory 1)
  (func $increment (param $from i32) (param $to i32)
    (loop $again
      (i32.store offset=8 (local.get $from) (i32.add (i32.load8_u (local.get $from)) (i32.const 1)))
      (br_if $again
        (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 4))) (local.get $to))))))

;; increment#0 (IILInstance;)V
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
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ILOAD 0
;;   ICONST_4
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSUB
;;   ICONST_3
;;   I2L
;;   LADD
;;   ICONST_2
;;   LSHR
;;   LCONST_1
;;   LADD
;;   LSTORE 7
;;   LLOAD 7
;;   BIPUSH 16
;;   I2L
;;   LCMP
;;   IFLT L2
;;   LLOAD 7
;;   SIPUSH 4096
;;   I2L
;;   LLOAD 7
;;   SIPUSH 4096
;;   I2L
;;   LCMP
;;   IFLT L3
;;   DUP2_X2
;;   POP2
;;   L3
;;   POP2
;;   LSTORE 7
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 9
;;   LLOAD 9
;;   LLOAD 7
;;   LCONST_1
;;   LSUB
;;   ICONST_4
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 5
;;   BIPUSH 12
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGT L2
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L4
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L4
;;   LLOAD 7
;;   ICONST_4
;;   I2L
;;   LMUL
;;   L2I
;;   SIPUSH 32767
;;   IAND
;;   ISTORE 11
;;   ICONST_0
;;   ISTORE 12
;;   L5
;;   LLOAD 9
;;   ILOAD 12
;;   I2L
;;   LADD
;;   LSTORE 7
;;   LLOAD 3
;;   LLOAD 7
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   LLOAD 3
;;   LLOAD 7
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI8 (JJ)I
;;   SIPUSH 255
;;   IAND
;;   ICONST_1
;;   IADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   IINC 0 4
;;   IINC 12 4
;;   ILOAD 12
;;   ILOAD 11
;;   IF_ICMPLT L5
;;   ILOAD 0
;;   ILOAD 1
;;   INVOKESTATIC java/lang/Integer.compareUnsigned (II)I
;;   IFGE L6
;;   GOTO L1
;;   L6
;;   GOTO L7
;;   L2
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L8
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L8
;;   LLOAD 3
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   LLOAD 3
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   BIPUSH 11
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L9
;;   LLOAD 5
;;   BIPUSH 11
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI8 (JJ)I
;;   SIPUSH 255
;;   IAND
;;   ICONST_1
;;   IADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   IINC 0 4
;;   ILOAD 0
;;   ILOAD 1
;;   INVOKESTATIC java/lang/Integer.compareUnsigned (II)I
;;   IFGE L10
;;   GOTO L2
;;   L10
;;   NOP
;;   L7
;;   RETURN
;;   L9
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 14
;;   MAXLOCALS = 13
