;; What is too much for registers lives in fields of the instance, where the pieces read it that need it. $e does not: somebody is called in its life.
;; shows: line
;; limits: tiny
(module
  (import "host" "use" (func $use (param i32) (result i32)))
  (func $line (param $a i32) (param $b i32) (result i32)
    (local $c i32) (local $d i32) (local $e i32) (local $f i32)
    (local.set $e (i32.xor (i32.add (local.get $a) (local.get $b)) (i32.const 1000)))
    (local.set $c (call $use (i32.mul (local.get $a) (i32.const 1001))))
    (local.set $d (i32.mul (local.get $b) (i32.const 1002)))
    (local.set $f (i32.xor (i32.sub (local.get $a) (local.get $b)) (i32.const 1004)))
    (local.set $a (i32.mul (i32.sub (local.get $f) (local.get $c)) (i32.const 1005)))
    (local.set $b (i32.xor (i32.mul (local.get $d) (local.get $a)) (i32.const 1006)))
    (local.set $c (i32.mul (i32.add (local.get $c) (local.get $b)) (i32.const 1007)))
    (local.set $d (i32.xor (i32.sub (local.get $d) (local.get $b)) (i32.const 1008)))
    (local.set $a (i32.mul (i32.sub (local.get $f) (local.get $c)) (i32.const 1009)))
    (local.set $b (i32.xor (i32.mul (local.get $d) (local.get $a)) (i32.const 1010)))
    (local.set $c (i32.mul (i32.add (local.get $c) (local.get $b)) (i32.const 1011)))
    (local.set $d (i32.xor (i32.sub (local.get $d) (local.get $b)) (i32.const 1012)))
    (local.set $a (i32.mul (i32.sub (local.get $f) (local.get $c)) (i32.const 1013)))
    (local.set $b (i32.xor (i32.mul (local.get $d) (local.get $a)) (i32.const 1014)))
    (local.set $c (i32.mul (i32.add (local.get $c) (local.get $b)) (i32.const 1015)))
    (local.set $d (i32.xor (i32.sub (local.get $d) (local.get $b)) (i32.const 1016)))
    (i32.add (i32.mul (local.get $c) (local.get $d)) (i32.mul (local.get $e) (local.get $f)))))

