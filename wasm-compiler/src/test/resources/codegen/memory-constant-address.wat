;; Constant addresses within the memory's minimum need no check. Those beyond it do.
;; shows: swap
(module
  (memory 1 2)
  (func $swap
    (i32.store (i32.const 1024) (i32.load (i32.const 65532)))
    (i32.store (i32.const 1028) (i32.load (i32.const 65533)))))

;; swap#0 (LInstance;)V
;;   ALOAD 0
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LSTORE 1
;;   ALOAD 0
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 3
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.I32 : Ljava/lang/foreign/ValueLayout$OfInt;
;;   LLOAD 1
;;   LDC 140737488355327L
;;   LAND
;;   SIPUSH 1024
;;   I2L
;;   LADD
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.I32 : Ljava/lang/foreign/ValueLayout$OfInt;
;;   LLOAD 1
;;   LDC 140737488355327L
;;   LAND
;;   LDC 65532L
;;   LADD
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.get (Ljava/lang/foreign/ValueLayout$OfInt;J)I (itf)
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.set (Ljava/lang/foreign/ValueLayout$OfInt;JI)V (itf)
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.I32 : Ljava/lang/foreign/ValueLayout$OfInt;
;;   LLOAD 1
;;   LDC 140737488355327L
;;   LAND
;;   SIPUSH 1028
;;   I2L
;;   LADD
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.I32 : Ljava/lang/foreign/ValueLayout$OfInt;
;;   LLOAD 1
;;   LDC 140737488355327L
;;   LAND
;;   LDC 65533L
;;   LLOAD 3
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LADD
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.get (Ljava/lang/foreign/ValueLayout$OfInt;J)I (itf)
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.set (Ljava/lang/foreign/ValueLayout$OfInt;JI)V (itf)
;;   RETURN
;;   MAXSTACK = 14
;;   MAXLOCALS = 5
