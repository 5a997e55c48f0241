;; In a loop loads and stores are done in place, and base and size of the memory are read before it.
;; shows: increment
(module
  (memory 1)
  (func $increment (param $from i32) (param $to i32)
    (loop $again
      (i32.store offset=8 (local.get $from) (i32.add (i32.load8_u (local.get $from)) (i32.const 1)))
      (br_if $again
        (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 4))) (local.get $to))))))

;; increment#0 (IILInstance;)V
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LSTORE 3
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 5
;;   L0
;;   ALOAD 2
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.interruption : I
;;   IFEQ L1
;;   ALOAD 2
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ExecutionContext;)V
;;   L1
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.I32 : Ljava/lang/foreign/ValueLayout$OfInt;
;;   LLOAD 3
;;   LDC 140737488355327L
;;   LAND
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   LLOAD 5
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LADD
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.I8 : Ljava/lang/foreign/ValueLayout$OfByte;
;;   LLOAD 3
;;   LDC 140737488355327L
;;   LAND
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 5
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LADD
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.get (Ljava/lang/foreign/ValueLayout$OfByte;J)B (itf)
;;   SIPUSH 255
;;   IAND
;;   ICONST_1
;;   IADD
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.set (Ljava/lang/foreign/ValueLayout$OfInt;JI)V (itf)
;;   ILOAD 0
;;   ICONST_4
;;   IADD
;;   ISTORE 0
;;   ILOAD 0
;;   ILOAD 1
;;   INVOKESTATIC java/lang/Integer.compareUnsigned (II)I
;;   IFLT L0
;;   RETURN
;;   MAXSTACK = 12
;;   MAXLOCALS = 7
