;; What is called by reference for the first time is found elsewhere, and HotSpot counts at each call if that happens.
;; shows: find_t0_0
(module
  (type $get (func (result i32)))
  (elem declare func 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30)
  (func $call (param (ref null $get)) (result i32) (call_ref $get (local.get 0)))
  (func (type $get) (i32.const 0)) (func (type $get) (i32.const 1)) (func (type $get) (i32.const 2)) (func (type $get) (i32.const 3)) (func (type $get) (i32.const 4)) (func (type $get) (i32.const 5)) (func (type $get) (i32.const 6)) (func (type $get) (i32.const 7)) (func (type $get) (i32.const 8)) (func (type $get) (i32.const 9)) (func (type $get) (i32.const 10)) (func (type $get) (i32.const 11)) (func (type $get) (i32.const 12)) (func (type $get) (i32.const 13)) (func (type $get) (i32.const 14)) (func (type $get) (i32.const 15)) (func (type $get) (i32.const 16)) (func (type $get) (i32.const 17)) (func (type $get) (i32.const 18)) (func (type $get) (i32.const 19)) (func (type $get) (i32.const 20)) (func (type $get) (i32.const 21)) (func (type $get) (i32.const 22)) (func (type $get) (i32.const 23)) (func (type $get) (i32.const 24)) (func (type $get) (i32.const 25)) (func (type $get) (i32.const 26)) (func (type $get) (i32.const 27)) (func (type $get) (i32.const 28)) (func (type $get) (i32.const 29)))

;; find_t0_0 (Ljava/lang/Object;LInstance;)LTarget__I;
;;   ALOAD 0
;;   INVOKESTATIC dev/graft/engine/abi/CallOps.callee (Ljava/lang/Object;)Ldev/graft/engine/abi/FunctionReference;
;;   ASTORE 2
;;   ALOAD 2
;;   GETFIELD dev/graft/engine/abi/FunctionReference.target : Ldev/graft/engine/abi/CallTarget;
;;   ASTORE 3
;;   ALOAD 3
;;   IFNULL L0
;;   ALOAD 2
;;   GETFIELD dev/graft/engine/abi/FunctionReference.owner : Ldev/graft/engine/abi/ModuleInstance;
;;   ALOAD 1
;;   IF_ACMPNE L0
;;   ALOAD 3
;;   CHECKCAST Target__I
;;   ARETURN
;;   L0
;;   ALOAD 0
;;   ALOAD 1
;;   INVOKESTATIC dev/graft/engine/abi/CallOps.target (Ljava/lang/Object;Ldev/graft/engine/abi/ModuleInstance;)Ldev/graft/engine/abi/CallTarget;
;;   CHECKCAST Target__I
;;   ARETURN
;;   MAXSTACK = 2
;;   MAXLOCALS = 4
