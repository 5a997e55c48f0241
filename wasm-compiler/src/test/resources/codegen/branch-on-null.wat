;; A branch on null is a comparison with null, and a reference that is not null needs no check.
;; shows: first
(module
  (type $f (func (result i32)))
  (func $first (param (ref null $f) (ref null $f)) (result i32)
    (block $none
      (return (call_ref $f (br_on_null $none (local.get 0)))))
    (call_ref $f (ref.as_non_null (local.get 1)))))

;; first#0 (Ljava/lang/Object;Ljava/lang/Object;LInstance;)I
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L0
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L0
;;   ALOAD 0
;;   IFNULL L1
;;   ALOAD 0
;;   ALOAD 2
;;   INVOKESTATIC Dispatch0.call_t0 (Ljava/lang/Object;LInstance;)I
;;   IRETURN
;;   L1
;;   ALOAD 1
;;   INVOKESTATIC dev/graft/engine/abi/ReferenceOps.asNonNull (Ljava/lang/Object;)Ljava/lang/Object;
;;   ALOAD 2
;;   INVOKESTATIC Dispatch0.call_t0 (Ljava/lang/Object;LInstance;)I
;;   IRETURN
;;   MAXSTACK = 2
;;   MAXLOCALS = 4
