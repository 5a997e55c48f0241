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

;; mix#1$1 (LInstance;)V
;;   ALOAD 0
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.interruption : I
;;   IFEQ L0
;;   ALOAD 0
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ExecutionContext;)V
;;   L0
;;   RETURN
;;   MAXSTACK = 1
;;   MAXLOCALS = 2
;; mix#1$2 (ILInstance;)I
;;   L0
;;   ALOAD 1
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.interruption : I
;;   IFEQ L1
;;   ALOAD 1
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ExecutionContext;)V
;;   L1
;;   ILOAD 0
;;   SIPUSH 1000
;;   ALOAD 1
;;   INVOKESTATIC Functions0.use#0 (IILInstance;)I
;;   ISTORE 2
;;   ILOAD 2
;;   SIPUSH 1001
;;   ALOAD 1
;;   INVOKESTATIC Functions0.use#0 (IILInstance;)I
;;   ISTORE 0
;;   ILOAD 0
;;   SIPUSH 1002
;;   IF_ICMPGT L2
;;   ILOAD 0
;;   SIPUSH 1003
;;   ALOAD 1
;;   INVOKESTATIC Functions0.use#0 (IILInstance;)I
;;   ISTORE 2
;;   ILOAD 2
;;   SIPUSH 1004
;;   ALOAD 1
;;   INVOKESTATIC Functions0.use#0 (IILInstance;)I
;;   ISTORE 0
;;   ILOAD 0
;;   SIPUSH 1005
;;   ALOAD 1
;;   INVOKESTATIC Functions0.use#0 (IILInstance;)I
;;   ISTORE 0
;;   ILOAD 0
;;   SIPUSH 1006
;;   ALOAD 1
;;   INVOKESTATIC Functions0.use#0 (IILInstance;)I
;;   ISTORE 2
;;   ILOAD 2
;;   SIPUSH 1007
;;   ALOAD 1
;;   INVOKESTATIC Functions0.use#0 (IILInstance;)I
;;   ISTORE 0
;;   ILOAD 2
;;   IFNE L0
;;   ALOAD 1
;;   ILOAD 2
;;   PUTFIELD Instance.transferI0 : I
;;   ALOAD 1
;;   ILOAD 0
;;   PUTFIELD Instance.transferI1 : I
;;   ICONST_0
;;   IRETURN
;;   L2
;;   ALOAD 1
;;   ILOAD 2
;;   PUTFIELD Instance.transferI0 : I
;;   ALOAD 1
;;   ILOAD 0
;;   PUTFIELD Instance.transferI1 : I
;;   ICONST_1
;;   IRETURN
;;   MAXSTACK = 3
;;   MAXLOCALS = 3
;; mix#1 (IILInstance;)I
;;   ALOAD 2
;;   INVOKESTATIC Functions0.mix#1$1 (LInstance;)V
;;   ILOAD 1
;;   ALOAD 2
;;   INVOKESTATIC Functions0.mix#1$2 (ILInstance;)I
;;   ISTORE 3
;;   ALOAD 2
;;   GETFIELD Instance.transferI0 : I
;;   ISTORE 0
;;   ALOAD 2
;;   GETFIELD Instance.transferI1 : I
;;   ISTORE 1
;;   ILOAD 3
;;   IFNE L0
;;   L0
;;   ILOAD 0
;;   ILOAD 1
;;   IADD
;;   IRETURN
;;   MAXSTACK = 2
;;   MAXLOCALS = 4
