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
          (i32x4.min_u (v128.const i32x4 255 255 255 255)
            (i32x4.add (v128.const i32x4 30 30 30 30)
              (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u (local.get 1)))))
          (i32x4.min_u (v128.const i32x4 255 255 255 255)
            (i32x4.add (v128.const i32x4 30 30 30 30)
              (i32x4.extend_high_i16x8_u (i16x8.extend_low_i8x16_u (local.get 1))))))
        (i16x8.narrow_i32x4_u
          (i32x4.min_u (v128.const i32x4 255 255 255 255)
            (i32x4.add (v128.const i32x4 30 30 30 30)
              (i32x4.extend_low_i16x8_u (i16x8.extend_high_i8x16_u (local.get 1)))))
          (i32x4.min_u (v128.const i32x4 255 255 255 255)
            (i32x4.add (v128.const i32x4 30 30 30 30)
              (i32x4.extend_high_i16x8_u (i16x8.extend_high_i8x16_u (local.get 1))))))))))

;; brighten#0 (ILInstance;)V
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LSTORE 2
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 4
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 4
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 6
;;   GETSTATIC dev/graft/engine/abi/MemoryHandles.GET_I64 : Ljava/lang/invoke/MethodHandle;
;;   LLOAD 2
;;   LLOAD 6
;;   INVOKEVIRTUAL java/lang/invoke/MethodHandle.invokeExact (JJ)J
;;   LSTORE 8
;;   GETSTATIC dev/graft/engine/abi/MemoryHandles.GET_I64 : Ljava/lang/invoke/MethodHandle;
;;   LLOAD 2
;;   LLOAD 6
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKEVIRTUAL java/lang/invoke/MethodHandle.invokeExact (JJ)J
;;   LSTORE 6
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 16
;;   I2L
;;   LADD
;;   LLOAD 4
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 4
;;   GETSTATIC dev/graft/engine/abi/MemoryHandles.SET_I64 : Ljava/lang/invoke/MethodHandle;
;;   LLOAD 2
;;   LLOAD 4
;;   LDC 71777214294589695L
;;   LDC 8444378152304670L
;;   LLOAD 8
;;   LDC 71777214294589695L
;;   LAND
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/VectorOps.i16x8MinU (JJ)J
;;   LDC 71777214294589695L
;;   LDC 8444378152304670L
;;   LLOAD 8
;;   BIPUSH 8
;;   INVOKESTATIC dev/graft/engine/abi/VectorOps.i16x8ShrU (JI)J
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/VectorOps.i16x8MinU (JJ)J
;;   BIPUSH 8
;;   INVOKESTATIC dev/graft/engine/abi/VectorOps.i16x8Shl (JI)J
;;   LOR
;;   INVOKEVIRTUAL java/lang/invoke/MethodHandle.invokeExact (JJJ)V
;;   GETSTATIC dev/graft/engine/abi/MemoryHandles.SET_I64 : Ljava/lang/invoke/MethodHandle;
;;   LLOAD 2
;;   LLOAD 4
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   LDC 71777214294589695L
;;   LDC 8444378152304670L
;;   LLOAD 6
;;   LDC 71777214294589695L
;;   LAND
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/VectorOps.i16x8MinU (JJ)J
;;   LDC 71777214294589695L
;;   LDC 8444378152304670L
;;   LLOAD 6
;;   BIPUSH 8
;;   INVOKESTATIC dev/graft/engine/abi/VectorOps.i16x8ShrU (JI)J
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/VectorOps.i16x8MinU (JJ)J
;;   BIPUSH 8
;;   INVOKESTATIC dev/graft/engine/abi/VectorOps.i16x8Shl (JI)J
;;   LOR
;;   INVOKEVIRTUAL java/lang/invoke/MethodHandle.invokeExact (JJJ)V
;;   RETURN
;;   MAXSTACK = 14
;;   MAXLOCALS = 10
