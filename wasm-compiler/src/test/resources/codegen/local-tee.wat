;; A variable that is written while its old value waits on the operand stack keeps both values.
;; shows: square
(module
  (func $square (param $value i32) (result i32)
    (i32.sub
      (local.get $value)
      (i32.mul
        (local.tee $value (i32.add (local.get $value) (i32.const 1)))
        (local.get $value)))))

;; square#0 (ILInstance;)I
;;   ILOAD 0
;;   ISTORE 2
;;   IINC 0 1
;;   ILOAD 2
;;   ILOAD 0
;;   ILOAD 0
;;   IMUL
;;   ISUB
;;   IRETURN
;;   MAXSTACK = 3
;;   MAXLOCALS = 3
