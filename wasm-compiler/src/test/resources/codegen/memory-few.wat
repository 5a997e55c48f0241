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
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.I64 : Ljava/lang/foreign/ValueLayout$OfLong;
;;   LLOAD 3
;;   LDC 140737488355327L
;;   LAND
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 5
;;   BIPUSH 7
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LADD
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.I64 : Ljava/lang/foreign/ValueLayout$OfLong;
;;   LLOAD 3
;;   LDC 140737488355327L
;;   LAND
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 5
;;   BIPUSH 7
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LADD
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.get (Ljava/lang/foreign/ValueLayout$OfLong;J)J (itf)
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.set (Ljava/lang/foreign/ValueLayout$OfLong;JJ)V (itf)
;;   RETURN
;;   MAXSTACK = 14
;;   MAXLOCALS = 7
