;; A vector is held as the lanes that its users see; shuffles of whole lanes leave no code behind.
;; shows: turn
(module
  (func $turn (param v128 v128) (result i32)
    (i32x4.extract_lane 2
      (i32x4.mul
        (i8x16.shuffle 4 5 6 7 8 9 10 11 12 13 14 15 0 1 2 3
          (i32x4.add (local.get 0) (local.get 1)) (local.get 1))
        (local.get 1)))))

;; turn#0 (JJJJLInstance;)I
;;   LLOAD 6
;;   L2I
;;   ISTORE 9
;;   LLOAD 6
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ISTORE 10
;;   LLOAD 2
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ILOAD 10
;;   IADD
;;   ILOAD 9
;;   IMUL
;;   IRETURN
;;   MAXSTACK = 3
;;   MAXLOCALS = 11
