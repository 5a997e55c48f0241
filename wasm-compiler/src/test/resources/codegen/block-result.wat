;; The result of a block is a variable that each branch to its end assigns.
;; shows: find
(module
  (func $find (param $value i32) (result i32)
    (i32.add
      (block $end (result i32)
        (drop (br_if $end (i32.const 4) (i32.eq (local.get $value) (i32.const 1))))
        (drop (br_if $end (i32.const 5) (i32.eq (local.get $value) (i32.const 2))))
        (i32.const 6))
      (local.get $value))))

;; find#0 (ILInstance;)I
;;   ILOAD 0
;;   ICONST_1
;;   IF_ICMPNE L0
;;   ICONST_4
;;   ISTORE 2
;;   GOTO L1
;;   L0
;;   ILOAD 0
;;   ICONST_2
;;   IF_ICMPNE L2
;;   ICONST_5
;;   ISTORE 2
;;   GOTO L1
;;   L2
;;   BIPUSH 6
;;   ISTORE 2
;;   L1
;;   ILOAD 2
;;   ILOAD 0
;;   IADD
;;   IRETURN
;;   MAXSTACK = 2
;;   MAXLOCALS = 3
