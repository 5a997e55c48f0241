;; Where some rounds of a loop call nobody, the base is fetched again behind calls, as it lies in
;; the frame in all rounds otherwise.
;; shows: push
;; interruptible: no
(module
  (memory 1)
  (func $grow (param i32))
  (func $push (param $from i32) (param $to i32) (param $count i32)
    (loop $next
      (block $room
        (br_if $room (i32.ne (i32.load offset=8 (local.get $to)) (i32.load offset=4 (local.get $to))))
        (call $grow (local.get $to)))
      (i32.store (local.get $to) (i32.load (local.get $from)))
      (local.set $from (i32.add (local.get $from) (i32.const 4)))
      (br_if $next (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))))

;; push#1 (IIILInstance;)V
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 4
;;   L0
;;   ICONST_0
;;   POP
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 6
;;   L1
;;   LLOAD 4
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 6
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L2
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   LLOAD 4
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   IF_ICMPNE L3
;;   GOTO L4
;;   L3
;;   LLOAD 4
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 4
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 6
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L5
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   IINC 0 4
;;   IINC 2 -1
;;   ILOAD 2
;;   IFNE L1
;;   GOTO L6
;;   L4
;;   ILOAD 1
;;   ALOAD 3
;;   INVOKESTATIC Functions0.grow#0 (ILInstance;)V
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 4
;;   LLOAD 4
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 4
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   ICONST_3
;;   I2L
;;   LADD
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGE L7
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   IINC 0 4
;;   IINC 2 -1
;;   ILOAD 2
;;   IFNE L0
;;   L6
;;   RETURN
;;   L2
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L5
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L7
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 14
;;   MAXLOCALS = 8
