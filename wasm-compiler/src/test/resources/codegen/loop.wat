;; The header of a loop looks for a request to stop. Nothing is on the operand stack there.
;; shows: sum
(module
  (func $sum (param $count i32) (result i32) (local $sum i32)
    (loop $again
      (local.set $sum (i32.add (local.get $sum) (local.get $count)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))
    (local.get $sum)))

;; sum#0 (ILInstance;)I
;;   ICONST_0
;;   ISTORE 2
;;   L0
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L1
;;   ALOAD 1
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L1
;;   ILOAD 2
;;   ILOAD 0
;;   IADD
;;   ISTORE 2
;;   IINC 0 -1
;;   ILOAD 0
;;   IFNE L0
;;   ILOAD 2
;;   IRETURN
;;   MAXSTACK = 2
;;   MAXLOCALS = 3
