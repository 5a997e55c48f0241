;; Products of neighbouring bytes that are added: even and odd bytes are multiplied, and not
;; shuffled apart, and the sum of two products of a magnitude has nothing to saturate.
;; shows: neighbours
(module
  (memory 1)
  (func $neighbours (param i32) (local v128 v128 v128 v128)
    (local.set 1 (i8x16.abs (v128.load (local.get 0))))
    (local.set 2 (v128.load offset=16 (local.get 0)))
    (local.set 3
      (i16x8.mul (i16x8.extend_low_i8x16_s (local.get 2)) (i16x8.extend_low_i8x16_u (local.get 1))))
    (local.set 4
      (i16x8.mul (i16x8.extend_high_i8x16_s (local.get 2)) (i16x8.extend_high_i8x16_u (local.get 1))))
    (v128.store offset=32 (local.get 0)
      (i16x8.add_sat_s
        (i8x16.shuffle 0 1 4 5 8 9 12 13 16 17 20 21 24 25 28 29 (local.get 3) (local.get 4))
        (i8x16.shuffle 2 3 6 7 10 11 14 15 18 19 22 23 26 27 30 31 (local.get 3) (local.get 4))))))

;; neighbours#0 (ILInstance;)V
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
;;   LLOAD 8
;;   LDC -9187201950435737472L
;;   LAND
;;   LSTORE 10
;;   LLOAD 6
;;   LDC -9187201950435737472L
;;   LAND
;;   LSTORE 12
;;   LLOAD 8
;;   LLOAD 10
;;   ICONST_1
;;   LSHL
;;   LLOAD 10
;;   BIPUSH 7
;;   LUSHR
;;   LSUB
;;   LXOR
;;   LLOAD 10
;;   BIPUSH 7
;;   LUSHR
;;   LADD
;;   LSTORE 10
;;   LLOAD 6
;;   LLOAD 12
;;   ICONST_1
;;   LSHL
;;   LLOAD 12
;;   BIPUSH 7
;;   LUSHR
;;   LSUB
;;   LXOR
;;   LLOAD 12
;;   BIPUSH 7
;;   LUSHR
;;   LADD
;;   LSTORE 12
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
;;   IFGE L1
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
;;   LLOAD 8
;;   BIPUSH 8
;;   LSHL
;;   LDC -71777214294589696L
;;   LAND
;;   BIPUSH 8
;;   LUSHR
;;   LDC 71777214294589695L
;;   LAND
;;   LDC -9187201950435737472L
;;   LXOR
;;   LDC 36029346783166592L
;;   LSUB
;;   LDC -9223231297218904064L
;;   LXOR
;;   LSTORE 14
;;   LLOAD 6
;;   BIPUSH 8
;;   LSHL
;;   LDC -71777214294589696L
;;   LAND
;;   BIPUSH 8
;;   LUSHR
;;   LDC 71777214294589695L
;;   LAND
;;   LDC -9187201950435737472L
;;   LXOR
;;   LDC 36029346783166592L
;;   LSUB
;;   LDC -9223231297218904064L
;;   LXOR
;;   LSTORE 16
;;   LLOAD 8
;;   BIPUSH 8
;;   LUSHR
;;   LDC 71777214294589695L
;;   LAND
;;   LDC -9187201950435737472L
;;   LXOR
;;   LDC 36029346783166592L
;;   LSUB
;;   LDC -9223231297218904064L
;;   LXOR
;;   LSTORE 8
;;   LLOAD 6
;;   BIPUSH 8
;;   LUSHR
;;   LDC 71777214294589695L
;;   LAND
;;   LDC -9187201950435737472L
;;   LXOR
;;   LDC 36029346783166592L
;;   LSUB
;;   LDC -9223231297218904064L
;;   LXOR
;;   LSTORE 6
;;   LLOAD 10
;;   LDC 71777214294589695L
;;   LAND
;;   LSTORE 18
;;   LLOAD 12
;;   LDC 71777214294589695L
;;   LAND
;;   LSTORE 20
;;   LLOAD 10
;;   BIPUSH 8
;;   LUSHR
;;   LDC 71777214294589695L
;;   LAND
;;   LSTORE 10
;;   LLOAD 12
;;   BIPUSH 8
;;   LUSHR
;;   LDC 71777214294589695L
;;   LAND
;;   LSTORE 12
;;   LLOAD 14
;;   LLOAD 18
;;   LMUL
;;   LDC 65535L
;;   LAND
;;   LLOAD 14
;;   LDC 4294901760L
;;   LAND
;;   LLOAD 18
;;   BIPUSH 16
;;   LUSHR
;;   LMUL
;;   LDC 4294901760L
;;   LAND
;;   LOR
;;   LLOAD 14
;;   LDC 281470681743360L
;;   LAND
;;   LLOAD 18
;;   BIPUSH 32
;;   LUSHR
;;   LMUL
;;   LDC 281470681743360L
;;   LAND
;;   LOR
;;   LLOAD 14
;;   LDC -281474976710656L
;;   LAND
;;   LLOAD 18
;;   BIPUSH 48
;;   LUSHR
;;   LMUL
;;   LOR
;;   LSTORE 18
;;   LLOAD 16
;;   LLOAD 20
;;   LMUL
;;   LDC 65535L
;;   LAND
;;   LLOAD 16
;;   LDC 4294901760L
;;   LAND
;;   LLOAD 20
;;   BIPUSH 16
;;   LUSHR
;;   LMUL
;;   LDC 4294901760L
;;   LAND
;;   LOR
;;   LLOAD 16
;;   LDC 281470681743360L
;;   LAND
;;   LLOAD 20
;;   BIPUSH 32
;;   LUSHR
;;   LMUL
;;   LDC 281470681743360L
;;   LAND
;;   LOR
;;   LLOAD 16
;;   LDC -281474976710656L
;;   LAND
;;   LLOAD 20
;;   BIPUSH 48
;;   LUSHR
;;   LMUL
;;   LOR
;;   LSTORE 20
;;   LLOAD 8
;;   LLOAD 10
;;   LMUL
;;   LDC 65535L
;;   LAND
;;   LLOAD 8
;;   LDC 4294901760L
;;   LAND
;;   LLOAD 10
;;   BIPUSH 16
;;   LUSHR
;;   LMUL
;;   LDC 4294901760L
;;   LAND
;;   LOR
;;   LLOAD 8
;;   LDC 281470681743360L
;;   LAND
;;   LLOAD 10
;;   BIPUSH 32
;;   LUSHR
;;   LMUL
;;   LDC 281470681743360L
;;   LAND
;;   LOR
;;   LLOAD 8
;;   LDC -281474976710656L
;;   LAND
;;   LLOAD 10
;;   BIPUSH 48
;;   LUSHR
;;   LMUL
;;   LOR
;;   LSTORE 10
;;   LLOAD 6
;;   LLOAD 12
;;   LMUL
;;   LDC 65535L
;;   LAND
;;   LLOAD 6
;;   LDC 4294901760L
;;   LAND
;;   LLOAD 12
;;   BIPUSH 16
;;   LUSHR
;;   LMUL
;;   LDC 4294901760L
;;   LAND
;;   LOR
;;   LLOAD 6
;;   LDC 281470681743360L
;;   LAND
;;   LLOAD 12
;;   BIPUSH 32
;;   LUSHR
;;   LMUL
;;   LDC 281470681743360L
;;   LAND
;;   LOR
;;   LLOAD 6
;;   LDC -281474976710656L
;;   LAND
;;   LLOAD 12
;;   BIPUSH 48
;;   LUSHR
;;   LMUL
;;   LOR
;;   LSTORE 12
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
;;   IFGE L2
;;   LSTORE 4
;;   LLOAD 2
;;   LLOAD 4
;;   LLOAD 18
;;   LDC 9223231297218904063L
;;   LAND
;;   LLOAD 10
;;   LDC 9223231297218904063L
;;   LAND
;;   LADD
;;   LLOAD 18
;;   LLOAD 10
;;   LXOR
;;   LDC -9223231297218904064L
;;   LAND
;;   LXOR
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI64 (JJJ)V
;;   LLOAD 2
;;   LLOAD 4
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   LLOAD 20
;;   LDC 9223231297218904063L
;;   LAND
;;   LLOAD 12
;;   LDC 9223231297218904063L
;;   LAND
;;   LADD
;;   LLOAD 20
;;   LLOAD 12
;;   LXOR
;;   LDC -9223231297218904064L
;;   LAND
;;   LXOR
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
;;   MAXSTACK = 10
;;   MAXLOCALS = 22
