;; A comparison and the branch on it are one instruction.
;; shows: clamp
(module
  (func $clamp (param $value i32) (param $limit i32) (result i32)
    (block $small
      (br_if $small (i32.lt_s (local.get $value) (local.get $limit)))
      (return (local.get $limit)))
    (local.get $value)))

;; clamp#0 (IILInstance;)I
;;   ILOAD 0
;;   ILOAD 1
;;   IF_ICMPLT L0
;;   ILOAD 1
;;   IRETURN
;;   L0
;;   ILOAD 0
;;   IRETURN
;;   MAXSTACK = 2
;;   MAXLOCALS = 4
