;; Beside each call of a reference is a dispatcher of its own, so that HotSpot counts for each call what it meets. It has the function already, and need not ask for its type.
;; shows: call_t0_1
(module
  (type $get (func (result i32)))
  (elem declare func $one $two)
  (func $one (type $get) (i32.const 1))
  (func $two (type $get) (i32.const 2))
  (func $call (param (ref null $get)) (result i32) (i32.add (call_ref $get (local.get 0)) (call_ref $get (local.get 0)))))

;; call_t0_1 (Ljava/lang/Object;LInstance;)I
;;   ALOAD 0
;;   INVOKESTATIC dev/graft/engine/abi/CallOps.callee (Ljava/lang/Object;)Ldev/graft/engine/abi/FunctionReference;
;;   ASTORE 2
;;   ALOAD 2
;;   GETFIELD dev/graft/engine/abi/FunctionReference.owner : Ldev/graft/engine/abi/ModuleInstance;
;;   ALOAD 1
;;   IF_ACMPNE L0
;;   ALOAD 2
;;   GETFIELD dev/graft/engine/abi/FunctionReference.dispatchSlot : I
;;   TABLESWITCH
;;   0: L1
;;   1: L2
;;   default: L0
;;   L1
;;   ALOAD 1
;;   INVOKESTATIC Functions0.one#0 (LInstance;)I
;;   IRETURN
;;   L2
;;   ALOAD 1
;;   INVOKESTATIC Functions0.two#1 (LInstance;)I
;;   IRETURN
;;   L0
;;   ALOAD 2
;;   ALOAD 1
;;   INVOKESTATIC dev/graft/engine/abi/CallOps.target (Ljava/lang/Object;Ldev/graft/engine/abi/ModuleInstance;)Ldev/graft/engine/abi/CallTarget;
;;   CHECKCAST Target__I
;;   ALOAD 1
;;   INVOKEVIRTUAL Target__I.call (LInstance;)I
;;   IRETURN
;;   MAXSTACK = 2
;;   MAXLOCALS = 3
