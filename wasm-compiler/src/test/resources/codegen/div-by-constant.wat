;; Division by a constant can neither divide by zero nor overflow, so it is a plain instruction.
;; shows: divide
(module
  (func $divide (param $value i32) (result i32)
    (i32.add
      (i32.div_s (local.get $value) (i32.const 10))
      (i32.div_u (local.get $value) (i32.const 10)))))

;; divide#0 (ILInstance;)I
;;   ILOAD 0
;;   BIPUSH 10
;;   IDIV
;;   ILOAD 0
;;   BIPUSH 10
;;   INVOKESTATIC java/lang/Integer.divideUnsigned (II)I
;;   IADD
;;   IRETURN
;;   MAXSTACK = 3
;;   MAXLOCALS = 3
