;; Unsigned numbers compare like signed ones with the highest bit turned over.
;; shows: below
(module
  (func $below (param $value i32) (param $limit i32) (result i32)
    (if (result i32) (i32.lt_u (local.get $value) (local.get $limit))
      (then (i32.const 10))
      (else (i32.const 20)))))

;; below#0 (IILInstance;)I
;;   ILOAD 0
;;   ILOAD 1
;;   INVOKESTATIC java/lang/Integer.compareUnsigned (II)I
;;   IFGE L0
;;   BIPUSH 10
;;   ISTORE 1
;;   GOTO L1
;;   L0
;;   BIPUSH 20
;;   ISTORE 1
;;   L1
;;   ILOAD 1
;;   IRETURN
;;   MAXSTACK = 2
;;   MAXLOCALS = 4
