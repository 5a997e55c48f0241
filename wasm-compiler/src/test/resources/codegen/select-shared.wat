;; Two choices that the same variable decides, one of which needs a sum, would be a jump: a binary search. The mask is made without one.
;; shows: search
(module
  (memory 1)
  (func $search (param $low i32) (param $high i32) (param $key i32) (result i32)
    (local $middle i32) (local $less i32)
    (loop $next
      (local.set $middle (i32.shr_u (i32.add (local.get $low) (local.get $high)) (i32.const 1)))
      (local.set $less (i32.lt_u (i32.load8_u (local.get $middle)) (local.get $key)))
      (local.set $low (select (i32.add (local.get $middle) (i32.const 1)) (local.get $low) (local.get $less)))
      (local.set $high (select (local.get $high) (local.get $middle) (local.get $less)))
      (br_if $next (i32.lt_u (local.get $low) (local.get $high))))
    (local.get $low)))

;; search#0 (IIILInstance;)I
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 4
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 6
;;   L0
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L1
;;   ALOAD 3
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L1
;;   ILOAD 0
;;   ILOAD 1
;;   IADD
;;   ICONST_1
;;   IUSHR
;;   ISTORE 8
;;   ICONST_1
;;   LLOAD 4
;;   ILOAD 8
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 6
;;   LCMP
;;   IFGE L2
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI8 (JJ)I
;;   SIPUSH 255
;;   IAND
;;   ILOAD 2
;;   INVOKESTATIC java/lang/Integer.compareUnsigned (II)I
;;   IFLT L3
;;   POP
;;   ICONST_0
;;   L3
;;   ISTORE 9
;;   ICONST_M1
;;   ICONST_0
;;   ILOAD 9
;;   IFNE L4
;;   SWAP
;;   L4
;;   POP
;;   ISTORE 9
;;   ILOAD 8
;;   ICONST_1
;;   IADD
;;   ILOAD 0
;;   IXOR
;;   ILOAD 9
;;   IAND
;;   ILOAD 0
;;   IXOR
;;   ISTORE 0
;;   ILOAD 1
;;   ILOAD 8
;;   IXOR
;;   ILOAD 9
;;   IAND
;;   ILOAD 8
;;   IXOR
;;   ISTORE 1
;;   ILOAD 0
;;   ILOAD 1
;;   INVOKESTATIC java/lang/Integer.compareUnsigned (II)I
;;   IFGE L5
;;   GOTO L0
;;   L5
;;   ILOAD 0
;;   IRETURN
;;   L2
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 9
;;   MAXLOCALS = 10
