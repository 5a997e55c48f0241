;; An imported function is called by its handle; its last argument says who calls.
;; shows: report
(module
  (import "env" "log" (func $log (param i32 f64) (result i64)))
  (func $report (param $value i32) (result i64)
    (call $log (local.get $value) (f64.const 0.5))))

;; report#1 (ILInstance;)J
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L0
;;   ALOAD 1
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L0
;;   ALOAD 1
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.imports : [Ldev/graft/engine/abi/FunctionReference;
;;   ICONST_0
;;   AALOAD
;;   INVOKEVIRTUAL dev/graft/engine/abi/FunctionReference.handle ()Ljava/lang/invoke/MethodHandle;
;;   ILOAD 0
;;   LDC 0.5D
;;   ALOAD 1
;;   INVOKEVIRTUAL java/lang/invoke/MethodHandle.invokeExact (IDLdev/graft/engine/abi/ModuleInstance;)J
;;   LRETURN
;;   MAXSTACK = 5
;;   MAXLOCALS = 3
