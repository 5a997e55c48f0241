;; Behind a range that may be long the code looks whether it is to stop; not behind a structure that is copied.
;; shows: both
(module
  (memory 1)
  (func $both (param i32 i32 i32)
    (memory.copy (local.get 0) (local.get 1) (i32.const 80))
    (memory.copy (local.get 0) (local.get 1) (local.get 2))))

;; both#0 (IIILInstance;)V
;;   ILOAD 0
;;   ILOAD 1
;;   BIPUSH 80
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.copy (IIILdev/graft/engine/abi/LinearMemory;Ldev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   ILOAD 1
;;   ILOAD 2
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.copy (IIILdev/graft/engine/abi/LinearMemory;Ldev/graft/engine/abi/LinearMemory;)V
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L0
;;   ALOAD 3
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L0
;;   RETURN
;;   MAXSTACK = 5
;;   MAXLOCALS = 5
