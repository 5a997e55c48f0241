;; Where a comparison is a value it is zero or one.
;; shows: less
(module
  (func $less (param $left i32) (param $right i32) (result i32)
    (i32.add (i32.lt_s (local.get $left) (local.get $right)) (i32.eqz (local.get $left)))))

;; less#0 (IILInstance;)I
;;   ICONST_1
;;   ILOAD 0
;;   ILOAD 1
;;   IF_ICMPLT L0
;;   POP
;;   ICONST_0
;;   L0
;;   ICONST_1
;;   ILOAD 0
;;   IFEQ L1
;;   POP
;;   ICONST_0
;;   L1
;;   IADD
;;   IRETURN
;;   MAXSTACK = 3
;;   MAXLOCALS = 4
