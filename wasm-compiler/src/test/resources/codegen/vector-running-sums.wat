;; Neighbours are added first, then pairs of them, then what came before: each lane's sum
;; goes on where the lane's before it ends.
;; shows: sums
;; interruptible: no
(module
  (memory 1)
  (func $sums (param $from i32)
    (local $lanes v128) (local $sum v128)
    (loop
      (local.set $lanes (v128.load (local.get $from)))
      (local.set $lanes (i32x4.add (local.get $lanes)
        (i8x16.shuffle 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 (v128.const i64x2 0 0) (local.get $lanes))))
      (local.set $lanes (i32x4.add (local.get $lanes)
        (i8x16.shuffle 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 (v128.const i64x2 0 0) (local.get $lanes))))
      (local.set $sum (i32x4.add (local.get $lanes)
        (i8x16.shuffle 12 13 14 15 12 13 14 15 12 13 14 15 12 13 14 15 (local.get $sum) (local.get $sum))))
      (v128.store (local.get $from) (local.get $sum))
      (br_if 0 (local.tee $from (i32.sub (local.get $from) (i32.const 16)))))))

;; sums#0 (ILInstance;)V
;;   ICONST_0
;;   ISTORE 2
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 3
;;   ALOAD 1
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
;;   ILOAD 0
;;   ICONST_0
;;   ISUB
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_4
;;   LSHR
;;   LSTORE 7
;;   LLOAD 7
;;   BIPUSH 16
;;   I2L
;;   LCMP
;;   IFLT L2
;;   LLOAD 7
;;   SIPUSH 2439
;;   I2L
;;   LLOAD 7
;;   SIPUSH 2439
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
;;   LLOAD 5
;;   BIPUSH 16
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGT L2
;;   LLOAD 9
;;   LLOAD 7
;;   LCONST_1
;;   LSUB
;;   BIPUSH -16
;;   I2L
;;   LMUL
;;   LADD
;;   LCONST_0
;;   LCMP
;;   IFLT L2
;;   LLOAD 7
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   L2I
;;   LDC 131071
;;   IAND
;;   ISTORE 11
;;   ICONST_0
;;   ISTORE 12
;;   L4
;;   LLOAD 9
;;   ILOAD 12
;;   I2L
;;   LSUB
;;   LSTORE 7
;;   LLOAD 7
;;   LSTORE 13
;;   LLOAD 3
;;   LLOAD 13
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 15
;;   LLOAD 3
;;   LLOAD 13
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 16
;;   LLOAD 3
;;   LLOAD 13
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 17
;;   LLOAD 3
;;   LLOAD 13
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 18
;;   ILOAD 15
;;   ILOAD 2
;;   IADD
;;   ISTORE 19
;;   ILOAD 19
;;   ILOAD 16
;;   IADD
;;   ISTORE 20
;;   ILOAD 20
;;   ILOAD 17
;;   IADD
;;   ISTORE 21
;;   ILOAD 21
;;   ILOAD 18
;;   IADD
;;   ISTORE 22
;;   ILOAD 22
;;   ISTORE 2
;;   LLOAD 7
;;   LSTORE 7
;;   LLOAD 3
;;   LLOAD 7
;;   ILOAD 19
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 3
;;   LLOAD 7
;;   ICONST_4
;;   I2L
;;   LADD
;;   ILOAD 20
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 3
;;   LLOAD 7
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   ILOAD 21
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 3
;;   LLOAD 7
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   ILOAD 22
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   IINC 0 -16
;;   IINC 12 16
;;   ILOAD 12
;;   ILOAD 11
;;   IF_ICMPLT L4
;;   ILOAD 0
;;   IFNE L1
;;   GOTO L5
;;   L2
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
;;   IFGE L6
;;   LLOAD 5
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 13
;;   LLOAD 3
;;   LLOAD 13
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 15
;;   LLOAD 3
;;   LLOAD 13
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 16
;;   LLOAD 3
;;   LLOAD 13
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 17
;;   LLOAD 3
;;   LLOAD 13
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 18
;;   ILOAD 15
;;   ILOAD 2
;;   IADD
;;   ISTORE 19
;;   ILOAD 19
;;   ILOAD 16
;;   IADD
;;   ISTORE 20
;;   ILOAD 20
;;   ILOAD 17
;;   IADD
;;   ISTORE 21
;;   ILOAD 21
;;   ILOAD 18
;;   IADD
;;   ISTORE 22
;;   ILOAD 22
;;   ISTORE 2
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
;;   IFGE L7
;;   LLOAD 5
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 7
;;   LLOAD 3
;;   LLOAD 7
;;   ILOAD 19
;;   INVOKEDYNAMIC setI32(JJI)V [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 3
;;   LLOAD 7
;;   ICONST_4
;;   I2L
;;   LADD
;;   ILOAD 20
;;   INVOKEDYNAMIC setI32(JJI)V [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 3
;;   LLOAD 7
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   ILOAD 21
;;   INVOKEDYNAMIC setI32(JJI)V [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 3
;;   LLOAD 7
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   ILOAD 22
;;   INVOKEDYNAMIC setI32(JJI)V [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IINC 0 -16
;;   ILOAD 0
;;   IFNE L2
;;   L5
;;   RETURN
;;   L6
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L7
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 8
;;   MAXLOCALS = 23
