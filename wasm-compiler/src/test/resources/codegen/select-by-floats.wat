;; The outcome of a comparison of floats counts and decides: two things, which would be a jump. The mask is made of the outcome.
;; shows: partition
(module
  (func $partition (param $x f64) (param $pivot f64) (param $front i32) (param $back i32) (param $count i32) (result i32)
    (local $less i32)
    (local.set $less (f64.lt (local.get $x) (local.get $pivot)))
    (i32.add
      (i32.shl (i32.add (local.get $count) (local.get $less)) (i32.const 3))
      (select (local.get $front) (local.get $back) (local.get $less)))))

;; partition#0 (DDIIILInstance;)I
;;   ICONST_1
;;   DLOAD 0
;;   DLOAD 2
;;   DCMPG
;;   IFLT L0
;;   POP
;;   ICONST_0
;;   L0
;;   ISTORE 8
;;   ICONST_0
;;   ILOAD 8
;;   ISUB
;;   ISTORE 9
;;   ILOAD 6
;;   ILOAD 8
;;   IADD
;;   ICONST_3
;;   ISHL
;;   ILOAD 4
;;   ILOAD 5
;;   IXOR
;;   ILOAD 9
;;   IAND
;;   ILOAD 5
;;   IXOR
;;   IADD
;;   IRETURN
;;   MAXSTACK = 5
;;   MAXLOCALS = 10
