;; What is on the operand stack when a loop begins goes into variables, so that the header's stack is empty.
;; shows: count
(module
  (func $count (param $count i32) (result i32)
    (i32.const 5)
    (i32.mul (local.get $count) (i32.const 3))
    (loop $again
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))
    (i32.add)))

;; count#0 (ILInstance;)I
;;   ILOAD 0
;;   ICONST_3
;;   IMUL
;;   ISTORE 2
;;   L0
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L1
;;   ALOAD 1
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L1
;;   IINC 0 -1
;;   ILOAD 0
;;   IFNE L0
;;   ICONST_5
;;   ILOAD 2
;;   IADD
;;   IRETURN
;;   MAXSTACK = 2
;;   MAXLOCALS = 3
