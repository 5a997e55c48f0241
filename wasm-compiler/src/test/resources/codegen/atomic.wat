;; Atomic instructions are calls of operators. What follows may rely on what they have seen, so the size of the memory is read again in each round.
;; shows: spin
(module
  (memory 1 2 shared)
  (func $spin (param $at i32)
    (loop $again
      (i32.store (local.get $at) (i32.const 1))
      (br_if $again (i32.wrap_i64 (i64.atomic.rmw8.add_u offset=1 (local.get $at) (i64.const 1)))))))

;; spin#0 (ILInstance;)V
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 2
;;   L0
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L1
;;   ALOAD 1
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L1
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
;;   IFGE L2
;;   ICONST_1
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LCONST_1
;;   L2I
;;   LCONST_1
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/AtomicOps.add8 (JIJLdev/graft/engine/abi/LinearMemory;)I
;;   I2L
;;   L2I
;;   IFEQ L3
;;   GOTO L0
;;   L3
;;   RETURN
;;   L2
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 8
;;   MAXLOCALS = 4
