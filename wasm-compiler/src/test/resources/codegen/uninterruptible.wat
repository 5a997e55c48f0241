;; Nothing looks for a request to stop if nobody wants to make one.
;; shows: sum
;; interruptible: no
(module
  (func $sum (param $count i32) (result i32) (local $sum i32)
    (loop $again
      (local.set $sum (i32.add (local.get $sum) (local.get $count)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))
    (local.get $sum)))

;; sum#0 (ILInstance;)I
;;   ICONST_0
;;   ISTORE 2
;;   L0
;;   ILOAD 2
;;   ILOAD 0
;;   IADD
;;   ISTORE 2
;;   IINC 0 -1
;;   ILOAD 0
;;   IFNE L0
;;   ILOAD 2
;;   IRETURN
;;   MAXSTACK = 2
;;   MAXLOCALS = 3
