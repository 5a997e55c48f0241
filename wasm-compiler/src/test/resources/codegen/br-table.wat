;; br_table is a tableswitch.
;; shows: name
(module
  (func $name (param $index i32) (result i32)
    (block $other
      (block $two
        (block $one
          (block $zero
            (br_table $zero $one $two $one $other (local.get $index)))
          (return (i32.const 100)))
        (return (i32.const 101)))
      (return (i32.const 102)))
    (i32.const -1)))

;; name#0 (ILInstance;)I
;;   ILOAD 0
;;   TABLESWITCH
;;   0: L0
;;   1: L1
;;   2: L2
;;   3: L1
;;   default: L3
;;   L0
;;   BIPUSH 100
;;   IRETURN
;;   L1
;;   BIPUSH 101
;;   IRETURN
;;   L2
;;   BIPUSH 102
;;   IRETURN
;;   L3
;;   ICONST_M1
;;   IRETURN
;;   MAXSTACK = 1
;;   MAXLOCALS = 3
