;; The dispatcher of many functions finds what is to be called. The numbers of its functions are the type check.
;; shows: call_t0_0
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

;; call_t0_0 (ILInstance;)LTarget_II_I;
;;   ILOAD 0
;;   ALOAD 1
;;   GETFIELD Instance.table0 : Ldev/graft/engine/abi/TableInstance;
;;   INVOKESTATIC dev/graft/engine/abi/TableOps.linked (ILdev/graft/engine/abi/TableInstance;)Ldev/graft/engine/abi/CallTarget;
;;   ASTORE 2
;;   ALOAD 2
;;   INSTANCEOF Target_II_I
;;   IFEQ L0
;;   ALOAD 2
;;   CHECKCAST Target_II_I
;;   ARETURN
;;   L0
;;   ILOAD 0
;;   ALOAD 1
;;   GETFIELD Instance.table0 : Ldev/graft/engine/abi/TableInstance;
;;   ALOAD 1
;;   ICONST_0
;;   BIPUSH 15
;;   ICONST_0
;;   INVOKESTATIC dev/graft/engine/abi/TableOps.link (ILdev/graft/engine/abi/TableInstance;Ldev/graft/engine/abi/ModuleInstance;III)Ldev/graft/engine/abi/CallTarget;
;;   CHECKCAST Target_II_I
;;   ARETURN
;;   MAXSTACK = 6
;;   MAXLOCALS = 3
