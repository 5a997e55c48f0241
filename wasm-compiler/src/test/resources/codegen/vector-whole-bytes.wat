;; Sums of bytes that are extended, limited to a byte and narrowed are sums of bytes that saturate: nothing
;; is extended.
;; shows: brighter
(module
  (func $brighter (param v128 v128) (result v128)
    (i8x16.narrow_i16x8_u
      (i16x8.min_u (v128.const i16x8 255 255 255 255 255 255 255 255)
        (i16x8.add (i16x8.extend_low_i8x16_u (local.get 0)) (i16x8.extend_low_i8x16_u (local.get 1))))
      (i16x8.min_u (v128.const i16x8 255 255 255 255 255 255 255 255)
        (i16x8.add (i16x8.extend_high_i8x16_u (local.get 0)) (i16x8.extend_high_i8x16_u (local.get 1)))))))

;; brighter#0 (JJJJLInstance;)J
;;   LLOAD 0
;;   LDC 9187201950435737471L
;;   LAND
;;   LLOAD 4
;;   LDC 9187201950435737471L
;;   LAND
;;   LADD
;;   LLOAD 0
;;   LLOAD 4
;;   LXOR
;;   LDC -9187201950435737472L
;;   LAND
;;   LXOR
;;   LSTORE 9
;;   LLOAD 0
;;   LLOAD 4
;;   LAND
;;   LLOAD 0
;;   LLOAD 4
;;   LOR
;;   LLOAD 9
;;   ICONST_M1
;;   I2L
;;   LXOR
;;   LAND
;;   LOR
;;   LDC -9187201950435737472L
;;   LAND
;;   LSTORE 4
;;   LLOAD 2
;;   LDC 9187201950435737471L
;;   LAND
;;   LLOAD 6
;;   LDC 9187201950435737471L
;;   LAND
;;   LADD
;;   LLOAD 2
;;   LLOAD 6
;;   LXOR
;;   LDC -9187201950435737472L
;;   LAND
;;   LXOR
;;   LSTORE 0
;;   LLOAD 2
;;   LLOAD 6
;;   LAND
;;   LLOAD 2
;;   LLOAD 6
;;   LOR
;;   LLOAD 0
;;   ICONST_M1
;;   I2L
;;   LXOR
;;   LAND
;;   LOR
;;   LDC -9187201950435737472L
;;   LAND
;;   LSTORE 6
;;   ALOAD 8
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_1
;;   LLOAD 0
;;   LLOAD 6
;;   ICONST_1
;;   LSHL
;;   LLOAD 6
;;   BIPUSH 7
;;   LUSHR
;;   LSUB
;;   LOR
;;   LASTORE
;;   LLOAD 9
;;   LLOAD 4
;;   ICONST_1
;;   LSHL
;;   LLOAD 4
;;   BIPUSH 7
;;   LUSHR
;;   LSUB
;;   LOR
;;   LRETURN
;;   MAXSTACK = 9
;;   MAXLOCALS = 11
