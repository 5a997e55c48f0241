;; The variable that ends a loop with a call counts for the address that changes with it.
;; shows: each
(module
  (func $see (import "host" "see") (param i32))
  (memory 1)
  (func $each (param $at i32) (param $count i32) (local $i i32)
    (loop $again
      (call $see (i32.load (local.get $at)))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $again (i32.ne (local.get $count) (local.get $i))))))

;; each#1 (IILInstance;)V
;;   ICONST_0
;;   ISTORE 3
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 4
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L0
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L0
;;   ILOAD 0
;;   ILOAD 3
;;   ICONST_2
;;   ISHL
;;   ISUB
;;   ISTORE 0
;;   L1
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L2
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L2
;;   ALOAD 2
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.imports : [Ldev/graft/engine/abi/FunctionReference;
;;   ICONST_0
;;   AALOAD
;;   INVOKEVIRTUAL dev/graft/engine/abi/FunctionReference.handle ()Ljava/lang/invoke/MethodHandle;
;;   LLOAD 4
;;   ILOAD 0
;;   ILOAD 3
;;   ICONST_2
;;   ISHL
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   ICONST_3
;;   I2L
;;   LADD
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGE L3
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ALOAD 2
;;   INVOKEVIRTUAL java/lang/invoke/MethodHandle.invokeExact (ILdev/graft/engine/abi/ModuleInstance;)V
;;   IINC 3 1
;;   ILOAD 1
;;   ILOAD 3
;;   IF_ICMPNE L1
;;   RETURN
;;   L3
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 9
;;   MAXLOCALS = 6
