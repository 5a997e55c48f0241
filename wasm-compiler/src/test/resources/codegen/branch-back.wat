;; A comparison that is computed as a number jumps on, past a jump back without operands.
;; shows: grow
(module
  (func $grow (param $value i32) (param $limit i32) (result i32)
    (loop $again
      (local.set $value (i32.mul (local.get $value) (i32.const 3)))
      (br_if $again (i32.lt_u (local.get $value) (local.get $limit))))
    (local.get $value)))

;; grow#0 (IILInstance;)I
;;   L0
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L1
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L1
;;   ILOAD 0
;;   ICONST_3
;;   IMUL
;;   ISTORE 0
;;   ILOAD 0
;;   ILOAD 1
;;   INVOKESTATIC java/lang/Integer.compareUnsigned (II)I
;;   IFGE L2
;;   GOTO L0
;;   L2
;;   ILOAD 0
;;   IRETURN
;;   MAXSTACK = 2
;;   MAXLOCALS = 4
