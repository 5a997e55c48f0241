;; Of several accesses off one base the first load checks what all loads behind it need; what lies within that is not checked again, before a call or behind it.
;; shows: move
(module
  (memory 1)
  (func $other)
  (func $move (param $structure i32) (result i32)
    (local $x i32)
    (local.set $x (i32.load (local.get $structure)))
    (local.set $x (i32.add (local.get $x) (i32.load offset=8 (local.get $structure))))
    (call $other)
    (i32.store offset=4 (local.get $structure) (local.get $x))
    (i32.load offset=6 (local.get $structure))))

;; move#1 (ILInstance;)I
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 2
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L0
;;   ALOAD 1
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L0
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   BIPUSH 11
;;   I2L
;;   LADD
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGE L1
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 4
;;   ILOAD 4
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   IADD
;;   ISTORE 4
;;   ALOAD 1
;;   INVOKESTATIC Functions0.other#0 (LInstance;)V
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_4
;;   I2L
;;   LADD
;;   ILOAD 4
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 6
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   IRETURN
;;   L1
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 8
;;   MAXLOCALS = 5
