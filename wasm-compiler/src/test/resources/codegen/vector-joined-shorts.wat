;; Two vectors of floats that become numbers of 16 bits are interleaved: each `int` of the
;; result is the halves of two.
;; shows: interleave
;; interruptible: no
(module
  (memory 1)
  (func $interleave (param $at i32) (param $one v128) (param $other v128)
    (v128.store (local.get $at)
      (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23
        (f32x4.mul (local.get $one) (f32x4.splat (f32.const 2)))
        (f32x4.mul (local.get $other) (f32x4.splat (f32.const 4)))))))

;; interleave#0 (IJJJJLInstance;)V
;;   ALOAD 9
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 10
;;   LLOAD 1
;;   L2I
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   LDC 2.0F
;;   FMUL
;;   INVOKESTATIC java/lang/Float.floatToRawIntBits (F)I
;;   ISTORE 12
;;   LLOAD 1
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   LDC 2.0F
;;   FMUL
;;   INVOKESTATIC java/lang/Float.floatToRawIntBits (F)I
;;   ISTORE 13
;;   LLOAD 5
;;   L2I
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   LDC 4.0F
;;   FMUL
;;   INVOKESTATIC java/lang/Float.floatToRawIntBits (F)I
;;   ISTORE 14
;;   LLOAD 5
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   LDC 4.0F
;;   FMUL
;;   INVOKESTATIC java/lang/Float.floatToRawIntBits (F)I
;;   ISTORE 15
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   BIPUSH 15
;;   I2L
;;   LADD
;;   ALOAD 9
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGE L0
;;   LSTORE 5
;;   LLOAD 10
;;   LLOAD 5
;;   ILOAD 12
;;   LDC 65535
;;   IAND
;;   ILOAD 14
;;   BIPUSH 16
;;   ISHL
;;   IOR
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setF32 (JJF)V
;;   LLOAD 10
;;   LLOAD 5
;;   ICONST_4
;;   I2L
;;   LADD
;;   ILOAD 12
;;   BIPUSH 16
;;   IUSHR
;;   ILOAD 14
;;   LDC -65536
;;   IAND
;;   IOR
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setF32 (JJF)V
;;   LLOAD 10
;;   LLOAD 5
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   ILOAD 13
;;   LDC 65535
;;   IAND
;;   ILOAD 15
;;   BIPUSH 16
;;   ISHL
;;   IOR
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setF32 (JJF)V
;;   LLOAD 10
;;   LLOAD 5
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   ILOAD 13
;;   BIPUSH 16
;;   IUSHR
;;   ILOAD 15
;;   LDC -65536
;;   IAND
;;   IOR
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setF32 (JJF)V
;;   RETURN
;;   L0
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 7
;;   MAXLOCALS = 16
