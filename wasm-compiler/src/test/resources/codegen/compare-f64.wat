;; A branch on numbers that may be NaN is not turned around into its opposite.
;; shows: less
(module
  (func $less (param $left f64) (param $right f64) (result i32)
    (if (f64.lt (local.get $left) (local.get $right))
      (then (return (i32.const 7))))
    (i32.const 8)))

;; less#0 (DDLInstance;)I
;;   DLOAD 0
;;   DLOAD 2
;;   DCMPG
;;   IFGE L0
;;   BIPUSH 7
;;   IRETURN
;;   L0
;;   BIPUSH 8
;;   IRETURN
;;   MAXSTACK = 4
;;   MAXLOCALS = 6
