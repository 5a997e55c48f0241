;; Rounds that call nobody have a loop of their own, so that HotSpot keeps what only other rounds
;; change out of it.
;; shows: scan
;; interruptible: no
(module
  (memory 1)
  (func $found (param i32) (result i32) (local.get 0))
  (func $scan (param $at i32) (param $end i32) (result i32)
    (local $sum i32) (local $byte i32)
    (loop $next
      (block $plain
        (br_if $plain (i32.gt_u (local.tee $byte (i32.load8_u (local.get $at))) (i32.const 13)))
        (local.set $sum (i32.add (local.get $sum) (call $found (local.get $byte)))))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 1))) (local.get $end))))
    (local.get $sum)))

;; scan#1 (IILInstance;)I
;;   ICONST_0
;;   ISTORE 3
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 4
;;   L0
;;   ICONST_0
;;   POP
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 6
;;   L1
;;   LLOAD 4
;;   ILOAD 0
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
;;   ISTORE 8
;;   ILOAD 8
;;   BIPUSH 13
;;   INVOKESTATIC java/lang/Integer.compareUnsigned (II)I
;;   IFGT L3
;;   GOTO L4
;;   L3
;;   IINC 0 1
;;   ILOAD 0
;;   ILOAD 1
;;   INVOKESTATIC java/lang/Integer.compareUnsigned (II)I
;;   IFGE L5
;;   GOTO L1
;;   L5
;;   GOTO L6
;;   L4
;;   ILOAD 3
;;   ILOAD 8
;;   ALOAD 2
;;   INVOKESTATIC Functions0.found#0 (ILInstance;)I
;;   IADD
;;   ISTORE 3
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 4
;;   IINC 0 1
;;   ILOAD 0
;;   ILOAD 1
;;   INVOKESTATIC java/lang/Integer.compareUnsigned (II)I
;;   IFGE L7
;;   GOTO L0
;;   L7
;;   NOP
;;   L6
;;   ILOAD 3
;;   IRETURN
;;   L2
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 8
;;   MAXLOCALS = 9
