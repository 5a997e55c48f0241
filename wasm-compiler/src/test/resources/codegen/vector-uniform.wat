;; A vector whose lanes are always the same is one variable, however a loop changes it.
;; shows: add_all
;; interruptible: no
(module
  (memory 1)
  (func $add_all (param $from i32) (param $each i32)
    (local $sums v128)
    (local.set $sums (i32x4.splat (local.get $each)))
    (loop
      (v128.store (local.get $from) (i32x4.add (v128.load (local.get $from)) (local.get $sums)))
      (local.set $sums (i32x4.add (local.get $sums) (v128.const i32x4 3 3 3 3)))
      (br_if 0 (local.tee $from (i32.sub (local.get $from) (i32.const 16)))))))

;; add_all#0 (IILInstance;)V
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
;;   ISTORE 1
;;   L2
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
;;   IFLT L3
;;   LLOAD 7
;;   SIPUSH 2777
;;   I2L
;;   LLOAD 7
;;   SIPUSH 2777
;;   I2L
;;   LCMP
;;   IFLT L4
;;   DUP2_X2
;;   POP2
;;   L4
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
;;   IFGT L3
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
;;   IFLT L3
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
;;   L5
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
;;   LLOAD 7
;;   LSTORE 7
;;   LLOAD 3
;;   LLOAD 7
;;   ILOAD 15
;;   ILOAD 1
;;   IADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 3
;;   LLOAD 7
;;   ICONST_4
;;   I2L
;;   LADD
;;   ILOAD 16
;;   ILOAD 1
;;   IADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 3
;;   LLOAD 7
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   ILOAD 17
;;   ILOAD 1
;;   IADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 3
;;   LLOAD 7
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   ILOAD 18
;;   ILOAD 1
;;   IADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   IINC 1 3
;;   IINC 0 -16
;;   IINC 12 16
;;   ILOAD 12
;;   ILOAD 11
;;   IF_ICMPLT L5
;;   ILOAD 0
;;   IFNE L2
;;   GOTO L6
;;   L3
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
;;   IFGE L8
;;   LLOAD 5
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 7
;;   LLOAD 3
;;   LLOAD 7
;;   ILOAD 15
;;   ILOAD 1
;;   IADD
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
;;   ILOAD 16
;;   ILOAD 1
;;   IADD
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
;;   ILOAD 17
;;   ILOAD 1
;;   IADD
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
;;   ILOAD 18
;;   ILOAD 1
;;   IADD
;;   INVOKEDYNAMIC setI32(JJI)V [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IINC 1 3
;;   IINC 0 -16
;;   ILOAD 0
;;   IFNE L3
;;   L6
;;   RETURN
;;   L7
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L8
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 8
;;   MAXLOCALS = 19
