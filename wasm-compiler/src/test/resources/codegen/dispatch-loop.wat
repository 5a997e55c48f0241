;; Jumps to a switch by a number that is known go where it leads: the second state is a
;; loop with a poll of its own, and nothing asks for the number but the entry.
;; shows: states
(module
  (func $states (param $state i32) (param $count i32) (result i32)
    (loop $again
      (block $two
        (block $one
          (block $zero
            (br_table $zero $one $two (local.get $state)))
          (local.set $count (i32.add (local.get $count) (i32.const 100)))
          (local.set $state (i32.const 2))
          (br $again))
        (local.set $count (i32.sub (local.get $count) (i32.const 3))))
      (if (i32.gt_s (local.get $count) (i32.const 9))
        (then
          (local.set $state (i32.const 1))
          (br $again))))
    (local.get $count)))

;; states#0 (IILInstance;)I
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L0
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L0
;;   ILOAD 0
;;   TABLESWITCH
;;   0: L1
;;   1: L2
;;   default: L3
;;   L1
;;   IINC 1 100
;;   GOTO L3
;;   L2
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L4
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L4
;;   IINC 1 -3
;;   NOP
;;   L3
;;   ILOAD 1
;;   BIPUSH 9
;;   IF_ICMPGT L2
;;   ILOAD 1
;;   IRETURN
;;   MAXSTACK = 2
;;   MAXLOCALS = 4
