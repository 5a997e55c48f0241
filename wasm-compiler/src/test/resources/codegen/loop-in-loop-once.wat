;; What is called once has a method for a loop in a loop, which HotSpot compiles as it is called often.
;; shows: _start
;; interruptible: no
(module
  (global $sum (mut i64) (i64.const 0))
  (func $_start (export "_start") (local $row i32) (local $column i32)
    (loop $rows
      (local.set $column (i32.const 100))
      (loop $columns
        (global.set $sum
          (i64.add (global.get $sum) (i64.extend_i32_u (i32.xor (local.get $row) (local.get $column)))))
        (br_if $columns (local.tee $column (i32.sub (local.get $column) (i32.const 1)))))
      (br_if $rows (i32.ne (local.tee $row (i32.add (local.get $row) (i32.const 1))) (i32.const 100))))))

;; _start#0$1 (IILInstance;)V
;;   L0
;;   ALOAD 2
;;   ALOAD 2
;;   GETFIELD Instance.g0 : J
;;   ILOAD 0
;;   ILOAD 1
;;   IXOR
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LADD
;;   PUTFIELD Instance.g0 : J
;;   IINC 1 -1
;;   ILOAD 1
;;   IFNE L0
;;   RETURN
;;   MAXSTACK = 7
;;   MAXLOCALS = 4
;; _start#0 (LInstance;)V
;;   ICONST_0
;;   ISTORE 1
;;   L0
;;   BIPUSH 100
;;   ISTORE 2
;;   ILOAD 1
;;   ILOAD 2
;;   ALOAD 0
;;   INVOKESTATIC Functions0._start#0$1 (IILInstance;)V
;;   IINC 1 1
;;   ILOAD 1
;;   BIPUSH 100
;;   IF_ICMPNE L0
;;   RETURN
;;   MAXSTACK = 3
;;   MAXLOCALS = 3
