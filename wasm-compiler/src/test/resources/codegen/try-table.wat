;; Exceptions land before the label of the handler, which compares tags and throws on what it does not know.
;; shows: caught
;; interruptible: no
(module
  (tag $e (param i32 i64))
  (func $risky (param i32))
  (func $caught (param $a i32) (result i32)
    (local $b i32)
    (block $h (result i32 i64)
      (try_table (catch $e $h)
        (call $risky (local.get $a))
        (local.set $b (i32.const 7))
        (call $risky (local.get $b)))
      (return (local.get $b)))
    (drop)
    (i32.add (local.get $b))))

;; caught#1 (ILInstance;)I
;;   TRYCATCHBLOCK L0 L1 L2 dev/graft/engine/abi/GuestException
;;   ICONST_0
;;   ISTORE 2
;;   L0
;;   ILOAD 0
;;   ALOAD 1
;;   INVOKESTATIC Functions0.risky#0 (ILInstance;)V
;;   BIPUSH 7
;;   ISTORE 2
;;   ILOAD 2
;;   ALOAD 1
;;   INVOKESTATIC Functions0.risky#0 (ILInstance;)V
;;   L1
;;   GOTO L3
;;   L2
;;   ASTORE 3
;;   ALOAD 3
;;   CHECKCAST dev/graft/engine/abi/GuestException
;;   ALOAD 1
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.tags : [Ldev/graft/engine/abi/TagInstance;
;;   ICONST_0
;;   AALOAD
;;   INVOKEVIRTUAL dev/graft/engine/abi/GuestException.matches (Ldev/graft/engine/abi/TagInstance;)I
;;   IFEQ L4
;;   ALOAD 3
;;   CHECKCAST dev/graft/engine/abi/GuestException
;;   INVOKEVIRTUAL dev/graft/engine/abi/GuestException.bits ()[J
;;   ICONST_0
;;   LALOAD
;;   L2I
;;   ISTORE 0
;;   GOTO L5
;;   L4
;;   ALOAD 3
;;   INVOKESTATIC dev/graft/engine/abi/ExceptionOps.thrown (Ljava/lang/Object;)Ldev/graft/engine/abi/GuestException;
;;   ATHROW
;;   L3
;;   ILOAD 2
;;   IRETURN
;;   L5
;;   ILOAD 0
;;   ILOAD 2
;;   IADD
;;   IRETURN
;;   MAXSTACK = 3
;;   MAXLOCALS = 4
