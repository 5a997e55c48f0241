;; A switch leads on only: to go on with the loop is a jump, as HotSpot does not count what
;; leads back from a switch, and would leave the loop in the interpreter.
;; shows: count
;; interruptible: no
(module
  (func $count (param $left i32) (param $sum i32) (result i32)
    (block $done
      (block $add
        (loop $again
          (local.set $left (i32.sub (local.get $left) (i32.const 1)))
          (br_table $done $again $add $again (i32.and (local.get $left) (i32.const 3)))))
      (local.set $sum (i32.add (local.get $sum) (local.get $left))))
    (local.get $sum)))

;; count#0 (IILInstance;)I
;;   L0
;;   IINC 0 -1
;;   ILOAD 0
;;   ICONST_3
;;   IAND
;;   TABLESWITCH
;;   0: L1
;;   1: L2
;;   2: L3
;;   default: L2
;;   L2
;;   GOTO L0
;;   L3
;;   ILOAD 1
;;   ILOAD 0
;;   IADD
;;   ISTORE 1
;;   L1
;;   ILOAD 1
;;   IRETURN
;;   MAXSTACK = 2
;;   MAXLOCALS = 4
