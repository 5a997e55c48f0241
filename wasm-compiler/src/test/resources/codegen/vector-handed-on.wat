;; Differences of neighbours: a round hands the last lane of a vector on to the next one, an element
;; what it has loaded to the next. The last round is one of the loop over vectors.
;; shows: delta
(module
  (memory 1)
  (func $delta (export "f") (param $p i32) (param $q i32) (param $end i32) (local $before v128) (local $now v128)
    (loop $next
      (v128.store (local.get $q) (i8x16.sub (local.tee $now (v128.load (local.get $p)))
        (i8x16.shuffle 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 (local.get $before) (local.get $now))))
      (local.set $before (local.get $now))
      (local.set $q (i32.add (local.get $q) (i32.const 16)))
      (br_if $next (i32.lt_u (local.tee $p (i32.add (local.get $p) (i32.const 16))) (local.get $end))))))

;; delta#0 (IIILInstance;)V
;;   LCONST_0
;;   LSTORE 4
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 6
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 8
;;   LLOAD 8
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFLE L0
;;   LLOAD 8
;;   INVOKESTATIC dev/graft/engine/abi/UnusualMemory.size (J)J
;;   LSTORE 8
;;   GOTO L1
;;   L0
;;   LLOAD 8
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   LAND
;;   LDC 65536L
;;   LADD
;;   LSTORE 8
;;   L1
;;   ILOAD 2
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ILOAD 0
;;   BIPUSH 16
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSUB
;;   BIPUSH 15
;;   I2L
;;   LADD
;;   ICONST_4
;;   LSHR
;;   LCONST_1
;;   LADD
;;   LSTORE 10
;;   LLOAD 10
;;   BIPUSH 16
;;   I2L
;;   LCMP
;;   IFLT L2
;;   LLOAD 10
;;   SIPUSH 1515
;;   I2L
;;   LLOAD 10
;;   SIPUSH 1515
;;   I2L
;;   LCMP
;;   IFLT L3
;;   DUP2_X2
;;   POP2
;;   L3
;;   POP2
;;   LSTORE 10
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 12
;;   LLOAD 12
;;   LLOAD 10
;;   LCONST_1
;;   LSUB
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 8
;;   BIPUSH 16
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGT L2
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 14
;;   LLOAD 14
;;   LLOAD 10
;;   LCONST_1
;;   LSUB
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 8
;;   BIPUSH 16
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGT L2
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L4
;;   ALOAD 3
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L4
;;   LLOAD 10
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   L2I
;;   LDC 131071
;;   IAND
;;   ISTORE 16
;;   ICONST_0
;;   ISTORE 17
;;   L5
;;   LLOAD 12
;;   ILOAD 17
;;   I2L
;;   LADD
;;   LSTORE 10
;;   LLOAD 14
;;   ILOAD 17
;;   I2L
;;   LADD
;;   LSTORE 18
;;   LLOAD 10
;;   LSTORE 10
;;   LLOAD 6
;;   LLOAD 10
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI64 (JJ)J
;;   LSTORE 20
;;   LLOAD 6
;;   LLOAD 10
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI64 (JJ)J
;;   LSTORE 22
;;   LLOAD 4
;;   BIPUSH 56
;;   LUSHR
;;   LLOAD 20
;;   BIPUSH 8
;;   LSHL
;;   LOR
;;   LSTORE 24
;;   LLOAD 20
;;   BIPUSH 56
;;   LUSHR
;;   LLOAD 22
;;   BIPUSH 8
;;   LSHL
;;   LOR
;;   LSTORE 26
;;   LLOAD 18
;;   LSTORE 18
;;   LLOAD 6
;;   LLOAD 18
;;   LLOAD 20
;;   LDC -9187201950435737472L
;;   LOR
;;   LLOAD 24
;;   LDC 9187201950435737471L
;;   LAND
;;   LSUB
;;   LLOAD 20
;;   LLOAD 24
;;   ICONST_M1
;;   I2L
;;   LXOR
;;   LXOR
;;   LDC -9187201950435737472L
;;   LAND
;;   LXOR
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI64 (JJJ)V
;;   LLOAD 6
;;   LLOAD 18
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   LLOAD 22
;;   LDC -9187201950435737472L
;;   LOR
;;   LLOAD 26
;;   LDC 9187201950435737471L
;;   LAND
;;   LSUB
;;   LLOAD 22
;;   LLOAD 26
;;   ICONST_M1
;;   I2L
;;   LXOR
;;   LXOR
;;   LDC -9187201950435737472L
;;   LAND
;;   LXOR
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI64 (JJJ)V
;;   LLOAD 22
;;   LSTORE 4
;;   IINC 1 16
;;   IINC 0 16
;;   IINC 17 16
;;   ILOAD 17
;;   ILOAD 16
;;   IF_ICMPLT L5
;;   ILOAD 0
;;   ILOAD 2
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
;;   ALOAD 3
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L8
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 8
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L9
;;   LLOAD 8
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 10
;;   LLOAD 6
;;   LLOAD 10
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI64 (JJ)J
;;   LSTORE 20
;;   LLOAD 6
;;   LLOAD 10
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI64 (JJ)J
;;   LSTORE 22
;;   LLOAD 4
;;   BIPUSH 56
;;   LUSHR
;;   LLOAD 20
;;   BIPUSH 8
;;   LSHL
;;   LOR
;;   LSTORE 24
;;   LLOAD 20
;;   BIPUSH 56
;;   LUSHR
;;   LLOAD 22
;;   BIPUSH 8
;;   LSHL
;;   LOR
;;   LSTORE 26
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 8
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L10
;;   LLOAD 8
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 18
;;   LLOAD 6
;;   LLOAD 18
;;   LLOAD 20
;;   LDC -9187201950435737472L
;;   LOR
;;   LLOAD 24
;;   LDC 9187201950435737471L
;;   LAND
;;   LSUB
;;   LLOAD 20
;;   LLOAD 24
;;   ICONST_M1
;;   I2L
;;   LXOR
;;   LXOR
;;   LDC -9187201950435737472L
;;   LAND
;;   LXOR
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI64 (JJJ)V
;;   LLOAD 6
;;   LLOAD 18
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   LLOAD 22
;;   LDC -9187201950435737472L
;;   LOR
;;   LLOAD 26
;;   LDC 9187201950435737471L
;;   LAND
;;   LSUB
;;   LLOAD 22
;;   LLOAD 26
;;   ICONST_M1
;;   I2L
;;   LXOR
;;   LXOR
;;   LDC -9187201950435737472L
;;   LAND
;;   LXOR
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI64 (JJJ)V
;;   LLOAD 22
;;   LSTORE 4
;;   IINC 1 16
;;   IINC 0 16
;;   ILOAD 0
;;   ILOAD 2
;;   INVOKESTATIC java/lang/Integer.compareUnsigned (II)I
;;   IFGE L11
;;   GOTO L2
;;   L11
;;   NOP
;;   L7
;;   RETURN
;;   L9
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L10
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 12
;;   MAXLOCALS = 28
