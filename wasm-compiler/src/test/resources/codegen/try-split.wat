;; A piece that is cut out of a region leaves by an exit if the handler needs what has been assigned in it.
;; shows: split
;; limits: tiny
;; interruptible: no
(module
  (func $risky (param i32 i32) (result i32) (local.get 0))
  (func $split (param $a i32) (param $b i32) (result i32)
    (block $h
      (try_table (catch_all $h)
        (local.set $a (call $risky (local.get $b) (i32.const 1000)))
        (local.set $b (call $risky (local.get $a) (i32.const 1001)))
        (local.set $a (call $risky (local.get $b) (i32.const 1002)))
        (local.set $b (call $risky (local.get $a) (i32.const 1003)))
        (local.set $a (call $risky (local.get $b) (i32.const 1004)))
        (local.set $b (call $risky (local.get $a) (i32.const 1005)))
        (local.set $a (call $risky (local.get $b) (i32.const 1006)))
        (local.set $b (call $risky (local.get $a) (i32.const 1007)))
        (local.set $a (call $risky (local.get $b) (i32.const 1008)))
        (local.set $b (call $risky (local.get $a) (i32.const 1009)))
        (return (local.get $a))))
    (local.get $b)))

;; split#1 (IILInstance;)I
;;   TRYCATCHBLOCK L0 L1 L2 dev/graft/engine/abi/GuestException
;;   L0
;;   ILOAD 1
;;   SIPUSH 1000
;;   ALOAD 2
;;   INVOKESTATIC Functions0.risky#0 (IILInstance;)I
;;   ISTORE 0
;;   ILOAD 0
;;   SIPUSH 1001
;;   ALOAD 2
;;   INVOKESTATIC Functions0.risky#0 (IILInstance;)I
;;   ISTORE 1
;;   ILOAD 1
;;   SIPUSH 1002
;;   ALOAD 2
;;   INVOKESTATIC Functions0.risky#0 (IILInstance;)I
;;   ISTORE 0
;;   ILOAD 0
;;   SIPUSH 1003
;;   ALOAD 2
;;   INVOKESTATIC Functions0.risky#0 (IILInstance;)I
;;   ISTORE 1
;;   ILOAD 1
;;   SIPUSH 1004
;;   ALOAD 2
;;   INVOKESTATIC Functions0.risky#0 (IILInstance;)I
;;   ISTORE 0
;;   ILOAD 0
;;   SIPUSH 1005
;;   ALOAD 2
;;   INVOKESTATIC Functions0.risky#0 (IILInstance;)I
;;   ISTORE 1
;;   ILOAD 1
;;   SIPUSH 1006
;;   ALOAD 2
;;   INVOKESTATIC Functions0.risky#0 (IILInstance;)I
;;   ISTORE 0
;;   ILOAD 0
;;   SIPUSH 1007
;;   ALOAD 2
;;   INVOKESTATIC Functions0.risky#0 (IILInstance;)I
;;   ISTORE 1
;;   ILOAD 1
;;   SIPUSH 1008
;;   ALOAD 2
;;   INVOKESTATIC Functions0.risky#0 (IILInstance;)I
;;   ISTORE 0
;;   ILOAD 0
;;   SIPUSH 1009
;;   ALOAD 2
;;   INVOKESTATIC Functions0.risky#0 (IILInstance;)I
;;   ISTORE 1
;;   L1
;;   ILOAD 0
;;   IRETURN
;;   L2
;;   POP
;;   ILOAD 1
;;   IRETURN
;;   MAXSTACK = 3
;;   MAXLOCALS = 4
