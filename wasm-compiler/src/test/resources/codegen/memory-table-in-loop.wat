;; Whether a table lies within the memory is asked in front of the loop that looks something up in it.
;; shows: look
(module
  (memory 1)
  (func $look (param $table i32) (param $at i32) (result i32) (local $sum i32)
    (loop $again
      (local.set $sum
        (i32.add (local.get $sum)
          (i32.load offset=8
            (i32.add (local.get $table) (i32.shl (i32.load8_u (local.get $at)) (i32.const 2))))))
      (br_if $again (local.tee $at (i32.load offset=4 (local.get $at)))))
    (local.get $sum)))

;; look#0 (IILInstance;)I
;;   ICONST_0
;;   ISTORE 3
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 4
;;   ALOAD 2
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
;;   ICONST_1
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   SIPUSH 1032
;;   I2L
;;   LADD
;;   LLOAD 6
;;   LCMP
;;   IFLE L2
;;   POP
;;   ICONST_0
;;   L2
;;   ISTORE 8
;;   L3
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L4
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L4
;;   ILOAD 0
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
;;   IFGE L5
;;   LLOAD 6
;;   BIPUSH 7
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI8 (JJ)I
;;   SIPUSH 255
;;   IAND
;;   ICONST_2
;;   ISHL
;;   IADD
;;   ISTORE 9
;;   ILOAD 8
;;   IFNE L6
;;   ILOAD 9
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 6
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L7
;;   LLOAD 6
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   POP2
;;   L6
;;   ILOAD 3
;;   LLOAD 4
;;   ILOAD 9
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   IADD
;;   ISTORE 3
;;   LLOAD 4
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 1
;;   ILOAD 1
;;   IFNE L3
;;   ILOAD 3
;;   IRETURN
;;   L5
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L7
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 11
;;   MAXLOCALS = 10
