;; Values that a br_table carries go to where each target expects them.
;; shows: pick
(module
  (func $pick (param $index i32) (param $value i32) (result i32)
    (block $outer (result i32)
      (block $inner (result i32)
        (br_table $inner $outer (local.get $value) (local.get $index)))
      (i32.add (i32.const 1)))))

;; pick#0 (IILInstance;)I
;;   ILOAD 1
;;   ISTORE 1
;;   ILOAD 0
;;   TABLESWITCH
;;   0: L0
;;   default: L1
;;   L1
;;   ILOAD 1
;;   ISTORE 0
;;   GOTO L2
;;   L0
;;   ILOAD 1
;;   ISTORE 1
;;   ILOAD 1
;;   ICONST_1
;;   IADD
;;   ISTORE 0
;;   L2
;;   ILOAD 0
;;   IRETURN
;;   MAXSTACK = 2
;;   MAXLOCALS = 4
