;; What begins and ends as bytes is computed for even and for odd bytes, here without any
;; extension to 32 bits, and sums of two bytes need no care for carries.
;; shows: brighten
(module
  (memory 1)
  (func $brighten (param i32) (local v128)
    (local.set 1 (v128.load (local.get 0)))
    (v128.store offset=16 (local.get 0)
      (i8x16.narrow_i16x8_u
        (i16x8.narrow_i32x4_u
          (i32x4.min_u (v128.const i32x4 200 200 200 200)
            (i32x4.add (v128.const i32x4 30 30 30 30)
              (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u (local.get 1)))))
          (i32x4.min_u (v128.const i32x4 200 200 200 200)
            (i32x4.add (v128.const i32x4 30 30 30 30)
              (i32x4.extend_high_i16x8_u (i16x8.extend_low_i8x16_u (local.get 1))))))
        (i16x8.narrow_i32x4_u
          (i32x4.min_u (v128.const i32x4 200 200 200 200)
            (i32x4.add (v128.const i32x4 30 30 30 30)
              (i32x4.extend_low_i16x8_u (i16x8.extend_high_i8x16_u (local.get 1)))))
          (i32x4.min_u (v128.const i32x4 200 200 200 200)
            (i32x4.add (v128.const i32x4 30 30 30 30)
              (i32x4.extend_high_i16x8_u (i16x8.extend_high_i8x16_u (local.get 1))))))))))

;; brighten#0 (ILInstance;)V
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
;;   LDC 8444378152304670L
;;   LLOAD 8
;;   LDC 71777214294589695L
;;   LAND
;;   LADD
;;   LSTORE 10
;;   LDC 8444378152304670L
;;   LLOAD 6
;;   LDC 71777214294589695L
;;   LAND
;;   LADD
;;   LSTORE 12
;;   LDC 8444378152304670L
;;   LLOAD 8
;;   BIPUSH 8
;;   LUSHR
;;   LDC 71777214294589695L
;;   LAND
;;   LADD
;;   LSTORE 8
;;   LDC 8444378152304670L
;;   LLOAD 6
;;   BIPUSH 8
;;   LUSHR
;;   LDC 71777214294589695L
;;   LAND
;;   LADD
;;   LSTORE 6
;;   LLOAD 10
;;   LDC -9166935442870206264L
;;   LLOAD 10
;;   LDC 9223231297218904063L
;;   LAND
;;   LSUB
;;   ICONST_M1
;;   I2L
;;   LXOR
;;   LOR
;;   LDC -9223231297218904064L
;;   LAND
;;   LSTORE 14
;;   LLOAD 12
;;   LDC -9166935442870206264L
;;   LLOAD 12
;;   LDC 9223231297218904063L
;;   LAND
;;   LSUB
;;   ICONST_M1
;;   I2L
;;   LXOR
;;   LOR
;;   LDC -9223231297218904064L
;;   LAND
;;   LSTORE 16
;;   LLOAD 8
;;   LDC -9166935442870206264L
;;   LLOAD 8
;;   LDC 9223231297218904063L
;;   LAND
;;   LSUB
;;   ICONST_M1
;;   I2L
;;   LXOR
;;   LOR
;;   LDC -9223231297218904064L
;;   LAND
;;   LSTORE 18
;;   LLOAD 6
;;   LDC -9166935442870206264L
;;   LLOAD 6
;;   LDC 9223231297218904063L
;;   LAND
;;   LSUB
;;   ICONST_M1
;;   I2L
;;   LXOR
;;   LOR
;;   LDC -9223231297218904064L
;;   LAND
;;   LSTORE 20
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
;;   LSTORE 4
;;   LLOAD 2
;;   LLOAD 4
;;   LLOAD 10
;;   LLOAD 10
;;   LDC 56295854348697800L
;;   LXOR
;;   LLOAD 14
;;   ICONST_1
;;   LSHL
;;   LLOAD 14
;;   BIPUSH 15
;;   LUSHR
;;   LSUB
;;   LAND
;;   LXOR
;;   LLOAD 8
;;   LLOAD 8
;;   LDC 56295854348697800L
;;   LXOR
;;   LLOAD 18
;;   ICONST_1
;;   LSHL
;;   LLOAD 18
;;   BIPUSH 15
;;   LUSHR
;;   LSUB
;;   LAND
;;   LXOR
;;   BIPUSH 8
;;   LSHL
;;   LDC -71777214294589696L
;;   LAND
;;   LOR
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI64 (JJJ)V
;;   LLOAD 2
;;   LLOAD 4
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   LLOAD 12
;;   LLOAD 12
;;   LDC 56295854348697800L
;;   LXOR
;;   LLOAD 16
;;   ICONST_1
;;   LSHL
;;   LLOAD 16
;;   BIPUSH 15
;;   LUSHR
;;   LSUB
;;   LAND
;;   LXOR
;;   LLOAD 6
;;   LLOAD 6
;;   LDC 56295854348697800L
;;   LXOR
;;   LLOAD 20
;;   ICONST_1
;;   LSHL
;;   LLOAD 20
;;   BIPUSH 15
;;   LUSHR
;;   LSUB
;;   LAND
;;   LXOR
;;   BIPUSH 8
;;   LSHL
;;   LDC -71777214294589696L
;;   LAND
;;   LOR
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI64 (JJJ)V
;;   RETURN
;;   L0
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L1
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 15
;;   MAXLOCALS = 22
