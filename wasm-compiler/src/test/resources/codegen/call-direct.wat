;; A call is a call of a static method, with the instance as its last argument.
;; shows: twice
(module
  (func $add (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
  (func $twice (param $value i32) (result i32)
    (call $add (local.get $value) (call $add (local.get $value) (i32.const 1)))))

;; twice#1 (ILInstance;)I
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L0
;;   ALOAD 1
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
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
