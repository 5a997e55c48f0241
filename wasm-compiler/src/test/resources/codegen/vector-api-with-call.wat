;; A loop that calls something keeps lanes even if the Vector API is allowed: an object that lives across a call has to be made.
;; shows: each
;; interruptible: no
;; vector-api: yes
(module
  (import "host" "next" (func $next))
  (memory 1)
  (func $each (param $x i32) (param $end i32)
    (loop $again
      (v128.store (local.get $x) (f64x2.sqrt (v128.load (local.get $x))))
      (call $next)
      (br_if $again (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 16))) (local.get $end))))))

;; each#1 (IILInstance;)V
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 3
;;   L0
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   BIPUSH 15
;;   I2L
;;   LADD
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGE L1
;;   LSTORE 5
;;   LLOAD 3
;;   LLOAD 5
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF64 (JJ)D
;;   DSTORE 7
;;   LLOAD 3
;;   LLOAD 5
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF64 (JJ)D
;;   DSTORE 9
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   BIPUSH 15
;;   I2L
;;   LADD
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGE L2
;;   LSTORE 5
;;   LLOAD 3
;;   LLOAD 5
;;   DLOAD 7
;;   INVOKESTATIC java/lang/Math.sqrt (D)D
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setF64 (JJD)V
;;   LLOAD 3
;;   LLOAD 5
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   DLOAD 9
;;   INVOKESTATIC java/lang/Math.sqrt (D)D
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setF64 (JJD)V
;;   ALOAD 2
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.imports : [Ldev/graft/engine/abi/FunctionReference;
;;   ICONST_0
;;   AALOAD
;;   INVOKEVIRTUAL dev/graft/engine/abi/FunctionReference.handle ()Ljava/lang/invoke/MethodHandle;
;;   ALOAD 2
;;   INVOKEVIRTUAL java/lang/invoke/MethodHandle.invokeExact (Ldev/graft/engine/abi/ModuleInstance;)V
;;   IINC 0 16
;;   ILOAD 0
;;   ILOAD 1
;;   INVOKESTATIC java/lang/Integer.compareUnsigned (II)I
;;   IFGE L3
;;   GOTO L0
;;   L3
;;   RETURN
;;   L1
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L2
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 6
;;   MAXLOCALS = 11
