;; That a memory is small HotSpot is told of memories with addresses of 64 bits, too.
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
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L2
;;   ALOAD 4
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L2
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
;;   IFGE L3
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
;;   IFGE L4
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
;;   IFGE L5
;;   GOTO L1
;;   L5
;;   RETURN
;;   L3
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L4
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 14
;;   MAXLOCALS = 9
