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
;;   BIPUSH 32
;;   I2L
;;   LADD
;;   LLOAD 4
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 10
;;   GETSTATIC dev/graft/engine/abi/MemoryHandles.GET_I64 : Ljava/lang/invoke/MethodHandle;
;;   LLOAD 2
;;   LLOAD 10
;;   INVOKEVIRTUAL java/lang/invoke/MethodHandle.invokeExact (JJ)J
;;   LSTORE 12
;;   GETSTATIC dev/graft/engine/abi/MemoryHandles.GET_I64 : Ljava/lang/invoke/MethodHandle;
;;   LLOAD 2
;;   LLOAD 10
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKEVIRTUAL java/lang/invoke/MethodHandle.invokeExact (JJ)J
;;   LSTORE 10
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 4
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 14
;;   GETSTATIC dev/graft/engine/abi/MemoryHandles.GET_I64 : Ljava/lang/invoke/MethodHandle;
;;   LLOAD 2
;;   LLOAD 14
;;   INVOKEVIRTUAL java/lang/invoke/MethodHandle.invokeExact (JJ)J
;;   LSTORE 16
;;   GETSTATIC dev/graft/engine/abi/MemoryHandles.GET_I64 : Ljava/lang/invoke/MethodHandle;
;;   LLOAD 2
;;   LLOAD 14
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKEVIRTUAL java/lang/invoke/MethodHandle.invokeExact (JJ)J
;;   LSTORE 14
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
;;   LLOAD 8
;;   LLOAD 12
;;   INVOKESTATIC dev/graft/engine/abi/VectorOps.i16x8Add (JJ)J
;;   LLOAD 6
;;   LLOAD 10
;;   INVOKESTATIC dev/graft/engine/abi/VectorOps.i16x8Add (JJ)J
;;   INVOKESTATIC dev/graft/engine/abi/VectorOps.i8x16NarrowI16x8U (JJ)J
;;   INVOKEVIRTUAL java/lang/invoke/MethodHandle.invokeExact (JJJ)V
;;   GETSTATIC dev/graft/engine/abi/MemoryHandles.SET_I64 : Ljava/lang/invoke/MethodHandle;
;;   LLOAD 2
;;   LLOAD 4
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   LLOAD 16
;;   LDC 71777214294589695L
;;   LAND
;;   LLOAD 14
;;   LDC 71777214294589695L
;;   LAND
;;   INVOKESTATIC dev/graft/engine/abi/VectorOps.i8x16Pack (JJ)J
;;   INVOKEVIRTUAL java/lang/invoke/MethodHandle.invokeExact (JJJ)V
;;   RETURN
;;   MAXSTACK = 11
;;   MAXLOCALS = 18
