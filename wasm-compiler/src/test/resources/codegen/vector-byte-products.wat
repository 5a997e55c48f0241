;; Products of bytes and constants are added up by one multiplication for four of them, and a sum of which
;; nobody looks at single lanes is a number. So is a sum of such sums.
;; shows: checksum
(module
  (memory 1)
  (func $checksum (param i32 i32) (result i32) (local $in v128) (local $a v128) (local $b v128) (local $s v128)
    (loop
      (local.set $in (v128.load (local.get 0)))
      (local.set $s (i32x4.add (local.get $s) (local.get $a)))
      (local.set $a (i32x4.add (local.get $a)
        (i32x4.extadd_pairwise_i16x8_u (i16x8.extadd_pairwise_i8x16_u (local.get $in)))))
      (local.set $b (i32x4.add (local.get $b) (i32x4.extadd_pairwise_i16x8_u (i16x8.add
        (i16x8.mul (i16x8.extend_low_i8x16_u (local.get $in)) (v128.const i16x8 16 15 14 13 12 11 10 9))
        (i16x8.mul (i16x8.extend_high_i8x16_u (local.get $in)) (v128.const i16x8 8 7 6 5 4 3 2 1))))))
      (local.set 0 (i32.add (local.get 0) (i32.const 16)))
      (br_if 0 (i32.ne (local.get 0) (local.get 1))))
    (i32.add
      (i32.shl (i32.add
        (i32.add (i32x4.extract_lane 0 (local.get $s)) (i32x4.extract_lane 1 (local.get $s)))
        (i32.add (i32x4.extract_lane 2 (local.get $s)) (i32x4.extract_lane 3 (local.get $s))))
        (i32.const 4))
      (i32.add
        (i32.add (i32x4.extract_lane 0 (local.get $b)) (i32x4.extract_lane 1 (local.get $b)))
        (i32.add (i32x4.extract_lane 2 (local.get $b)) (i32x4.extract_lane 3 (local.get $b)))))))

