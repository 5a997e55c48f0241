;; A trap is thrown, and what follows is not there.
;; shows: fail
(module
  (func $fail (param $value i32) (result i32)
    (if (local.get $value) (then (unreachable) (drop (i32.const 77))))
    (i32.const 3)))

;; fail#0 (ILInstance;)I
;;   ILOAD 0
;;   IFEQ L0
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.unreachable ()Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L0
;;   ICONST_3
;;   IRETURN
;;   MAXSTACK = 1
;;   MAXLOCALS = 3
