;; The greatest of numbers of 16 bits: one maximum, in an `int`, that the loop over elements keeps. All
;; lanes are compared behind the loop, by choices.
;; shows: greatest
(module
  (memory 1)
  (func $greatest (param i32 i32) (result i32) (local v128 i32 i32)
    (local.set 2 (i16x8.splat (i32.const -32768)))
    (loop
      (local.set 2 (i16x8.max_s (local.get 2) (v128.load (local.get 0))))
      (local.set 0 (i32.add (local.get 0) (i32.const 16)))
      (br_if 0 (i32.ne (local.get 0) (local.get 1))))
    (local.set 3 (i16x8.extract_lane_s 0 (local.get 2)))
    (local.set 4 (i16x8.extract_lane_s 1 (local.get 2)))
    (local.set 3 (select (local.get 3) (local.get 4) (i32.gt_s (local.get 3) (local.get 4))))
    (local.set 4 (i16x8.extract_lane_s 2 (local.get 2)))
    (local.set 3 (select (local.get 3) (local.get 4) (i32.gt_s (local.get 3) (local.get 4))))
    (local.set 4 (i16x8.extract_lane_s 3 (local.get 2)))
    (local.set 3 (select (local.get 3) (local.get 4) (i32.gt_s (local.get 3) (local.get 4))))
    (local.set 4 (i16x8.extract_lane_s 4 (local.get 2)))
    (local.set 3 (select (local.get 3) (local.get 4) (i32.gt_s (local.get 3) (local.get 4))))
    (local.set 4 (i16x8.extract_lane_s 5 (local.get 2)))
    (local.set 3 (select (local.get 3) (local.get 4) (i32.gt_s (local.get 3) (local.get 4))))
    (local.set 4 (i16x8.extract_lane_s 6 (local.get 2)))
    (local.set 3 (select (local.get 3) (local.get 4) (i32.gt_s (local.get 3) (local.get 4))))
    (local.set 4 (i16x8.extract_lane_s 7 (local.get 2)))
    (select (local.get 3) (local.get 4) (i32.gt_s (local.get 3) (local.get 4)))))

