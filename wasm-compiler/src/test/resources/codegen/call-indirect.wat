;; call_indirect calls the dispatcher of its type.
;; shows: apply
(module
  (type $operator (func (param i32 i32) (result i32)))
  (table 2 2 funcref)
  (elem (i32.const 0) $add $sub)
  (func $add (type $operator) (i32.add (local.get 0) (local.get 1)))
  (func $sub (type $operator) (i32.sub (local.get 0) (local.get 1)))
  (func $apply (param $operator i32) (param $left i32) (param $right i32) (result i32)
    (call_indirect (type $operator) (local.get $left) (local.get $right) (local.get $operator))))

;; apply#2 (IIILInstance;)I
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L0
;;   ALOAD 3
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L0
;;   ILOAD 0
;;   ILOAD 1
;;   ILOAD 2
;;   ALOAD 3
;;   INVOKESTATIC Dispatch0.call_t0_0 (IIILInstance;)I
;;   IRETURN
;;   MAXSTACK = 4
;;   MAXLOCALS = 5
