;; A call is a call of a static method, with the instance as its last argument.
;; shows: twice
(module
  (func $add (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
  (func $twice (param $value i32) (result i32)
    (call $add (local.get $value) (call $add (local.get $value) (i32.const 1)))))

;; twice#1 (ILInstance;)I
;;   ALOAD 1
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.interruption : I
;;   IFEQ L0
;;   ALOAD 1
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ExecutionContext;)V
;;   L0
;;   ILOAD 0
;;   ILOAD 0
;;   ICONST_1
;;   ALOAD 1
;;   INVOKESTATIC Functions0.add#0 (IILInstance;)I
;;   ALOAD 1
;;   INVOKESTATIC Functions0.add#0 (IILInstance;)I
;;   IRETURN
;;   MAXSTACK = 4
;;   MAXLOCALS = 3
