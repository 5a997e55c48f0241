;; Narrow lanes stay together in two longs; masked ones need not be saturated.
;; shows: narrow
(module
  (memory 1)
  (func $narrow (param i32)
    (v128.store offset=16 (local.get 0)
      (i8x16.narrow_i16x8_u
        (i16x8.add (v128.load (local.get 0)) (v128.load offset=32 (local.get 0)))
        (v128.and (v128.load (local.get 0)) (v128.const i16x8 255 255 255 255 255 255 255 255))))))

;; narrow#0 (ILInstance;)V
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 2
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 4
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 4
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L0
;;   LSTORE 6
;;   LLOAD 2
;;   LLOAD 6
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI64 (JJ)J
;;   LSTORE 8
;;   LLOAD 2
;;   LLOAD 6
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI64 (JJ)J
;;   LSTORE 6
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 32
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L1
;;   LSTORE 10
;;   LLOAD 2
;;   LLOAD 10
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI64 (JJ)J
;;   LSTORE 12
;;   LLOAD 2
;;   LLOAD 10
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI64 (JJ)J
;;   LSTORE 10
;;   LLOAD 8
;;   LDC 9223231297218904063L
;;   LAND
;;   LLOAD 12
;;   LDC 9223231297218904063L
;;   LAND
;;   LADD
;;   LLOAD 8
;;   LLOAD 12
;;   LXOR
;;   LDC -9223231297218904064L
;;   LAND
;;   LXOR
;;   LSTORE 12
;;   LLOAD 6
;;   LDC 9223231297218904063L
;;   LAND
;;   LLOAD 10
;;   LDC 9223231297218904063L
;;   LAND
;;   LADD
;;   LLOAD 6
;;   LLOAD 10
;;   LXOR
;;   LDC -9223231297218904064L
;;   LAND
;;   LXOR
;;   LSTORE 10
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 4
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L2
;;   POP2
;;   LLOAD 12
;;   LDC -9223231297218904064L
;;   LAND
;;   LSTORE 14
;;   LLOAD 12
;;   LDC 9151454082924314368L
;;   LAND
;;   LDC 9151454082924314368L
;;   LADD
;;   LDC -9223231297218904064L
;;   LAND
;;   LSTORE 16
;;   LLOAD 10
;;   LDC -9223231297218904064L
;;   LAND
;;   LSTORE 18
;;   LLOAD 10
;;   LDC 9151454082924314368L
;;   LAND
;;   LDC 9151454082924314368L
;;   LADD
;;   LDC -9223231297218904064L
;;   LAND
;;   LSTORE 20
;;   LLOAD 12
;;   LLOAD 16
;;   ICONST_1
;;   LSHL
;;   LLOAD 16
;;   BIPUSH 15
;;   LUSHR
;;   LSUB
;;   LOR
;;   LLOAD 14
;;   ICONST_1
;;   LSHL
;;   LLOAD 14
;;   BIPUSH 15
;;   LUSHR
;;   LSUB
;;   ICONST_M1
;;   I2L
;;   LXOR
;;   LAND
;;   LDC 71777214294589695L
;;   LAND
;;   LSTORE 16
;;   LLOAD 16
;;   LLOAD 16
;;   BIPUSH 8
;;   LUSHR
;;   LOR
;;   LDC 281470681808895L
;;   LAND
;;   LSTORE 16
;;   LLOAD 10
;;   LLOAD 20
;;   ICONST_1
;;   LSHL
;;   LLOAD 20
;;   BIPUSH 15
;;   LUSHR
;;   LSUB
;;   LOR
;;   LLOAD 18
;;   ICONST_1
;;   LSHL
;;   LLOAD 18
;;   BIPUSH 15
;;   LUSHR
;;   LSUB
;;   ICONST_M1
;;   I2L
;;   LXOR
;;   LAND
;;   LDC 71777214294589695L
;;   LAND
;;   LSTORE 20
;;   LLOAD 20
;;   LLOAD 20
;;   BIPUSH 8
;;   LUSHR
;;   LOR
;;   LDC 281470681808895L
;;   LAND
;;   LSTORE 20
;;   LLOAD 8
;;   LDC 71777214294589695L
;;   LAND
;;   LDC 71777214294589695L
;;   LAND
;;   LSTORE 8
;;   LLOAD 8
;;   LLOAD 8
;;   BIPUSH 8
;;   LUSHR
;;   LOR
;;   LDC 281470681808895L
;;   LAND
;;   LSTORE 8
;;   LLOAD 6
;;   LDC 71777214294589695L
;;   LAND
;;   LDC 71777214294589695L
;;   LAND
;;   LSTORE 6
;;   LLOAD 6
;;   LLOAD 6
;;   BIPUSH 8
;;   LUSHR
;;   LOR
;;   LDC 281470681808895L
;;   LAND
;;   LSTORE 6
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 16
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 4
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L3
;;   LSTORE 4
;;   LLOAD 2
;;   LLOAD 4
;;   LLOAD 16
;;   LLOAD 16
;;   BIPUSH 16
;;   LUSHR
;;   LOR
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 20
;;   LLOAD 20
;;   BIPUSH 16
;;   LUSHR
;;   LOR
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI64 (JJJ)V
;;   LLOAD 2
;;   LLOAD 4
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   LLOAD 8
;;   LLOAD 8
;;   BIPUSH 16
;;   LUSHR
;;   LOR
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 6
;;   LLOAD 6
;;   BIPUSH 16
;;   LUSHR
;;   LOR
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI64 (JJJ)V
;;   RETURN
;;   L0
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L1
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L2
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L3
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 11
;;   MAXLOCALS = 22
