;; Whether any bit of two 64-bit lanes is set is asked of four lanes: HotSpot has no masks of two.
;; shows: any
;; interruptible: no
;; vector-api: yes
(module
  (memory 1)
  (func $any (param $x i32) (param $end i32) (result i32)
    (local $v v128)
    (loop $again
      (v128.store (local.get $x)
        (local.tee $v (i64x2.add (v128.load (local.get $x)) (i64x2.mul (v128.load offset=16 (local.get $x)) (v128.load offset=32 (local.get $x))))))
      (if (v128.any_true (local.get $v))
        (then (return (local.get $x))))
      (br_if $again (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 16))) (local.get $end))))
    (i32.const 0)))

;; any#0 (IILInstance;)I
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 3
;;   LLOAD 3
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFLE L0
;;   LLOAD 3
;;   INVOKESTATIC dev/graft/engine/abi/UnusualMemory.size (J)J
;;   LSTORE 3
;;   GOTO L1
;;   L0
;;   LLOAD 3
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   LAND
;;   LDC 65536L
;;   LADD
;;   LSTORE 3
;;   L1
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 5
;;   L2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 3
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L3
;;   LLOAD 3
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 7
;;   GETSTATIC jdk/incubator/vector/LongVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   LLOAD 5
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 7
;;   LADD
;;   GETSTATIC java/nio/ByteOrder.LITTLE_ENDIAN : Ljava/nio/ByteOrder;
;;   INVOKESTATIC jdk/incubator/vector/LongVector.fromMemorySegment (Ljdk/incubator/vector/VectorSpecies;Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)Ljdk/incubator/vector/LongVector;
;;   ASTORE 9
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 16
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 3
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L4
;;   LLOAD 3
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 7
;;   GETSTATIC jdk/incubator/vector/LongVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   LLOAD 5
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 7
;;   LADD
;;   GETSTATIC java/nio/ByteOrder.LITTLE_ENDIAN : Ljava/nio/ByteOrder;
;;   INVOKESTATIC jdk/incubator/vector/LongVector.fromMemorySegment (Ljdk/incubator/vector/VectorSpecies;Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)Ljdk/incubator/vector/LongVector;
;;   ASTORE 10
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 32
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 3
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L5
;;   LLOAD 3
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 7
;;   GETSTATIC jdk/incubator/vector/LongVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   LLOAD 5
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 7
;;   LADD
;;   GETSTATIC java/nio/ByteOrder.LITTLE_ENDIAN : Ljava/nio/ByteOrder;
;;   INVOKESTATIC jdk/incubator/vector/LongVector.fromMemorySegment (Ljdk/incubator/vector/VectorSpecies;Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)Ljdk/incubator/vector/LongVector;
;;   ASTORE 11
;;   ALOAD 9
;;   ALOAD 10
;;   ALOAD 11
;;   INVOKEVIRTUAL jdk/incubator/vector/LongVector.mul (Ljdk/incubator/vector/Vector;)Ljdk/incubator/vector/LongVector;
;;   INVOKEVIRTUAL jdk/incubator/vector/LongVector.add (Ljdk/incubator/vector/Vector;)Ljdk/incubator/vector/LongVector;
;;   ASTORE 11
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 3
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L6
;;   LLOAD 3
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 7
;;   ALOAD 11
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   LLOAD 5
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 7
;;   LADD
;;   GETSTATIC java/nio/ByteOrder.LITTLE_ENDIAN : Ljava/nio/ByteOrder;
;;   INVOKEVIRTUAL jdk/incubator/vector/LongVector.intoMemorySegment (Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)V
;;   ALOAD 11
;;   INVOKEVIRTUAL jdk/incubator/vector/Vector.reinterpretAsBytes ()Ljdk/incubator/vector/ByteVector;
;;   INVOKEVIRTUAL jdk/incubator/vector/Vector.reinterpretAsInts ()Ljdk/incubator/vector/IntVector;
;;   GETSTATIC jdk/incubator/vector/VectorOperators.NE : Ljdk/incubator/vector/VectorOperators$Comparison;
;;   GETSTATIC jdk/incubator/vector/IntVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   ICONST_0
;;   INVOKESTATIC jdk/incubator/vector/IntVector.broadcast (Ljdk/incubator/vector/VectorSpecies;I)Ljdk/incubator/vector/IntVector;
;;   INVOKEVIRTUAL jdk/incubator/vector/IntVector.compare (Ljdk/incubator/vector/VectorOperators$Comparison;Ljdk/incubator/vector/Vector;)Ljdk/incubator/vector/VectorMask;
;;   INVOKEVIRTUAL jdk/incubator/vector/VectorMask.anyTrue ()Z
;;   IFEQ L7
;;   ILOAD 0
;;   IRETURN
;;   L7
;;   IINC 0 16
;;   ILOAD 0
;;   ILOAD 1
;;   INVOKESTATIC java/lang/Integer.compareUnsigned (II)I
;;   IFGE L8
;;   GOTO L2
;;   L8
;;   ICONST_0
;;   IRETURN
;;   L3
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L4
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L5
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L6
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 8
;;   MAXLOCALS = 12
