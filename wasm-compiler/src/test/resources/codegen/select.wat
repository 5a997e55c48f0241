;; select evaluates both operands and then one jump.
;; shows: larger
(module
  (func $larger (param $left i32) (param $right i32) (result i32)
    (select (local.get $left) (local.get $right) (i32.gt_s (local.get $left) (local.get $right)))))

;; larger#0 (IILInstance;)I
;;   ILOAD 0
;;   ILOAD 1
;;   ILOAD 0
;;   ILOAD 1
;;   IF_ICMPGT L0
;;   SWAP
;;   L0
;;   POP
;;   IRETURN
;;   MAXSTACK = 4
;;   MAXLOCALS = 4
