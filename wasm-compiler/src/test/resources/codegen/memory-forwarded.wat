;; What has been stored to the guest's stack is not loaded again: with variables in memory, as compilers leave them
;; that do not optimize. The second load of the byte is left out although something else lies between.
;; shows: sum
(module
  (memory 1)
  (global $stack (mut i32) (i32.const 1024))
  (func $sum (param $a i32) (param $b i32) (result i32)
    (local $frame i32)
    (local.set $frame (i32.sub (global.get $stack) (i32.const 16)))
    (i32.store offset=12 (local.get $frame) (local.get $a))
    (i32.store8 offset=8 (local.get $frame) (local.get $b))
    (i32.store offset=4 (local.get $frame)
      (i32.add (i32.load offset=12 (local.get $frame)) (i32.load8_s offset=8 (local.get $frame))))
    (i32.load offset=4 (local.get $frame))))

;; sum#0 (IILInstance;)I
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
;;   ALOAD 2
;;   GETFIELD Instance.g0 : I
;;   BIPUSH 16
;;   ISUB
;;   ISTORE 7
;;   ILOAD 0
;;   ISTORE 8
;;   LLOAD 3
;;   ILOAD 7
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L0
;;   ILOAD 0
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   ILOAD 1
;;   ISTORE 0
;;   LLOAD 3
;;   ILOAD 7
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   ILOAD 1
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI8 (JJI)V
;;   ILOAD 8
;;   ILOAD 0
;;   I2B
;;   IADD
;;   ISTORE 0
;;   LLOAD 3
;;   ILOAD 7
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_4
;;   I2L
;;   LADD
;;   ILOAD 0
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI32 (JJI)V
;;   ILOAD 0
;;   IRETURN
;;   L0
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 10
;;   MAXLOCALS = 9
