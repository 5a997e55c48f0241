;; A call may grow the memory, so its size is read again for each access.
;; shows: visit
(module
  (memory 1)
  (func $next (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
  (func $visit (param $at i32)
    (loop $again
      (br_if $again (i32.load (local.tee $at (call $next (local.get $at))))))))

;; visit#1 (ILInstance;)V
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
;;   NOP
;;   L1
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L2
;;   ALOAD 1
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L2
;;   ILOAD 0
;;   ALOAD 1
;;   INVOKESTATIC Functions0.next#0 (ILInstance;)I
;;   ISTORE 0
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   ICONST_3
;;   I2L
;;   LADD
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGE L3
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   IFEQ L4
;;   GOTO L1
;;   L4
;;   RETURN
;;   L3
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 8
;;   MAXLOCALS = 4
