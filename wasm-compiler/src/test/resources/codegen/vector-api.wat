;; A loop that streams floats through memory holds them as objects of the Vector API, if that is allowed.
;; shows: axpy
;; interruptible: no
;; vector-api: yes
(module
  (memory 1)
  (func $axpy (param $x i32) (param $y i32) (param $end i32) (param $factor f32)
    (local $a v128)
    (local.set $a (f32x4.splat (local.get $factor)))
    (loop $again
      (v128.store (local.get $y)
        (f32x4.add (v128.load (local.get $y)) (f32x4.mul (local.get $a) (v128.load (local.get $x)))))
      (local.set $y (i32.add (local.get $y) (i32.const 16)))
      (br_if $again (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 16))) (local.get $end))))))

;; axpy#0 (IIIFLInstance;)V
;;   ALOAD 4
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 5
;;   LLOAD 5
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFLE L0
;;   LLOAD 5
;;   INVOKESTATIC dev/graft/engine/abi/UnusualMemory.size (J)J
;;   LSTORE 5
;;   GOTO L1
;;   L0
;;   LLOAD 5
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   LAND
;;   LDC 65536L
;;   LADD
;;   LSTORE 5
;;   L1
;;   GETSTATIC jdk/incubator/vector/FloatVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   FCONST_0
;;   INVOKESTATIC jdk/incubator/vector/FloatVector.broadcast (Ljdk/incubator/vector/VectorSpecies;F)Ljdk/incubator/vector/FloatVector;
;;   ASTORE 7
;;   ALOAD 4
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 8
;;   GETSTATIC jdk/incubator/vector/FloatVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   FLOAD 3
;;   INVOKESTATIC jdk/incubator/vector/FloatVector.broadcast (Ljdk/incubator/vector/VectorSpecies;F)Ljdk/incubator/vector/FloatVector;
;;   ASTORE 7
;;   L2
;;   ILOAD 2
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ILOAD 0
;;   BIPUSH 16
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSUB
;;   BIPUSH 15
;;   I2L
;;   LADD
;;   ICONST_4
;;   LSHR
;;   LCONST_1
;;   LADD
;;   LSTORE 10
;;   LLOAD 10
;;   BIPUSH 16
;;   I2L
;;   LCMP
;;   IFLT L3
;;   LLOAD 10
;;   SIPUSH 2564
;;   I2L
;;   LLOAD 10
;;   SIPUSH 2564
;;   I2L
;;   LCMP
;;   IFLT L4
;;   DUP2_X2
;;   POP2
;;   L4
;;   POP2
;;   LSTORE 10
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 12
;;   LLOAD 12
;;   LLOAD 10
;;   LCONST_1
;;   LSUB
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 5
;;   BIPUSH 16
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGT L3
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 14
;;   LLOAD 14
;;   LLOAD 10
;;   LCONST_1
;;   LSUB
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 5
;;   BIPUSH 16
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGT L3
;;   LLOAD 10
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   L2I
;;   LDC 131071
;;   IAND
;;   ISTORE 16
;;   ICONST_0
;;   ISTORE 17
;;   L5
;;   LLOAD 12
;;   ILOAD 17
;;   I2L
;;   LADD
;;   LSTORE 10
;;   LLOAD 14
;;   ILOAD 17
;;   I2L
;;   LADD
;;   LSTORE 18
;;   LLOAD 10
;;   LSTORE 20
;;   GETSTATIC jdk/incubator/vector/FloatVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   LLOAD 8
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 20
;;   LADD
;;   GETSTATIC java/nio/ByteOrder.LITTLE_ENDIAN : Ljava/nio/ByteOrder;
;;   INVOKESTATIC jdk/incubator/vector/FloatVector.fromMemorySegment (Ljdk/incubator/vector/VectorSpecies;Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)Ljdk/incubator/vector/FloatVector;
;;   ASTORE 22
;;   LLOAD 18
;;   LSTORE 18
;;   GETSTATIC jdk/incubator/vector/FloatVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   LLOAD 8
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 18
;;   LADD
;;   GETSTATIC java/nio/ByteOrder.LITTLE_ENDIAN : Ljava/nio/ByteOrder;
;;   INVOKESTATIC jdk/incubator/vector/FloatVector.fromMemorySegment (Ljdk/incubator/vector/VectorSpecies;Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)Ljdk/incubator/vector/FloatVector;
;;   ASTORE 23
;;   LLOAD 10
;;   LSTORE 10
;;   ALOAD 22
;;   ALOAD 7
;;   ALOAD 23
;;   INVOKEVIRTUAL jdk/incubator/vector/FloatVector.mul (Ljdk/incubator/vector/Vector;)Ljdk/incubator/vector/FloatVector;
;;   INVOKEVIRTUAL jdk/incubator/vector/FloatVector.add (Ljdk/incubator/vector/Vector;)Ljdk/incubator/vector/FloatVector;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   LLOAD 8
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 10
;;   LADD
;;   GETSTATIC java/nio/ByteOrder.LITTLE_ENDIAN : Ljava/nio/ByteOrder;
;;   INVOKEVIRTUAL jdk/incubator/vector/FloatVector.intoMemorySegment (Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)V
;;   IINC 1 16
;;   IINC 0 16
;;   IINC 17 16
;;   ILOAD 17
;;   ILOAD 16
;;   IF_ICMPLT L5
;;   ILOAD 0
;;   ILOAD 2
;;   INVOKESTATIC java/lang/Integer.compareUnsigned (II)I
;;   IFGE L6
;;   GOTO L2
;;   L6
;;   GOTO L7
;;   L3
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L8
;;   LLOAD 5
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 20
;;   GETSTATIC jdk/incubator/vector/FloatVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   LLOAD 8
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 20
;;   LADD
;;   GETSTATIC java/nio/ByteOrder.LITTLE_ENDIAN : Ljava/nio/ByteOrder;
;;   INVOKESTATIC jdk/incubator/vector/FloatVector.fromMemorySegment (Ljdk/incubator/vector/VectorSpecies;Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)Ljdk/incubator/vector/FloatVector;
;;   ASTORE 22
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L9
;;   LLOAD 5
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 18
;;   GETSTATIC jdk/incubator/vector/FloatVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   LLOAD 8
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 18
;;   LADD
;;   GETSTATIC java/nio/ByteOrder.LITTLE_ENDIAN : Ljava/nio/ByteOrder;
;;   INVOKESTATIC jdk/incubator/vector/FloatVector.fromMemorySegment (Ljdk/incubator/vector/VectorSpecies;Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)Ljdk/incubator/vector/FloatVector;
;;   ASTORE 23
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 5
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L10
;;   LLOAD 5
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 10
;;   ALOAD 22
;;   ALOAD 7
;;   ALOAD 23
;;   INVOKEVIRTUAL jdk/incubator/vector/FloatVector.mul (Ljdk/incubator/vector/Vector;)Ljdk/incubator/vector/FloatVector;
;;   INVOKEVIRTUAL jdk/incubator/vector/FloatVector.add (Ljdk/incubator/vector/Vector;)Ljdk/incubator/vector/FloatVector;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   LLOAD 8
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 10
;;   LADD
;;   GETSTATIC java/nio/ByteOrder.LITTLE_ENDIAN : Ljava/nio/ByteOrder;
;;   INVOKEVIRTUAL jdk/incubator/vector/FloatVector.intoMemorySegment (Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)V
;;   IINC 1 16
;;   IINC 0 16
;;   ILOAD 0
;;   ILOAD 2
;;   INVOKESTATIC java/lang/Integer.compareUnsigned (II)I
;;   IFGE L11
;;   GOTO L3
;;   L11
;;   NOP
;;   L7
;;   RETURN
;;   L8
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L9
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L10
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 8
;;   MAXLOCALS = 24
