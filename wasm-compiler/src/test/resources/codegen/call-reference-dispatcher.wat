;; The dispatcher of call_ref has the function already, and need not ask for its type.
;; shows: call_t0
(module
  (type $get (func (result i32)))
  (elem declare func $one $two)
  (func $one (type $get) (i32.const 1))
  (func $two (type $get) (i32.const 2))
  (func $call (param (ref null $get)) (result i32) (call_ref $get (local.get 0))))

;; call_t0 (Ljava/lang/Object;LInstance;)LTarget__I;
;;   ALOAD 0
;;   ALOAD 1
;;   INVOKESTATIC dev/graft/engine/abi/CallOps.target (Ljava/lang/Object;Ldev/graft/engine/abi/ModuleInstance;)Ldev/graft/engine/abi/CallTarget;
;;   CHECKCAST Target__I
;;   ARETURN
;;   MAXSTACK = 2
;;   MAXLOCALS = 3
