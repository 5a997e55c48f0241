;; Division by a variable may overflow, which the operator of the engine knows and idiv does not.
;; shows: divide
(module
  (func $divide (param $value i32) (param $by i32) (result i32)
    (i32.add
      (i32.div_s (local.get $value) (local.get $by))
      (i32.rem_u (local.get $value) (local.get $by)))))

;; divide#0 (IILInstance;)I
;;   ILOAD 0
;;   ILOAD 1
;;   INVOKESTATIC dev/graft/engine/abi/IntegerOps.i32DivS (II)I
;;   ILOAD 0
;;   ILOAD 1
;;   INVOKESTATIC dev/graft/engine/abi/IntegerOps.i32RemU (II)I
;;   IADD
;;   IRETURN
;;   MAXSTACK = 3
;;   MAXLOCALS = 4
