;; eqz turns the branch around and leaves nothing behind.
;; shows: orElse
(module
  (func $orElse (param $value i32) (param $other i32) (result i32)
    (if (i32.eqz (local.get $value))
      (then (return (local.get $other))))
    (local.get $value)))

;; orElse#0 (IILInstance;)I
;;   ILOAD 0
;;   IFNE L0
;;   ILOAD 1
;;   IRETURN
;;   L0
;;   ILOAD 0
;;   IRETURN
;;   MAXSTACK = 1
;;   MAXLOCALS = 4
