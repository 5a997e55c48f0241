;; An access to a whole vector is checked once, and loads the lanes that are needed.
;; shows: scale
;; interruptible: no
(module
  (memory 1)
  (func $scale (param $at i32) (param $factor f32)
    (v128.store offset=16 (local.get $at)
      (f32x4.mul (v128.load (local.get $at)) (f32x4.splat (local.get $factor))))))

;; scale#0 (IFLInstance;)V
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LSTORE 3
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 5
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 5
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 7
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.F32 : Ljava/lang/foreign/ValueLayout$OfFloat;
;;   LLOAD 3
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 7
;;   LADD
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.get (Ljava/lang/foreign/ValueLayout$OfFloat;J)F (itf)
;;   FSTORE 9
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.F32 : Ljava/lang/foreign/ValueLayout$OfFloat;
;;   LLOAD 3
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 7
;;   ICONST_4
;;   I2L
;;   LADD
;;   LADD
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.get (Ljava/lang/foreign/ValueLayout$OfFloat;J)F (itf)
;;   FSTORE 10
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.F32 : Ljava/lang/foreign/ValueLayout$OfFloat;
;;   LLOAD 3
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 7
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   LADD
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.get (Ljava/lang/foreign/ValueLayout$OfFloat;J)F (itf)
;;   FSTORE 11
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.F32 : Ljava/lang/foreign/ValueLayout$OfFloat;
;;   LLOAD 3
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 7
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   LADD
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.get (Ljava/lang/foreign/ValueLayout$OfFloat;J)F (itf)
;;   FSTORE 12
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 16
;;   I2L
;;   LADD
;;   LLOAD 5
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 5
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.F32 : Ljava/lang/foreign/ValueLayout$OfFloat;
;;   LLOAD 3
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 5
;;   LADD
;;   FLOAD 9
;;   FLOAD 1
;;   FMUL
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.set (Ljava/lang/foreign/ValueLayout$OfFloat;JF)V (itf)
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.F32 : Ljava/lang/foreign/ValueLayout$OfFloat;
;;   LLOAD 3
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 5
;;   ICONST_4
;;   I2L
;;   LADD
;;   LADD
;;   FLOAD 10
;;   FLOAD 1
;;   FMUL
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.set (Ljava/lang/foreign/ValueLayout$OfFloat;JF)V (itf)
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.F32 : Ljava/lang/foreign/ValueLayout$OfFloat;
;;   LLOAD 3
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 5
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   LADD
;;   FLOAD 11
;;   FLOAD 1
;;   FMUL
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.set (Ljava/lang/foreign/ValueLayout$OfFloat;JF)V (itf)
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.F32 : Ljava/lang/foreign/ValueLayout$OfFloat;
;;   LLOAD 3
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 5
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   LADD
;;   FLOAD 12
;;   FLOAD 1
;;   FMUL
;;   INVOKEINTERFACE java/lang/foreign/MemorySegment.set (Ljava/lang/foreign/ValueLayout$OfFloat;JF)V (itf)
;;   RETURN
;;   MAXSTACK = 8
;;   MAXLOCALS = 13