;; checksum#0 (IILInstance;)I
;;   ICONST_0
;;   ISTORE 3
;;   ICONST_0
;;   ISTORE 4
;;   ICONST_0
;;   ISTORE 5
;;   ICONST_0
;;   ISTORE 6
;;   ICONST_0
;;   ISTORE 7
;;   ICONST_0
;;   ISTORE 8
;;   ICONST_0
;;   ISTORE 9
;;   ICONST_0
;;   ISTORE 10
;;   ICONST_0
;;   ISTORE 11
;;   ICONST_0
;;   ISTORE 12
;;   ICONST_0
;;   ISTORE 13
;;   ICONST_0
;;   ISTORE 14
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 15
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 17
;;   LLOAD 17
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFLE L0
;;   LLOAD 17
;;   INVOKESTATIC dev/graft/engine/abi/UnusualMemory.size (J)J
;;   LSTORE 17
;;   GOTO L1
;;   L0
;;   LLOAD 17
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   LAND
;;   LDC 65536L
;;   LADD
;;   LSTORE 17
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
;;   LSTORE 19
;;   LLOAD 19
;;   ICONST_4
;;   I2L
;;   LCMP
;;   IFLT L2
;;   LLOAD 19
;;   LDC 1073741824L
;;   LLOAD 19
;;   LDC 1073741824L
;;   LCMP
;;   IFLT L3
;;   DUP2_X2
;;   POP2
;;   L3
;;   POP2
;;   LSTORE 19
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 19
;;   LCONST_1
;;   LSUB
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   LADD
;;   BIPUSH 16
;;   I2L
;;   LADD
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGT L2
;;   ILOAD 3
;;   ISTORE 21
;;   ILOAD 8
;;   ILOAD 9
;;   ILOAD 10
;;   IADD
;;   IADD
;;   ISTORE 22
;;   ILOAD 7
;;   ILOAD 22
;;   IADD
;;   ISTORE 23
;;   ILOAD 11
;;   ISTORE 24
;;   ILOAD 0
;;   ISTORE 25
;;   ICONST_0
;;   ISTORE 26
;;   LLOAD 19
;;   L2I
;;   ICONST_1
;;   IMUL
;;   ISTORE 27
;;   L4
;;   ILOAD 27
;;   I2L
;;   ILOAD 26
;;   I2L
;;   LSUB
;;   LSTORE 28
;;   LLOAD 28
;;   BIPUSH 16
;;   I2L
;;   LCMP
;;   IFLT L5
;;   LLOAD 28
;;   SIPUSH 1492
;;   I2L
;;   LLOAD 28
;;   SIPUSH 1492
;;   I2L
;;   LCMP
;;   IFLT L6
;;   DUP2_X2
;;   POP2
;;   L6
;;   POP2
;;   LSTORE 28
;;   ILOAD 25
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 30
;;   LLOAD 30
;;   LLOAD 28
;;   LCONST_1
;;   LSUB
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 17
;;   BIPUSH 16
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
;;   LLOAD 28
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   L2I
;;   LDC 131071
;;   IAND
;;   ISTORE 32
;;   ICONST_0
;;   ISTORE 33
;;   L8
;;   LLOAD 30
;;   ILOAD 33
;;   I2L
;;   LADD
;;   LSTORE 28
;;   LLOAD 15
;;   LLOAD 28
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI64 (JJ)J
;;   LSTORE 34
;;   LLOAD 34
;;   LDC 71777214294589695L
;;   LAND
;;   LSTORE 36
;;   LLOAD 34
;;   BIPUSH 8
;;   LUSHR
;;   LDC 71777214294589695L
;;   LAND
;;   LSTORE 38
;;   LLOAD 15
;;   LLOAD 28
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI64 (JJ)J
;;   LSTORE 28
;;   LLOAD 28
;;   LDC 71777214294589695L
;;   LAND
;;   LSTORE 40
;;   LLOAD 28
;;   BIPUSH 8
;;   LUSHR
;;   LDC 71777214294589695L
;;   LAND
;;   LSTORE 42
;;   ILOAD 21
;;   ILOAD 23
;;   IADD
;;   ISTORE 21
;;   ILOAD 23
;;   LLOAD 36
;;   LLOAD 38
;;   LADD
;;   LLOAD 40
;;   LLOAD 42
;;   LADD
;;   LADD
;;   LDC 281479271743489L
;;   LMUL
;;   BIPUSH 48
;;   LUSHR
;;   L2I
;;   IADD
;;   ISTORE 23
;;   ILOAD 24
;;   LLOAD 36
;;   LDC 4503659757699082L
;;   LMUL
;;   LLOAD 38
;;   LDC 4222180485955593L
;;   LMUL
;;   LADD
;;   LLOAD 40
;;   LDC 2251825583751170L
;;   LMUL
;;   LADD
;;   LLOAD 42
;;   LDC 1970346312007681L
;;   LMUL
;;   LADD
;;   BIPUSH 48
;;   LUSHR
;;   L2I
;;   IADD
;;   ISTORE 24
;;   IINC 25 16
;;   IINC 26 1
;;   IINC 33 16
;;   ILOAD 33
;;   ILOAD 32
;;   IF_ICMPLT L8
;;   ILOAD 26
;;   ILOAD 27
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
;;   LLOAD 15
;;   ILOAD 25
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 17
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L11
;;   LLOAD 17
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI64 (JJ)J
;;   LSTORE 34
;;   LLOAD 34
;;   LDC 71777214294589695L
;;   LAND
;;   LSTORE 36
;;   LLOAD 34
;;   BIPUSH 8
;;   LUSHR
;;   LDC 71777214294589695L
;;   LAND
;;   LSTORE 38
;;   LLOAD 15
;;   ILOAD 25
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI64 (JJ)J
;;   LSTORE 28
;;   LLOAD 28
;;   LDC 71777214294589695L
;;   LAND
;;   LSTORE 40
;;   LLOAD 28
;;   BIPUSH 8
;;   LUSHR
;;   LDC 71777214294589695L
;;   LAND
;;   LSTORE 42
;;   ILOAD 21
;;   ILOAD 23
;;   IADD
;;   ISTORE 21
;;   ILOAD 23
;;   LLOAD 36
;;   LLOAD 38
;;   LADD
;;   LLOAD 40
;;   LLOAD 42
;;   LADD
;;   LADD
;;   LDC 281479271743489L
;;   LMUL
;;   BIPUSH 48
;;   LUSHR
;;   L2I
;;   IADD
;;   ISTORE 23
;;   ILOAD 24
;;   LLOAD 36
;;   LDC 4503659757699082L
;;   LMUL
;;   LLOAD 38
;;   LDC 4222180485955593L
;;   LMUL
;;   LADD
;;   LLOAD 40
;;   LDC 2251825583751170L
;;   LMUL
;;   LADD
;;   LLOAD 42
;;   LDC 1970346312007681L
;;   LMUL
;;   LADD
;;   BIPUSH 48
;;   LUSHR
;;   L2I
;;   IADD
;;   ISTORE 24
;;   IINC 25 16
;;   IINC 26 1
;;   ILOAD 26
;;   ILOAD 27
;;   IF_ICMPLT L5
;;   L9
;;   ILOAD 0
;;   LLOAD 19
;;   L2I
;;   BIPUSH 16
;;   IMUL
;;   IADD
;;   ISTORE 0
;;   ILOAD 21
;;   ISTORE 3
;;   ILOAD 4
;;   ISTORE 4
;;   ILOAD 5
;;   ISTORE 5
;;   ILOAD 6
;;   ISTORE 6
;;   ILOAD 23
;;   ILOAD 22
;;   ISUB
;;   ISTORE 23
;;   ILOAD 23
;;   ISTORE 7
;;   ILOAD 8
;;   ISTORE 8
;;   ILOAD 9
;;   ISTORE 9
;;   ILOAD 10
;;   ISTORE 10
;;   ILOAD 24
;;   ISTORE 11
;;   ILOAD 12
;;   ISTORE 12
;;   ILOAD 13
;;   ISTORE 13
;;   ILOAD 14
;;   ISTORE 14
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
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 17
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L14
;;   LLOAD 17
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 19
;;   LLOAD 15
;;   LLOAD 19
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI8 (JJ)I
;;   SIPUSH 255
;;   IAND
;;   ISTORE 24
;;   LLOAD 15
;;   LLOAD 19
;;   LCONST_1
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI8 (JJ)I
;;   SIPUSH 255
;;   IAND
;;   ISTORE 23
;;   LLOAD 15
;;   LLOAD 19
;;   ICONST_2
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI8 (JJ)I
;;   SIPUSH 255
;;   IAND
;;   ISTORE 22
;;   LLOAD 15
;;   LLOAD 19
;;   ICONST_3
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI8 (JJ)I
;;   SIPUSH 255
;;   IAND
;;   ISTORE 21
;;   LLOAD 15
;;   LLOAD 19
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI8 (JJ)I
;;   SIPUSH 255
;;   IAND
;;   ISTORE 26
;;   LLOAD 15
;;   LLOAD 19
;;   ICONST_5
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI8 (JJ)I
;;   SIPUSH 255
;;   IAND
;;   ISTORE 27
;;   LLOAD 15
;;   LLOAD 19
;;   BIPUSH 6
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI8 (JJ)I
;;   SIPUSH 255
;;   IAND
;;   ISTORE 25
;;   LLOAD 15
;;   LLOAD 19
;;   BIPUSH 7
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI8 (JJ)I
;;   SIPUSH 255
;;   IAND
;;   ISTORE 33
;;   LLOAD 15
;;   LLOAD 19
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI8(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   SIPUSH 255
;;   IAND
;;   ISTORE 32
;;   LLOAD 15
;;   LLOAD 19
;;   BIPUSH 9
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI8(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   SIPUSH 255
;;   IAND
;;   ISTORE 44
;;   LLOAD 15
;;   LLOAD 19
;;   BIPUSH 10
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI8(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   SIPUSH 255
;;   IAND
;;   ISTORE 45
;;   LLOAD 15
;;   LLOAD 19
;;   BIPUSH 11
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI8(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   SIPUSH 255
;;   IAND
;;   ISTORE 46
;;   LLOAD 15
;;   LLOAD 19
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI8(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   SIPUSH 255
;;   IAND
;;   ISTORE 47
;;   LLOAD 15
;;   LLOAD 19
;;   BIPUSH 13
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI8(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   SIPUSH 255
;;   IAND
;;   ISTORE 48
;;   LLOAD 15
;;   LLOAD 19
;;   BIPUSH 14
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI8(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   SIPUSH 255
;;   IAND
;;   ISTORE 49
;;   LLOAD 15
;;   LLOAD 19
;;   BIPUSH 15
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI8(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   SIPUSH 255
;;   IAND
;;   ISTORE 50
;;   ILOAD 3
;;   ILOAD 7
;;   IADD
;;   ISTORE 3
;;   ILOAD 4
;;   ILOAD 8
;;   IADD
;;   ISTORE 4
;;   ILOAD 5
;;   ILOAD 9
;;   IADD
;;   ISTORE 5
;;   ILOAD 6
;;   ILOAD 10
;;   IADD
;;   ISTORE 6
;;   ILOAD 7
;;   ILOAD 24
;;   SIPUSH 255
;;   IAND
;;   ILOAD 23
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   LDC 65535
;;   IAND
;;   ILOAD 22
;;   SIPUSH 255
;;   IAND
;;   ILOAD 21
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   LDC 65535
;;   IAND
;;   IADD
;;   IADD
;;   ISTORE 7
;;   ILOAD 8
;;   ILOAD 26
;;   SIPUSH 255
;;   IAND
;;   ILOAD 27
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   LDC 65535
;;   IAND
;;   ILOAD 25
;;   SIPUSH 255
;;   IAND
;;   ILOAD 33
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   LDC 65535
;;   IAND
;;   IADD
;;   IADD
;;   ISTORE 8
;;   ILOAD 9
;;   ILOAD 32
;;   SIPUSH 255
;;   IAND
;;   ILOAD 44
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   LDC 65535
;;   IAND
;;   ILOAD 45
;;   SIPUSH 255
;;   IAND
;;   ILOAD 46
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   LDC 65535
;;   IAND
;;   IADD
;;   IADD
;;   ISTORE 9
;;   ILOAD 10
;;   ILOAD 47
;;   SIPUSH 255
;;   IAND
;;   ILOAD 48
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   LDC 65535
;;   IAND
;;   ILOAD 49
;;   SIPUSH 255
;;   IAND
;;   ILOAD 50
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   LDC 65535
;;   IAND
;;   IADD
;;   IADD
;;   ISTORE 10
;;   ILOAD 11
;;   ILOAD 24
;;   SIPUSH 255
;;   IAND
;;   BIPUSH 16
;;   IMUL
;;   ILOAD 32
;;   SIPUSH 255
;;   IAND
;;   BIPUSH 8
;;   IMUL
;;   IADD
;;   LDC 65535
;;   IAND
;;   ILOAD 23
;;   SIPUSH 255
;;   IAND
;;   BIPUSH 15
;;   IMUL
;;   ILOAD 44
;;   SIPUSH 255
;;   IAND
;;   BIPUSH 7
;;   IMUL
;;   IADD
;;   LDC 65535
;;   IAND
;;   IADD
;;   IADD
;;   ISTORE 11
;;   ILOAD 12
;;   ILOAD 22
;;   SIPUSH 255
;;   IAND
;;   BIPUSH 14
;;   IMUL
;;   ILOAD 45
;;   SIPUSH 255
;;   IAND
;;   BIPUSH 6
;;   IMUL
;;   IADD
;;   LDC 65535
;;   IAND
;;   ILOAD 21
;;   SIPUSH 255
;;   IAND
;;   BIPUSH 13
;;   IMUL
;;   ILOAD 46
;;   SIPUSH 255
;;   IAND
;;   ICONST_5
;;   IMUL
;;   IADD
;;   LDC 65535
;;   IAND
;;   IADD
;;   IADD
;;   ISTORE 12
;;   ILOAD 13
;;   ILOAD 26
;;   SIPUSH 255
;;   IAND
;;   BIPUSH 12
;;   IMUL
;;   ILOAD 47
;;   SIPUSH 255
;;   IAND
;;   ICONST_4
;;   IMUL
;;   IADD
;;   LDC 65535
;;   IAND
;;   ILOAD 27
;;   SIPUSH 255
;;   IAND
;;   BIPUSH 11
;;   IMUL
;;   ILOAD 48
;;   SIPUSH 255
;;   IAND
;;   ICONST_3
;;   IMUL
;;   IADD
;;   LDC 65535
;;   IAND
;;   IADD
;;   IADD
;;   ISTORE 13
;;   ILOAD 14
;;   ILOAD 25
;;   SIPUSH 255
;;   IAND
;;   BIPUSH 10
;;   IMUL
;;   ILOAD 49
;;   SIPUSH 255
;;   IAND
;;   ICONST_2
;;   IMUL
;;   IADD
;;   LDC 65535
;;   IAND
;;   ILOAD 33
;;   SIPUSH 255
;;   IAND
;;   BIPUSH 9
;;   IMUL
;;   ILOAD 50
;;   SIPUSH 255
;;   IAND
;;   ICONST_1
;;   IMUL
;;   IADD
;;   LDC 65535
;;   IAND
;;   IADD
;;   IADD
;;   ISTORE 14
;;   IINC 0 16
;;   ILOAD 0
;;   ILOAD 1
;;   IF_ICMPNE L2
;;   L12
;;   ILOAD 3
;;   ILOAD 4
;;   IADD
;;   ILOAD 5
;;   ILOAD 6
;;   IADD
;;   IADD
;;   ICONST_4
;;   ISHL
;;   ILOAD 11
;;   ILOAD 12
;;   IADD
;;   ILOAD 13
;;   ILOAD 14
;;   IADD
;;   IADD
;;   IADD
;;   IRETURN
;;   L11
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L14
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 10
;;   MAXLOCALS = 51
