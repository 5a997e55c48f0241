;; Many accesses in code that runs through once are carried out in place, too.
;; shows: fill
(module
  (memory 1)
  (func $fill (param $at i32)
    (i32.store offset=0 (local.get $at) (i32.const 0))
    (i32.store offset=4 (local.get $at) (i32.const 1))
    (i32.store offset=8 (local.get $at) (i32.const 2))
    (i32.store offset=12 (local.get $at) (i32.const 3))
    (i32.store offset=16 (local.get $at) (i32.const 4))
    (i32.store offset=20 (local.get $at) (i32.const 5))
    (i32.store offset=24 (local.get $at) (i32.const 6))
    (i32.store offset=28 (local.get $at) (i32.const 7))
    (i32.store offset=32 (local.get $at) (i32.const 8))
    (i32.store offset=36 (local.get $at) (i32.const 9))
    (i32.store offset=40 (local.get $at) (i32.const 10))
    (i32.store offset=44 (local.get $at) (i32.const 11))
    (i32.store offset=48 (local.get $at) (i32.const 12))
    (i32.store offset=52 (local.get $at) (i32.const 13))
    (i32.store offset=56 (local.get $at) (i32.const 14))
    (i32.store offset=60 (local.get $at) (i32.const 15))
    (i32.store offset=64 (local.get $at) (i32.const 16))
    (i32.store offset=68 (local.get $at) (i32.const 17))
    (i32.store offset=72 (local.get $at) (i32.const 18))
    (i32.store offset=76 (local.get $at) (i32.const 19))
    (i32.store offset=80 (local.get $at) (i32.const 20))
    (i32.store offset=84 (local.get $at) (i32.const 21))
    (i32.store offset=88 (local.get $at) (i32.const 22))
    (i32.store offset=92 (local.get $at) (i32.const 23))
    (i32.store offset=96 (local.get $at) (i32.const 24))))

;; fill#0 (ILInstance;)V
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 2
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 4
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L0
;;   ICONST_0
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_4
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L1
;;   ICONST_1
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L2
;;   ICONST_2
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L3
;;   ICONST_3
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 16
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L4
;;   ICONST_4
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 20
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L5
;;   ICONST_5
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 24
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L6
;;   BIPUSH 6
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 28
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L7
;;   BIPUSH 7
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 32
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L8
;;   BIPUSH 8
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 36
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L9
;;   BIPUSH 9
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 40
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L10
;;   BIPUSH 10
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 44
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L11
;;   BIPUSH 11
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 48
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L12
;;   BIPUSH 12
;;   INVOKEDYNAMIC setI32(JJI)V [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 52
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L13
;;   BIPUSH 13
;;   INVOKEDYNAMIC setI32(JJI)V [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 56
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L14
;;   BIPUSH 14
;;   INVOKEDYNAMIC setI32(JJI)V [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 60
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L15
;;   BIPUSH 15
;;   INVOKEDYNAMIC setI32(JJI)V [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 64
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L16
;;   BIPUSH 16
;;   INVOKEDYNAMIC setI32(JJI)V [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 68
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L17
;;   BIPUSH 17
;;   INVOKEDYNAMIC setI32(JJI)V [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 72
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L18
;;   BIPUSH 18
;;   INVOKEDYNAMIC setI32(JJI)V [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 76
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L19
;;   BIPUSH 19
;;   INVOKEDYNAMIC setI32(JJI)V [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 80
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L20
;;   BIPUSH 20
;;   INVOKEDYNAMIC setI32(JJI)V [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 84
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L21
;;   BIPUSH 21
;;   INVOKEDYNAMIC setI32(JJI)V [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 88
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L22
;;   BIPUSH 22
;;   INVOKEDYNAMIC setI32(JJI)V [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 92
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L23
;;   BIPUSH 23
;;   INVOKEDYNAMIC setI32(JJI)V [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 96
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L24
;;   BIPUSH 24
;;   INVOKEDYNAMIC setI32(JJI)V [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   RETURN
;;   L0
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L1
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L2
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
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
;;   L11
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L12
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L13
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L14
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L15
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L16
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L17
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L18
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L19
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L20
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L21
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L22
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L23
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L24
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 10
;;   MAXLOCALS = 6
