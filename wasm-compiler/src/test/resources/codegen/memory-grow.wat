;; After memory.grow the size is read again; the base never changes.
;; shows: append
(module
  (memory 1)
  (func $append (param $at i32) (result i32)
    (i32.store (local.get $at) (i32.const 1))
    (drop (memory.grow (i32.const 1)))
    (i32.store offset=65536 (local.get $at) (i32.const 2))
    (memory.size)))

;; append#0 (ILInstance;)I
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LSTORE 2
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.I32 : Ljava/lang/foreign/ValueLayout$OfInt;
;;   LLOAD 2
;;   LDC 140737488355327L
;;   LAND
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LADD
;;   ICONST_1
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.set (Ljava/lang/foreign/ValueLayout$OfInt;JI)V (itf)
;;   ICONST_1
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.grow (ILdev/graft/engine/abi/LinearMemory;)I
;;   POP
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.I32 : Ljava/lang/foreign/ValueLayout$OfInt;
;;   LLOAD 2
;;   LDC 140737488355327L
;;   LAND
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LDC 65536L
;;   LADD
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LADD
;;   ICONST_2
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.set (Ljava/lang/foreign/ValueLayout$OfInt;JI)V (itf)
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.size (Ldev/graft/engine/abi/LinearMemory;)I
;;   IRETURN
;;   MAXSTACK = 10
;;   MAXLOCALS = 4
