;; Four products of 16-bit numbers are added up before they are added to the total: HotSpot
;; makes no vectors of them, and each of them alone would wait for the one before.
;; shows: dot
;; interruptible: no
(module
  (memory 1)
  (func $dot (param $from i32) (param $end i32) (result i32)
    (local $sum v128)
    (loop
      (local.set $sum (i32x4.add (local.get $sum)
        (i32x4.dot_i16x8_s (v128.load (local.get $from)) (v128.load offset=4096 (local.get $from)))))
      (br_if 0 (i32.ne (local.tee $from (i32.add (local.get $from) (i32.const 16))) (local.get $end))))
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
      (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum))))))

;; dot#0 (IILInstance;)I
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
;;   BIPUSH 16
;;   IADD
;;   ISUB
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_4
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
;;   LDC 134217728L
;;   LLOAD 11
;;   LDC 134217728L
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
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   LADD
;;   SIPUSH 4112
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
;;   ICONST_2
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
;;   SIPUSH 2000
;;   I2L
;;   LLOAD 17
;;   SIPUSH 2000
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
;;   BIPUSH 8
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 9
;;   SIPUSH 4104
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGT L5
;;   LLOAD 17
;;   BIPUSH 8
;;   I2L
;;   LMUL
;;   L2I
;;   LDC 65535
;;   IAND
;;   ISTORE 21
;;   ICONST_0
;;   ISTORE 22
;;   L7
;;   LLOAD 19
;;   ILOAD 22
;;   I2L
;;   LADD
;;   LSTORE 17
;;   LLOAD 7
;;   LLOAD 17
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI16 (JJ)I
;;   LLOAD 7
;;   LLOAD 17
;;   SIPUSH 4096
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI16 (JJ)I
;;   IMUL
;;   LLOAD 7
;;   LLOAD 17
;;   ICONST_2
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI16 (JJ)I
;;   LLOAD 7
;;   LLOAD 17
;;   SIPUSH 4098
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI16 (JJ)I
;;   IMUL
;;   IADD
;;   ISTORE 23
;;   ILOAD 23
;;   LLOAD 7
;;   LLOAD 17
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI16 (JJ)I
;;   LLOAD 7
;;   LLOAD 17
;;   SIPUSH 4100
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI16 (JJ)I
;;   IMUL
;;   IADD
;;   ISTORE 24
;;   ILOAD 24
;;   LLOAD 7
;;   LLOAD 17
;;   BIPUSH 6
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI16 (JJ)I
;;   LLOAD 7
;;   LLOAD 17
;;   SIPUSH 4102
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI16 (JJ)I
;;   IMUL
;;   IADD
;;   ISTORE 25
;;   ILOAD 13
;;   ILOAD 25
;;   IADD
;;   ISTORE 13
;;   IINC 14 8
;;   IINC 15 1
;;   IINC 22 8
;;   ILOAD 22
;;   ILOAD 21
;;   IF_ICMPLT L7
;;   ILOAD 15
;;   ILOAD 16
;;   IF_ICMPLT L4
;;   GOTO L8
;;   L5
;;   LLOAD 7
;;   ILOAD 14
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 9
;;   SIPUSH 4097
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L9
;;   LLOAD 9
;;   SIPUSH 4097
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI16 (JJ)I
;;   LLOAD 7
;;   ILOAD 14
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   SIPUSH 4096
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI16 (JJ)I
;;   IMUL
;;   LLOAD 7
;;   ILOAD 14
;;   ICONST_2
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI16 (JJ)I
;;   LLOAD 7
;;   ILOAD 14
;;   ICONST_2
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   SIPUSH 4096
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 9
;;   LCONST_1
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L10
;;   LLOAD 9
;;   LCONST_1
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI16 (JJ)I
;;   IMUL
;;   IADD
;;   ISTORE 23
;;   ILOAD 23
;;   LLOAD 7
;;   ILOAD 14
;;   ICONST_4
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   INVOKEDYNAMIC getI16(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 7
;;   ILOAD 14
;;   ICONST_4
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   SIPUSH 4096
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 9
;;   LCONST_1
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L11
;;   LLOAD 9
;;   LCONST_1
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKEDYNAMIC getI16(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 24
;;   ILOAD 24
;;   LLOAD 7
;;   ILOAD 14
;;   BIPUSH 6
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   INVOKEDYNAMIC getI16(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 7
;;   ILOAD 14
;;   BIPUSH 6
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   SIPUSH 4096
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 9
;;   LCONST_1
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L12
;;   LLOAD 9
;;   LCONST_1
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKEDYNAMIC getI16(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 25
;;   ILOAD 13
;;   ILOAD 25
;;   IADD
;;   ISTORE 13
;;   IINC 14 8
;;   IINC 15 1
;;   ILOAD 15
;;   ILOAD 16
;;   IF_ICMPLT L5
;;   L8
;;   ILOAD 0
;;   LLOAD 11
;;   L2I
;;   BIPUSH 16
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
;;   GOTO L13
;;   L2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 9
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L14
;;   LLOAD 9
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 11
;;   LLOAD 7
;;   LLOAD 11
;;   INVOKEDYNAMIC getI64(JJ)J [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LSTORE 19
;;   LLOAD 7
;;   LLOAD 11
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI64(JJ)J [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LSTORE 11
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   SIPUSH 4096
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 9
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L15
;;   LLOAD 9
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 17
;;   LLOAD 7
;;   LLOAD 17
;;   INVOKEDYNAMIC getI64(JJ)J [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LSTORE 26
;;   LLOAD 7
;;   LLOAD 17
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI64(JJ)J [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LSTORE 17
;;   ILOAD 3
;;   LLOAD 19
;;   L2I
;;   I2S
;;   LLOAD 26
;;   L2I
;;   I2S
;;   IMUL
;;   LLOAD 19
;;   BIPUSH 16
;;   LUSHR
;;   L2I
;;   I2S
;;   LLOAD 26
;;   BIPUSH 16
;;   LUSHR
;;   L2I
;;   I2S
;;   IMUL
;;   IADD
;;   IADD
;;   ISTORE 3
;;   ILOAD 4
;;   LLOAD 19
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   I2S
;;   LLOAD 26
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   I2S
;;   IMUL
;;   LLOAD 19
;;   BIPUSH 48
;;   LUSHR
;;   L2I
;;   I2S
;;   LLOAD 26
;;   BIPUSH 48
;;   LUSHR
;;   L2I
;;   I2S
;;   IMUL
;;   IADD
;;   IADD
;;   ISTORE 4
;;   ILOAD 5
;;   LLOAD 11
;;   L2I
;;   I2S
;;   LLOAD 17
;;   L2I
;;   I2S
;;   IMUL
;;   LLOAD 11
;;   BIPUSH 16
;;   LUSHR
;;   L2I
;;   I2S
;;   LLOAD 17
;;   BIPUSH 16
;;   LUSHR
;;   L2I
;;   I2S
;;   IMUL
;;   IADD
;;   IADD
;;   ISTORE 5
;;   ILOAD 6
;;   LLOAD 11
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   I2S
;;   LLOAD 17
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   I2S
;;   IMUL
;;   LLOAD 11
;;   BIPUSH 48
;;   LUSHR
;;   L2I
;;   I2S
;;   LLOAD 17
;;   BIPUSH 48
;;   LUSHR
;;   L2I
;;   I2S
;;   IMUL
;;   IADD
;;   IADD
;;   ISTORE 6
;;   IINC 0 16
;;   ILOAD 0
;;   ILOAD 1
;;   IF_ICMPNE L2
;;   L13
;;   ILOAD 3
;;   ILOAD 4
;;   IADD
;;   ILOAD 5
;;   ILOAD 6
;;   IADD
;;   IADD
;;   IRETURN
;;   L9
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L10
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L11
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L12
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L14
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L15
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 12
;;   MAXLOCALS = 28
