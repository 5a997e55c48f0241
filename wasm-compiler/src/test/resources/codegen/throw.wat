;; Numbers and references travel in an array each. There is no exception table where nothing can throw.
;; shows: thrower
;; interruptible: no
(module
  (tag $e (param i32 externref f64))
  (func $thrower (param $a i32) (param $b externref) (result i32)
    (block $h
      (try_table (catch_all $h)
        (br_if 0 (local.get $a)))
      (throw $e (local.get $a) (local.get $b) (f64.const 1)))
    (i32.const 1)))

;; thrower#0 (ILjava/lang/Object;LInstance;)I
;;   ILOAD 0
;;   IFNE L0
;;   L0
;;   ICONST_2
;;   NEWARRAY T_LONG
;;   ASTORE 3
;;   ICONST_1
;;   ANEWARRAY java/lang/Object
;;   ASTORE 4
;;   ALOAD 3
;;   ICONST_0
;;   ILOAD 0
;;   I2L
;;   LASTORE
;;   ALOAD 4
;;   ICONST_0
;;   ALOAD 1
;;   AASTORE
;;   ALOAD 3
;;   ICONST_1
;;   LDC 1.0D
;;   INVOKESTATIC java/lang/Double.doubleToRawLongBits (D)J
;;   LASTORE
;;   ALOAD 2
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.tags : [Ldev/graft/engine/abi/TagInstance;
;;   ICONST_0
;;   AALOAD
;;   ALOAD 3
;;   ALOAD 4
;;   INVOKESTATIC dev/graft/engine/abi/ExceptionOps.create (Ldev/graft/engine/abi/TagInstance;[J[Ljava/lang/Object;)Ldev/graft/engine/abi/GuestException;
;;   ATHROW
;;   MAXSTACK = 4
;;   MAXLOCALS = 5
