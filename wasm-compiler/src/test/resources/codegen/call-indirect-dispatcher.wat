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

;; call_t0_0 (IIILInstance;)I
;;   ILOAD 0
;;   ALOAD 3
;;   GETFIELD Instance.table0 : Ldev/graft/engine/abi/TableInstance;
;;   ALOAD 3
;;   INVOKESTATIC dev/graft/engine/abi/TableOps.slot (ILdev/graft/engine/abi/TableInstance;Ldev/graft/engine/abi/ModuleInstance;)I
;;   TABLESWITCH
;;   0: L0
;;   1: L1
;;   default: L2
;;   L0
;;   ILOAD 1
;;   ILOAD 2
;;   ALOAD 3
;;   INVOKESTATIC Functions0.add#0 (IILInstance;)I
;;   IRETURN
;;   L1
;;   ILOAD 1
;;   ILOAD 2
;;   ALOAD 3
;;   INVOKESTATIC Functions0.sub#1 (IILInstance;)I
;;   IRETURN
;;   L2
;;   ILOAD 0
;;   ALOAD 3
;;   GETFIELD Instance.table0 : Ldev/graft/engine/abi/TableInstance;
;;   INVOKESTATIC dev/graft/engine/abi/TableOps.callee (ILdev/graft/engine/abi/TableInstance;)Ldev/graft/engine/abi/FunctionReference;
;;   ASTORE 4
;;   ALOAD 4
;;   CHECKCAST dev/graft/engine/abi/FunctionReference
;;   ALOAD 3
;;   ICONST_0
;;   INVOKESTATIC dev/graft/engine/abi/CallOps.checkedTarget (Ldev/graft/engine/abi/FunctionReference;Ldev/graft/engine/abi/ModuleInstance;I)Ldev/graft/engine/abi/CallTarget;
;;   CHECKCAST Target_II_I
;;   ILOAD 1
;;   ILOAD 2
;;   ALOAD 3
;;   INVOKEVIRTUAL Target_II_I.call (IILInstance;)I
;;   IRETURN
;;   MAXSTACK = 4
;;   MAXLOCALS = 5
