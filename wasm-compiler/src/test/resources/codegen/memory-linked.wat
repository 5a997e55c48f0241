;; A body with many accesses reaches memory by static calls first, and then by calls that are linked when they are first run.
;; shows: f
;; interruptible: no
(module
  (memory 1)
  (func $f (param i32 i32) (result i32)
    (loop $again
      (i32.store offset=4 (local.get 0) (i32.load offset=68 (local.get 0)))
      (i32.store offset=8 (local.get 0) (i32.load offset=72 (local.get 0)))
      (i32.store offset=12 (local.get 0) (i32.load offset=76 (local.get 0)))
      (i32.store offset=16 (local.get 0) (i32.load offset=80 (local.get 0)))
      (i32.store offset=20 (local.get 0) (i32.load offset=84 (local.get 0)))
      (i32.store offset=24 (local.get 0) (i32.load offset=88 (local.get 0)))
      (i32.store offset=28 (local.get 0) (i32.load offset=92 (local.get 0)))
      (i32.store offset=32 (local.get 0) (i32.load offset=96 (local.get 0)))
      (local.set 1 (i32.sub (local.get 1) (i32.const 1)))
      (br_if $again (local.get 1)))
    (local.get 0)))

;; f#0 (IILInstance;)I
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
;;   GOTO L2
;;   L2
;;   LLOAD 3
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_4
;;   I2L
;;   LADD
;;   LLOAD 3
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 68
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L3
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 3
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   LLOAD 3
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 72
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L4
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 3
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   LLOAD 3
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 76
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L5
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 3
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 16
;;   I2L
;;   LADD
;;   LLOAD 3
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 80
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L6
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 3
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 20
;;   I2L
;;   LADD
;;   LLOAD 3
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 84
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L7
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 3
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 24
;;   I2L
;;   LADD
;;   LLOAD 3
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 88
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L8
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 3
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 28
;;   I2L
;;   LADD
;;   LLOAD 3
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 92
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L9
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   INVOKEDYNAMIC setI32(JJI)V [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 3
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 32
;;   I2L
;;   LADD
;;   LLOAD 3
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 96
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
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   INVOKEDYNAMIC setI32(JJI)V [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IINC 1 -1
;;   ILOAD 1
;;   IFNE L1
;;   ILOAD 0
;;   IRETURN
;;   L3
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L4
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L5
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L6
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L7
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L8
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L9
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L10
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 14
;;   MAXLOCALS = 7
