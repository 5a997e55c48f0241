;; Constants have their shortest form, and floats keep the bits of their NaNs.
;; shows: constants
(module
  (func $use (param i32 i32 i32 i32 i64 i64 i64 f32 f64 f32 funcref))
  (func $constants
    (call $use (i32.const 5) (i32.const -100) (i32.const 30000) (i32.const 1000000)
      (i64.const 1) (i64.const -3) (i64.const 0x123456789abcdef)
      (f32.const 1) (f64.const -0) (f32.const nan:0x200000) (ref.null func))))

;; constants#1 (LInstance;)V
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L0
;;   ALOAD 0
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L0
;;   ICONST_5
;;   BIPUSH -100
;;   SIPUSH 30000
;;   LDC 1000000
;;   LCONST_1
;;   BIPUSH -3
;;   I2L
;;   LDC 81985529216486895L
;;   LDC 1.0F
;;   LDC -0.0D
;;   LDC 2141192192
;;   INVOKESTATIC java/lang/Float.intBitsToFloat (I)F
;;   ACONST_NULL
;;   ALOAD 0
;;   INVOKESTATIC Functions0.use#0 (IIIIJJJFDFLjava/lang/Object;LInstance;)V
;;   RETURN
;;   MAXSTACK = 16
;;   MAXLOCALS = 2
