;; Addresses that are a variable that changes evenly and one that does not are one `long` in a strip, also where the unsigned counter begins a stride before zero.
;; shows: invert
(module
  (memory 1)
  (func $invert (param $row i32) (param $end i32) (local $column i32)
    (local.set $column (i32.const -4))
    (loop $again
      (i32.store offset=4 (i32.add (local.get $row) (local.get $column))
        (i32.xor (i32.load offset=4 (i32.add (local.get $row) (local.get $column))) (i32.const -1)))
      (br_if $again
        (i32.lt_u (local.tee $column (i32.add (local.get $column) (i32.const 4))) (local.get $end))))))

;; invert#0 (IILInstance;)V
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
;;   BIPUSH -4
;;   ISTORE 7
;;   L2
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ILOAD 7
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
;;   LSTORE 8
;;   LLOAD 8
;;   BIPUSH 16
;;   I2L
;;   LCMP
;;   IFLT L3
;;   LLOAD 8
;;   SIPUSH 4096
;;   I2L
;;   LLOAD 8
;;   SIPUSH 4096
;;   I2L
;;   LCMP
;;   IFLT L4
;;   DUP2_X2
;;   POP2
;;   L4
;;   POP2
;;   LSTORE 8
;;   ILOAD 7
;;   ILOAD 0
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 10
;;   LLOAD 10
;;   LLOAD 8
;;   LCONST_1
;;   LSUB
;;   ICONST_4
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 5
;;   BIPUSH 8
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGT L3
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L5
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L5
;;   LLOAD 8
;;   ICONST_4
;;   I2L
;;   LMUL
;;   L2I
;;   SIPUSH 32767
;;   IAND
;;   ISTORE 12
;;   ICONST_0
;;   ISTORE 13
;;   L6
;;   LLOAD 10
;;   ILOAD 13
;;   I2L
;;   LADD
;;   LSTORE 8
;;   LLOAD 3
;;   LLOAD 8
;;   ICONST_4
;;   I2L
;;   LADD
;;   LLOAD 3
;;   LLOAD 8
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ICONST_M1
;;   IXOR
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   IINC 7 4
;;   IINC 13 4
;;   ILOAD 13
;;   ILOAD 12
;;   IF_ICMPLT L6
;;   ILOAD 7
;;   ILOAD 1
;;   INVOKESTATIC java/lang/Integer.compareUnsigned (II)I
;;   IFGE L7
;;   GOTO L2
;;   L7
;;   GOTO L8
;;   L3
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L9
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L9
;;   LLOAD 3
;;   ILOAD 0
;;   ILOAD 7
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_4
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L10
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LLOAD 3
;;   ILOAD 0
;;   ILOAD 7
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_4
;;   I2L
;;   LADD
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
;;   ICONST_M1
;;   IXOR
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   IINC 7 4
;;   ILOAD 7
;;   ILOAD 1
;;   INVOKESTATIC java/lang/Integer.compareUnsigned (II)I
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
;;   MAXLOCALS = 14
