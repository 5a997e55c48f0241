;; A function that is too large goes on in pieces. What they share are parameters and what they give back.
;; shows: mix
;; limits: tiny
(module
  (memory 1)
  (func $use (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
  (func $mix (param $a i32) (param $b i32) (result i32)
    (block $end
      (loop $again
        (local.set $a (call $use (local.get $b) (i32.const 1000)))
        (local.set $b (call $use (local.get $a) (i32.const 1001)))
        (br_if $end (i32.gt_s (local.get $b) (i32.const 1002)))
        (local.set $a (call $use (local.get $b) (i32.const 1003)))
        (local.set $b (call $use (local.get $a) (i32.const 1004)))
        (local.set $b (call $use (local.get $b) (i32.const 1005)))
        (local.set $a (call $use (local.get $b) (i32.const 1006)))
        (local.set $b (call $use (local.get $a) (i32.const 1007)))
        (br_if $again (local.get $a))))
    (i32.add (local.get $a) (local.get $b))))

;; mix#1 (IILInstance;)I
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L0
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L0
;;   NOP
;;   L1
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L2
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L2
;;   ILOAD 1
;;   SIPUSH 1000
;;   ALOAD 2
;;   INVOKESTATIC Functions0.use#0 (IILInstance;)I
;;   ISTORE 0
;;   ILOAD 0
;;   SIPUSH 1001
;;   ALOAD 2
;;   INVOKESTATIC Functions0.use#0 (IILInstance;)I
;;   ISTORE 1
;;   ILOAD 1
;;   SIPUSH 1002
;;   IF_ICMPGT L3
;;   ILOAD 1
;;   SIPUSH 1003
;;   ALOAD 2
;;   INVOKESTATIC Functions0.use#0 (IILInstance;)I
;;   ISTORE 3
;;   ILOAD 3
;;   SIPUSH 1004
;;   ALOAD 2
;;   INVOKESTATIC Functions0.use#0 (IILInstance;)I
;;   ISTORE 3
;;   ILOAD 3
;;   SIPUSH 1005
;;   ALOAD 2
;;   INVOKESTATIC Functions0.use#0 (IILInstance;)I
;;   ISTORE 3
;;   ILOAD 3
;;   SIPUSH 1006
;;   ALOAD 2
;;   INVOKESTATIC Functions0.use#0 (IILInstance;)I
;;   ISTORE 0
;;   ILOAD 0
;;   SIPUSH 1007
;;   ALOAD 2
;;   INVOKESTATIC Functions0.use#0 (IILInstance;)I
;;   ISTORE 1
;;   ILOAD 0
;;   IFNE L1
;;   L3
;;   ILOAD 0
;;   ILOAD 1
;;   IADD
;;   IRETURN
;;   MAXSTACK = 3
;;   MAXLOCALS = 4
