;; What is limited before it becomes an integer is limited afterwards, and then needs no
;; saturation to be narrowed. The constant in a local is known.
;; shows: bytes
(module
  (func $bytes (param v128) (result v128)
    (local v128)
    (i16x8.narrow_i32x4_u
      (i32x4.trunc_sat_f32x4_u
        (f32x4.pmin (local.get 0) (local.tee 1 (v128.const f32x4 255 255 255 255))))
      (i32x4.trunc_sat_f32x4_u
        (f32x4.pmin (f32x4.pmax (local.get 0) (v128.const f32x4 0 0 0 0)) (local.get 1))))))

;; bytes#0 (JJLInstance;)J
;;   LLOAD 0
;;   L2I
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   FSTORE 5
;;   LLOAD 0
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   FSTORE 6
;;   LLOAD 2
;;   L2I
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   FSTORE 7
;;   LLOAD 2
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   FSTORE 8
;;   ALOAD 4
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_1
;;   FLOAD 5
;;   F2I
;;   ICONST_0
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   ICONST_0
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 255
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   LDC 65535
;;   IAND
;;   FLOAD 6
;;   F2I
;;   ICONST_0
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   ICONST_0
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 255
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   BIPUSH 16
;;   ISHL
;;   IOR
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   FLOAD 7
;;   F2I
;;   ICONST_0
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   ICONST_0
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 255
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   LDC 65535
;;   IAND
;;   FLOAD 8
;;   F2I
;;   ICONST_0
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   ICONST_0
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 255
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   BIPUSH 16
;;   ISHL
;;   IOR
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   LASTORE
;;   FLOAD 5
;;   F2I
;;   ICONST_0
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 255
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   LDC 65535
;;   IAND
;;   FLOAD 6
;;   F2I
;;   ICONST_0
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 255
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   BIPUSH 16
;;   ISHL
;;   IOR
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   FLOAD 7
;;   F2I
;;   ICONST_0
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 255
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   LDC 65535
;;   IAND
;;   FLOAD 8
;;   F2I
;;   ICONST_0
;;   INVOKESTATIC java/lang/Math.max (II)I
;;   SIPUSH 255
;;   INVOKESTATIC java/lang/Math.min (II)I
;;   BIPUSH 16
;;   ISHL
;;   IOR
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   LRETURN
;;   MAXSTACK = 7
;;   MAXLOCALS = 9
