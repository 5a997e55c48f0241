;; A loop of one line with twelve loads. C2 would read the line twice, so it begins with a jump, which C2 may copy.
;; shows: sum
(module
  (memory 1)
  (func $sum (param $at i32) (param $end i32) (result f64)
    (local $sum f64)
    (loop $next
      (local.set $sum
        (f64.add (f64.load offset=0 (local.get $at)) (f64.add (f64.load offset=64 (local.get $at))
        (f64.add (f64.load offset=128 (local.get $at)) (f64.add (f64.load offset=192 (local.get $at))
        (f64.add (f64.load offset=256 (local.get $at)) (f64.add (f64.load offset=320 (local.get $at))
        (f64.add (f64.load offset=384 (local.get $at)) (f64.add (f64.load offset=448 (local.get $at))
        (f64.add (f64.load offset=512 (local.get $at)) (f64.add (f64.load offset=576 (local.get $at))
        (f64.add (f64.load offset=640 (local.get $at)) (f64.add (f64.load offset=704 (local.get $at))
        (local.get $sum))))))))))))))
      (br_if $next (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const 8))) (local.get $end))))
    (local.get $sum)))

;; sum#0 (IILInstance;)D
;;   DCONST_0
;;   DSTORE 3
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 5
;;   ALOAD 2
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
;;   ILOAD 1
;;   ILOAD 0
;;   ISUB
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_3
;;   LSHR
;;   LSTORE 9
;;   LLOAD 9
;;   BIPUSH 64
;;   I2L
;;   LCMP
;;   IFLT L2
;;   LLOAD 9
;;   SIPUSH 2272
;;   I2L
;;   LLOAD 9
;;   SIPUSH 2272
;;   I2L
;;   LCMP
;;   IFLT L3
;;   DUP2_X2
;;   POP2
;;   L3
;;   POP2
;;   LSTORE 9
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 11
;;   LLOAD 11
;;   LLOAD 9
;;   LCONST_1
;;   LSUB
;;   BIPUSH 8
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 7
;;   SIPUSH 712
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
;;   LLOAD 9
;;   BIPUSH 8
;;   I2L
;;   LMUL
;;   L2I
;;   LDC 65535
;;   IAND
;;   ISTORE 13
;;   ICONST_0
;;   ISTORE 14
;;   L5
;;   GOTO L6
;;   L6
;;   LLOAD 11
;;   ILOAD 14
;;   I2L
;;   LADD
;;   LSTORE 9
;;   LLOAD 5
;;   LLOAD 9
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF64 (JJ)D
;;   LLOAD 5
;;   LLOAD 9
;;   BIPUSH 64
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF64 (JJ)D
;;   LLOAD 5
;;   LLOAD 9
;;   SIPUSH 128
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF64 (JJ)D
;;   LLOAD 5
;;   LLOAD 9
;;   SIPUSH 192
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF64 (JJ)D
;;   LLOAD 5
;;   LLOAD 9
;;   SIPUSH 256
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF64 (JJ)D
;;   LLOAD 5
;;   LLOAD 9
;;   SIPUSH 320
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF64 (JJ)D
;;   LLOAD 5
;;   LLOAD 9
;;   SIPUSH 384
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF64 (JJ)D
;;   LLOAD 5
;;   LLOAD 9
;;   SIPUSH 448
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF64 (JJ)D
;;   LLOAD 5
;;   LLOAD 9
;;   SIPUSH 512
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF64 (JJ)D
;;   LLOAD 5
;;   LLOAD 9
;;   SIPUSH 576
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF64 (JJ)D
;;   LLOAD 5
;;   LLOAD 9
;;   SIPUSH 640
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF64 (JJ)D
;;   LLOAD 5
;;   LLOAD 9
;;   SIPUSH 704
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF64 (JJ)D
;;   DLOAD 3
;;   DADD
;;   DADD
;;   DADD
;;   DADD
;;   DADD
;;   DADD
;;   DADD
;;   DADD
;;   DADD
;;   DADD
;;   DADD
;;   DADD
;;   DSTORE 3
;;   IINC 0 8
;;   IINC 14 8
;;   ILOAD 14
;;   ILOAD 13
;;   IF_ICMPLT L5
;;   ILOAD 0
;;   ILOAD 1
;;   IF_ICMPNE L1
;;   GOTO L7
;;   L2
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L8
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L8
;;   LLOAD 5
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 7
;;   SIPUSH 711
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L9
;;   LLOAD 7
;;   SIPUSH 711
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKEDYNAMIC getF64(JJ)D [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 5
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 64
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getF64(JJ)D [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 5
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   SIPUSH 128
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getF64(JJ)D [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 5
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   SIPUSH 192
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getF64(JJ)D [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 5
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   SIPUSH 256
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getF64(JJ)D [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 5
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   SIPUSH 320
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getF64(JJ)D [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 5
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   SIPUSH 384
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getF64(JJ)D [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 5
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   SIPUSH 448
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getF64(JJ)D [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 5
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   SIPUSH 512
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getF64(JJ)D [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 5
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   SIPUSH 576
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getF64(JJ)D [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 5
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   SIPUSH 640
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getF64(JJ)D [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 5
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   SIPUSH 704
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getF64(JJ)D [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   DLOAD 3
;;   DADD
;;   DADD
;;   DADD
;;   DADD
;;   DADD
;;   DADD
;;   DADD
;;   DADD
;;   DADD
;;   DADD
;;   DADD
;;   DADD
;;   DSTORE 3
;;   IINC 0 8
;;   ILOAD 0
;;   ILOAD 1
;;   IF_ICMPNE L2
;;   L7
;;   DLOAD 3
;;   DRETURN
;;   L9
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 28
;;   MAXLOCALS = 15
