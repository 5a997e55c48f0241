;; Unsigned numbers become floats, and floats lose their sign, by instructions and
;; intrinsics alone.
;; shows: convert
(module
  (func $convert (param $n i32) (result f64)
    (f64.add
      (f64.promote_f32 (f32.abs (f32.convert_i32_u (local.get $n))))
      (f64.abs (f64.convert_i32_u (local.get $n))))))

;; convert#0 (ILInstance;)D
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   L2F
;;   INVOKESTATIC java/lang/Float.floatToRawIntBits (F)I
;;   LDC 2147483647
;;   IAND
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   F2D
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   L2D
;;   INVOKESTATIC java/lang/Double.doubleToRawLongBits (D)J
;;   LDC 9223372036854775807L
;;   LAND
;;   INVOKESTATIC java/lang/Double.longBitsToDouble (J)D
;;   DADD
;;   DRETURN
;;   MAXSTACK = 6
;;   MAXLOCALS = 3
