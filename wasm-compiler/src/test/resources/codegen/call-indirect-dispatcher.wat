;; The dispatcher calls functions of its own module directly, and others by their handle.
;; shows: call_t0_0
(module
  (type $operator (func (param i32 i32) (result i32)))
  (table 2 2 funcref)
  (elem (i32.const 0) $add $sub)
  (func $add (type $operator) (i32.add (local.get 0) (local.get 1)))
  (func $sub (type $operator) (i32.sub (local.get 0) (local.get 1)))
  (func $apply (param $operator i32) (param $left i32) (param $right i32) (result i32)
    (call_indirect (type $operator) (local.get $left) (local.get $right) (local.get $operator))))

;; call_t0_0 (ILInstance;)LTarget_II_I;
;;   ILOAD 0
;;   ALOAD 1
;;   GETFIELD Instance.table0 : Ldev/graft/engine/abi/TableInstance;
;;   ALOAD 1
;;   ICONST_0
;;   ICONST_2
;;   ICONST_0
;;   INVOKESTATIC dev/graft/engine/abi/TableOps.target (ILdev/graft/engine/abi/TableInstance;Ldev/graft/engine/abi/ModuleInstance;III)Ldev/graft/engine/abi/CallTarget;
;;   CHECKCAST Target_II_I
;;   ARETURN
;;   MAXSTACK = 6
;;   MAXLOCALS = 3
