;; Bytes that are extended twice are taken from where they are.
;; shows: widen
(module
  (func $widen (param v128) (result i32)
    (i32x4.extract_lane 3 (i32x4.extend_low_i16x8_u (i16x8.extend_high_i8x16_u (local.get 0))))))

;; widen#0 (JJLInstance;)I
;;   LLOAD 2
;;   BIPUSH 24
;;   LUSHR
;;   L2I
;;   ISTORE 5
;;   ILOAD 5
;;   SIPUSH 255
;;   IAND
;;   LDC 65535
;;   IAND
;;   IRETURN
;;   MAXSTACK = 3
;;   MAXLOCALS = 6
