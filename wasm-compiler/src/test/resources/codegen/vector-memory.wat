;; An access to a whole vector is checked once, and loads the lanes that are needed.
;; shows: scale
;; interruptible: no
(module
  (memory 1)
  (func $scale (param $at i32) (param $factor f32)
    (v128.store offset=16 (local.get $at)
      (f32x4.mul (v128.load (local.get $at)) (f32x4.splat (local.get $factor))))))

;; scale#0 (IFLInstance;)V
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
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L0
;;   LSTORE 7
;;   LLOAD 3
;;   LLOAD 7
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF32 (JJ)F
;;   FSTORE 9
;;   LLOAD 3
;;   LLOAD 7
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF32 (JJ)F
;;   FSTORE 10
;;   LLOAD 3
;;   LLOAD 7
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF32 (JJ)F
;;   FSTORE 11
;;   LLOAD 3
;;   LLOAD 7
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getF32 (JJ)F
;;   FSTORE 12
;;   FLOAD 1
;;   FSTORE 1
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 16
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 5
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L1
;;   LSTORE 5
;;   LLOAD 3
;;   LLOAD 5
;;   FLOAD 9
;;   FLOAD 1
;;   FMUL
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setF32 (JJF)V
;;   LLOAD 3
;;   LLOAD 5
;;   ICONST_4
;;   I2L
;;   LADD
;;   FLOAD 10
;;   FLOAD 1
;;   FMUL
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setF32 (JJF)V
;;   LLOAD 3
;;   LLOAD 5
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   FLOAD 11
;;   FLOAD 1
;;   FMUL
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setF32 (JJF)V
;;   LLOAD 3
;;   LLOAD 5
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   FLOAD 12
;;   FLOAD 1
;;   FMUL
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setF32 (JJF)V
;;   RETURN
;;   L0
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L1
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 8
;;   MAXLOCALS = 13