;; line#1$1 (IILInstance;)I
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L0
;;   ALOAD 2
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L0
;;   ILOAD 0
;;   ILOAD 1
;;   IADD
;;   SIPUSH 1000
;;   IXOR
;;   ISTORE 3
;;   ALOAD 2
;;   ALOAD 2
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.imports : [Ldev/graft/engine/abi/FunctionReference;
;;   ICONST_0
;;   AALOAD
;;   INVOKEVIRTUAL dev/graft/engine/abi/FunctionReference.handle ()Ljava/lang/invoke/MethodHandle;
;;   ILOAD 0
;;   SIPUSH 1001
;;   IMUL
;;   ALOAD 2
;;   INVOKEVIRTUAL java/lang/invoke/MethodHandle.invokeExact (ILdev/graft/engine/abi/ModuleInstance;)I
;;   PUTFIELD Instance.homeI0 : I
;;   ALOAD 2
;;   ILOAD 1
;;   SIPUSH 1002
;;   IMUL
;;   PUTFIELD Instance.homeI1 : I
;;   ALOAD 2
;;   ILOAD 0
;;   ILOAD 1
;;   ISUB
;;   SIPUSH 1004
;;   IXOR
;;   PUTFIELD Instance.homeI2 : I
;;   ALOAD 2
;;   GETFIELD Instance.homeI2 : I
;;   ALOAD 2
;;   GETFIELD Instance.homeI0 : I
;;   ISUB
;;   SIPUSH 1005
;;   IMUL
;;   ISTORE 1
;;   ALOAD 2
;;   GETFIELD Instance.homeI1 : I
;;   ILOAD 1
;;   IMUL
;;   SIPUSH 1006
;;   IXOR
;;   ISTORE 1
;;   ALOAD 2
;;   ILOAD 1
;;   PUTFIELD Instance.transferI1 : I
;;   ILOAD 3
;;   IRETURN
;;   MAXSTACK = 4
;;   MAXLOCALS = 4
;; line#1$2 (ILInstance;)V
;;   ALOAD 1
;;   ALOAD 1
;;   GETFIELD Instance.homeI0 : I
;;   ILOAD 0
;;   IADD
;;   SIPUSH 1007
;;   IMUL
;;   PUTFIELD Instance.homeI0 : I
;;   ALOAD 1
;;   ALOAD 1
;;   GETFIELD Instance.homeI1 : I
;;   ILOAD 0
;;   ISUB
;;   SIPUSH 1008
;;   IXOR
;;   PUTFIELD Instance.homeI1 : I
;;   ALOAD 1
;;   GETFIELD Instance.homeI2 : I
;;   ALOAD 1
;;   GETFIELD Instance.homeI0 : I
;;   ISUB
;;   SIPUSH 1009
;;   IMUL
;;   ISTORE 0
;;   ALOAD 1
;;   GETFIELD Instance.homeI1 : I
;;   ILOAD 0
;;   IMUL
;;   SIPUSH 1010
;;   IXOR
;;   ISTORE 0
;;   ALOAD 1
;;   ALOAD 1
;;   GETFIELD Instance.homeI0 : I
;;   ILOAD 0
;;   IADD
;;   SIPUSH 1011
;;   IMUL
;;   PUTFIELD Instance.homeI0 : I
;;   ALOAD 1
;;   ALOAD 1
;;   GETFIELD Instance.homeI1 : I
;;   ILOAD 0
;;   ISUB
;;   SIPUSH 1012
;;   IXOR
;;   PUTFIELD Instance.homeI1 : I
;;   RETURN
;;   MAXSTACK = 3
;;   MAXLOCALS = 3
;; line#1$3 (ILInstance;)I
;;   ALOAD 1
;;   GETFIELD Instance.homeI2 : I
;;   ALOAD 1
;;   GETFIELD Instance.homeI0 : I
;;   ISUB
;;   SIPUSH 1013
;;   IMUL
;;   ISTORE 2
;;   ALOAD 1
;;   GETFIELD Instance.homeI1 : I
;;   ILOAD 2
;;   IMUL
;;   SIPUSH 1014
;;   IXOR
;;   ISTORE 2
;;   ALOAD 1
;;   ALOAD 1
;;   GETFIELD Instance.homeI0 : I
;;   ILOAD 2
;;   IADD
;;   SIPUSH 1015
;;   IMUL
;;   PUTFIELD Instance.homeI0 : I
;;   ALOAD 1
;;   ALOAD 1
;;   GETFIELD Instance.homeI1 : I
;;   ILOAD 2
;;   ISUB
;;   SIPUSH 1016
;;   IXOR
;;   PUTFIELD Instance.homeI1 : I
;;   ALOAD 1
;;   GETFIELD Instance.homeI0 : I
;;   ALOAD 1
;;   GETFIELD Instance.homeI1 : I
;;   IMUL
;;   ILOAD 0
;;   ALOAD 1
;;   GETFIELD Instance.homeI2 : I
;;   IMUL
;;   IADD
;;   IRETURN
;;   MAXSTACK = 3
;;   MAXLOCALS = 3
;; line#1 (IILInstance;)I
;;   ILOAD 0
;;   ILOAD 1
;;   ALOAD 2
;;   INVOKESTATIC Functions0.line#1$1 (IILInstance;)I
;;   ISTORE 1
;;   ALOAD 2
;;   GETFIELD Instance.transferI1 : I
;;   ISTORE 0
;;   ILOAD 0
;;   ALOAD 2
;;   INVOKESTATIC Functions0.line#1$2 (ILInstance;)V
;;   ILOAD 1
;;   ALOAD 2
;;   INVOKESTATIC Functions0.line#1$3 (ILInstance;)I
;;   IRETURN
;;   MAXSTACK = 3
;;   MAXLOCALS = 4
