;; A local that gets back the reference that it holds is not assigned, so that HotSpot sees it stay the same in the loop.
;; shows: sum
(module
  (type $ints (array (mut i32)))
  (func $sum (param $array (ref null $ints)) (param $count i32) (result i32)
    (local $sum i32)
    (loop $next
      (block $there (result (ref $ints))
        (br_on_non_null $there (local.get $array))
        (unreachable))
      (local.set $array)
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (local.set $sum (i32.add (local.get $sum) (array.get $ints (local.get $array) (local.get $count))))
      (br_if $next (local.get $count)))
    (local.get $sum)))

;; sum#0 (Ljava/lang/Object;ILInstance;)I
;;   ICONST_0
;;   ISTORE 3
;;   L0
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L1
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L1
;;   ALOAD 0
;;   IFNULL L2
;;   GOTO L3
;;   L2
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.unreachable ()Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L3
;;   IINC 1 -1
;;   ILOAD 3
;;   ALOAD 0
;;   CHECKCAST graft/type/Ab9200e01635119a3a2131a787fda1b7e
;;   GETFIELD graft/type/Ab9200e01635119a3a2131a787fda1b7e.elements : [I
;;   ILOAD 1
;;   IALOAD
;;   IADD
;;   ISTORE 3
;;   ILOAD 1
;;   IFNE L0
;;   ILOAD 3
;;   IRETURN
;;   MAXSTACK = 3
;;   MAXLOCALS = 4
