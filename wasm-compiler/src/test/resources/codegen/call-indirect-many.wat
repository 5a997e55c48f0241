;; Where there are many functions of a type, what is to be called is found first, and called by a virtual call.
;; shows: apply
(module
  (type $operator (func (param i32 i32) (result i32)))
  (table funcref (elem $f0 $f1 $f2 $f3 $f4 $f5 $f6 $f7 $f8 $f9 $f10 $f11 $f12 $f13 $f14))
  (func $f0 (type $operator) (i32.const 0))
  (func $f1 (type $operator) (i32.const 1))
  (func $f2 (type $operator) (i32.const 2))
  (func $f3 (type $operator) (i32.const 3))
  (func $f4 (type $operator) (i32.const 4))
  (func $f5 (type $operator) (i32.const 5))
  (func $f6 (type $operator) (i32.const 6))
  (func $f7 (type $operator) (i32.const 7))
  (func $f8 (type $operator) (i32.const 8))
  (func $f9 (type $operator) (i32.const 9))
  (func $f10 (type $operator) (i32.const 10))
  (func $f11 (type $operator) (i32.const 11))
  (func $f12 (type $operator) (i32.const 12))
  (func $f13 (type $operator) (i32.const 13))
  (func $f14 (type $operator) (i32.const 14))
  (func $apply (param $operator i32) (param $left i32) (param $right i32) (result i32)
    (call_indirect (type $operator) (local.get $left) (local.get $right) (local.get $operator))))

;; apply#15 (IIILInstance;)I
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L0
;;   ALOAD 3
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L0
;;   ILOAD 0
;;   ALOAD 3
;;   INVOKESTATIC Dispatch0.call_t0_0 (ILInstance;)LTarget_II_I;
;;   ILOAD 1
;;   ILOAD 2
;;   ALOAD 3
;;   INVOKEVIRTUAL Target_II_I.call (IILInstance;)I
;;   IRETURN
;;   MAXSTACK = 4
;;   MAXLOCALS = 5
