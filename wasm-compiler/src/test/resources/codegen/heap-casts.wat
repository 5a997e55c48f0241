;; A test is instanceof; where null passes, too, it is another jump.
;; shows: kind
(module
  (type $s (struct))
  (func $kind (param $any anyref) (result i32)
    (if (ref.test (ref $s) (local.get $any)) (then (return (i32.const 1))))
    (block $scalar (result i31ref)
      (drop (br_on_cast $scalar anyref i31ref (local.get $any)))
      (return (i32.const 2)))
    (i31.get_u)))

;; kind#0 (Ljava/lang/Object;LInstance;)I
;;   ALOAD 0
;;   INSTANCEOF graft/type/S1e29639116e391a653b5a663d519d8ce
;;   IFEQ L0
;;   ICONST_1
;;   IRETURN
;;   L0
;;   ALOAD 0
;;   ASTORE 0
;;   ALOAD 0
;;   IFNULL L1
;;   ALOAD 0
;;   INVOKESTATIC dev/graft/engine/abi/CastOps.isI31 (Ljava/lang/Object;)I
;;   IFEQ L2
;;   L1
;;   ALOAD 0
;;   ASTORE 0
;;   GOTO L3
;;   L2
;;   ICONST_2
;;   IRETURN
;;   L3
;;   ALOAD 0
;;   CHECKCAST dev/graft/engine/abi/I31Reference
;;   GETFIELD dev/graft/engine/abi/I31Reference.value : I
;;   LDC 2147483647
;;   IAND
;;   IRETURN
;;   MAXSTACK = 2
;;   MAXLOCALS = 3
