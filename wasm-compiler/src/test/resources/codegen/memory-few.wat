;; The few accesses of a small function are done in place, as in a loop.
;; shows: copy
(module
  (memory 1)
  (func $copy (param $from i32) (param $to i32)
    (i64.store (local.get $to) (i64.load (local.get $from)))))

;; copy#0 (IILInstance;)V
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LSTORE 3
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 5
;;   LLOAD 3
;;   ILOAD 1
;;   LCONST_0
;;   LLOAD 5
;;   LLOAD 3
;;   ILOAD 0
;;   LCONST_0
;;   LLOAD 5
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.loadI64 (JIJJ)J
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.storeI64 (JIJJJ)V
;;   RETURN
;;   MAXSTACK = 14
;;   MAXLOCALS = 7