;; greatest#0 (IILInstance;)I
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
;;   LDC -9223231297218904064L
;;   LSTORE 7
;;   LDC -9223231297218904064L
;;   LSTORE 9
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
;;   BIPUSH 16
;;   I2L
;;   LADD
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGT L2
;;   LLOAD 7
;;   L2I
;;   LDC 65535
;;   IAND
;;   I2S
;;   ISTORE 13
;;   ILOAD 0
;;   ISTORE 14
;;   ICONST_0
;;   ISTORE 15
;;   LLOAD 11
;;   L2I
;;   BIPUSH 8
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
;;   SIPUSH 4096
;;   I2L
;;   LLOAD 17
;;   SIPUSH 4096
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
;;   ICONST_2
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 5
;;   ICONST_2
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
;;   LLOAD 17
;;   ICONST_2
;;   I2L
;;   LMUL
;;   L2I
;;   SIPUSH 16383
;;   IAND
;;   ISTORE 21
;;   ICONST_0
;;   ISTORE 22
;;   L8
;;   LLOAD 19
;;   ILOAD 22
;;   I2L
;;   LADD
;;   LSTORE 17
;;   LLOAD 3
;;   LLOAD 17
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI16 (JJ)I
;;   ISTORE 23
;;   ILOAD 23
;;   ILOAD 13
;;   ILOAD 23
;;   ILOAD 13
;;   IF_ICMPGT L9
;;   SWAP
;;   L9
;;   POP
;;   ISTORE 13
;;   IINC 14 2
;;   IINC 15 1
;;   IINC 22 2
;;   ILOAD 22
;;   ILOAD 21
;;   IF_ICMPLT L8
;;   ILOAD 15
;;   ILOAD 16
;;   IF_ICMPLT L4
;;   GOTO L10
;;   L5
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L11
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L11
;;   LLOAD 3
;;   ILOAD 14
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   LCONST_1
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L12
;;   LLOAD 5
;;   LCONST_1
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI16 (JJ)I
;;   ISTORE 23
;;   ILOAD 23
;;   ILOAD 13
;;   ILOAD 23
;;   ILOAD 13
;;   IF_ICMPGT L13
;;   SWAP
;;   L13
;;   POP
;;   ISTORE 13
;;   IINC 14 2
;;   IINC 15 1
;;   ILOAD 15
;;   ILOAD 16
;;   IF_ICMPLT L5
;;   L10
;;   ILOAD 0
;;   LLOAD 11
;;   L2I
;;   BIPUSH 16
;;   IMUL
;;   IADD
;;   ISTORE 0
;;   LLOAD 7
;;   LDC -65536L
;;   LAND
;;   ILOAD 13
;;   LDC 65535
;;   IAND
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LOR
;;   LSTORE 7
;;   LLOAD 9
;;   LSTORE 9
;;   ILOAD 0
;;   ILOAD 1
;;   IF_ICMPNE L2
;;   GOTO L14
;;   L2
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L15
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L15
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
;;   IFGE L16
;;   LLOAD 5
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 11
;;   LLOAD 3
;;   LLOAD 11
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI64 (JJ)J
;;   LSTORE 19
;;   LLOAD 3
;;   LLOAD 11
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI64 (JJ)J
;;   LSTORE 11
;;   LLOAD 7
;;   LLOAD 19
;;   ICONST_M1
;;   I2L
;;   LXOR
;;   LAND
;;   LLOAD 7
;;   LLOAD 19
;;   LXOR
;;   ICONST_M1
;;   I2L
;;   LXOR
;;   LLOAD 7
;;   LDC -9223231297218904064L
;;   LOR
;;   LLOAD 19
;;   LDC 9223231297218904063L
;;   LAND
;;   LSUB
;;   ICONST_M1
;;   I2L
;;   LXOR
;;   LAND
;;   LOR
;;   LDC -9223231297218904064L
;;   LAND
;;   LSTORE 17
;;   LLOAD 9
;;   LLOAD 11
;;   ICONST_M1
;;   I2L
;;   LXOR
;;   LAND
;;   LLOAD 9
;;   LLOAD 11
;;   LXOR
;;   ICONST_M1
;;   I2L
;;   LXOR
;;   LLOAD 9
;;   LDC -9223231297218904064L
;;   LOR
;;   LLOAD 11
;;   LDC 9223231297218904063L
;;   LAND
;;   LSUB
;;   ICONST_M1
;;   I2L
;;   LXOR
;;   LAND
;;   LOR
;;   LDC -9223231297218904064L
;;   LAND
;;   LSTORE 24
;;   LLOAD 7
;;   LLOAD 7
;;   LLOAD 19
;;   LXOR
;;   LLOAD 17
;;   ICONST_1
;;   LSHL
;;   LLOAD 17
;;   BIPUSH 15
;;   LUSHR
;;   LSUB
;;   LAND
;;   LXOR
;;   LSTORE 7
;;   LLOAD 9
;;   LLOAD 9
;;   LLOAD 11
;;   LXOR
;;   LLOAD 24
;;   ICONST_1
;;   LSHL
;;   LLOAD 24
;;   BIPUSH 15
;;   LUSHR
;;   LSUB
;;   LAND
;;   LXOR
;;   LSTORE 9
;;   IINC 0 16
;;   ILOAD 0
;;   ILOAD 1
;;   IF_ICMPNE L2
;;   L14
;;   LLOAD 7
;;   L2I
;;   I2S
;;   ISTORE 1
;;   LLOAD 7
;;   BIPUSH 16
;;   LUSHR
;;   L2I
;;   I2S
;;   ISTORE 0
;;   ILOAD 1
;;   ILOAD 0
;;   ILOAD 1
;;   ILOAD 0
;;   IF_ICMPGT L17
;;   SWAP
;;   L17
;;   POP
;;   ISTORE 1
;;   LLOAD 7
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   I2S
;;   ISTORE 0
;;   ILOAD 1
;;   ILOAD 0
;;   ILOAD 1
;;   ILOAD 0
;;   IF_ICMPGT L18
;;   SWAP
;;   L18
;;   POP
;;   ISTORE 1
;;   LLOAD 7
;;   BIPUSH 48
;;   LUSHR
;;   L2I
;;   I2S
;;   ISTORE 0
;;   ILOAD 1
;;   ILOAD 0
;;   ILOAD 1
;;   ILOAD 0
;;   IF_ICMPGT L19
;;   SWAP
;;   L19
;;   POP
;;   ISTORE 1
;;   LLOAD 9
;;   L2I
;;   I2S
;;   ISTORE 0
;;   ILOAD 1
;;   ILOAD 0
;;   ILOAD 1
;;   ILOAD 0
;;   IF_ICMPGT L20
;;   SWAP
;;   L20
;;   POP
;;   ISTORE 1
;;   LLOAD 9
;;   BIPUSH 16
;;   LUSHR
;;   L2I
;;   I2S
;;   ISTORE 0
;;   ILOAD 1
;;   ILOAD 0
;;   ILOAD 1
;;   ILOAD 0
;;   IF_ICMPGT L21
;;   SWAP
;;   L21
;;   POP
;;   ISTORE 1
;;   LLOAD 9
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   I2S
;;   ISTORE 0
;;   ILOAD 1
;;   ILOAD 0
;;   ILOAD 1
;;   ILOAD 0
;;   IF_ICMPGT L22
;;   SWAP
;;   L22
;;   POP
;;   ISTORE 1
;;   LLOAD 9
;;   BIPUSH 48
;;   LUSHR
;;   L2I
;;   I2S
;;   ISTORE 0
;;   ILOAD 1
;;   ILOAD 0
;;   ILOAD 1
;;   ILOAD 0
;;   IF_ICMPGT L23
;;   SWAP
;;   L23
;;   POP
;;   IRETURN
;;   L12
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L16
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 10
;;   MAXLOCALS = 26
