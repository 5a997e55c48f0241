;; Of several accesses off one base the first load checks what all loads behind it need; what lies within that is not checked again, before a call or behind it.
;; shows: move
(module
  (memory 1)
  (func $other)
  (func $move (param $structure i32) (result i32)
    (local $x i32)
    (local.set $x (i32.load (local.get $structure)))
    (local.set $x (i32.add (local.get $x) (i32.load offset=8 (local.get $structure))))
    (call $other)
    (i32.store offset=4 (local.get $structure) (local.get $x))
    (i32.load offset=6 (local.get $structure))))

;; move#1 (ILInstance;)I
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LSTORE 2
;;   ALOAD 1
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.interruption : I
;;   IFEQ L0
;;   ALOAD 1
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ExecutionContext;)V
;;   L0
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
;;   BIPUSH 11
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LADD
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.get (Ljava/lang/foreign/ValueLayout$OfInt;J)I (itf)
;;   ISTORE 4
;;   ILOAD 4
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.I32 : Ljava/lang/foreign/ValueLayout$OfInt;
;;   LLOAD 2
;;   LDC 140737488355327L
;;   LAND
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   LADD
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.get (Ljava/lang/foreign/ValueLayout$OfInt;J)I (itf)
;;   IADD
;;   ISTORE 4
;;   ALOAD 1
;;   INVOKESTATIC Functions0.other#0 (LInstance;)V
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.I32 : Ljava/lang/foreign/ValueLayout$OfInt;
;;   LLOAD 2
;;   LDC 140737488355327L
;;   LAND
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_4
;;   I2L
;;   LADD
;;   LADD
;;   ILOAD 4
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.set (Ljava/lang/foreign/ValueLayout$OfInt;JI)V (itf)
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.I32 : Ljava/lang/foreign/ValueLayout$OfInt;
;;   LLOAD 2
;;   LDC 140737488355327L
;;   LAND
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 6
;;   I2L
;;   LADD
;;   LADD
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.get (Ljava/lang/foreign/ValueLayout$OfInt;J)I (itf)
;;   IRETURN
;;   MAXSTACK = 10
;;   MAXLOCALS = 5
