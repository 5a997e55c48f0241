;; The first result is returned; the others are left in the context.
;; shows: combine
(module
  (func $split (param $value i32) (result i32 i64)
    (i32.shr_u (local.get $value) (i32.const 16))
    (i64.extend_i32_u (local.get $value)))
  (func $combine (param $value i32) (result i64 f64) (local $low i64)
    (call $split (local.get $value))
    (local.set $low)
    (i64.add (i64.extend_i32_s) (local.get $low))
    (f64.const 1)))

;; combine#1 (ILInstance;)J
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L0
;;   ALOAD 1
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L0
;;   ILOAD 0
;;   ALOAD 1
;;   INVOKESTATIC Functions0.split#0 (ILInstance;)I
;;   ISTORE 0
;;   ALOAD 1
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_1
;;   LALOAD
;;   LSTORE 2
;;   LLOAD 2
;;   LSTORE 2
;;   ALOAD 1
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_1
;;   LDC 1.0D
;;   INVOKESTATIC java/lang/Double.doubleToRawLongBits (D)J
;;   LASTORE
;;   ILOAD 0
;;   I2L
;;   LLOAD 2
;;   LADD
;;   LRETURN
;;   MAXSTACK = 4
;;   MAXLOCALS = 4
