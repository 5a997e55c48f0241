;; Bytes that are extended, added, limited and narrowed stay bytes before it is decided who holds them, and what is held as objects is no loop over elements.
;; shows: saturate
;; interruptible: no
;; vector-api: yes
(module
  (memory 1)
  (func $saturate (param $x i32) (param $y i32) (param $end i32)
    (local $a v128) (local $b v128)
    (loop $again
      (local.set $a (v128.load (local.get $x)))
      (local.set $b (v128.load (local.get $y)))
      (v128.store (local.get $x)
        (i8x16.narrow_i16x8_u
          (i16x8.min_u (v128.const i16x8 255 255 255 255 255 255 255 255)
            (i16x8.add (i16x8.extend_low_i8x16_u (local.get $a)) (i16x8.extend_low_i8x16_u (local.get $b))))
          (i16x8.min_u (v128.const i16x8 255 255 255 255 255 255 255 255)
            (i16x8.add (i16x8.extend_high_i8x16_u (local.get $a)) (i16x8.extend_high_i8x16_u (local.get $b))))))
      (local.set $y (i32.add (local.get $y) (i32.const 16)))
      (br_if $again (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 16))) (local.get $end))))))

;; saturate#0 (IIILInstance;)V
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 4
;;   LLOAD 4
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFLE L0
;;   LLOAD 4
;;   INVOKESTATIC dev/graft/engine/abi/UnusualMemory.size (J)J
;;   LSTORE 4
;;   GOTO L1
;;   L0
;;   LLOAD 4
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   LAND
;;   LDC 65536L
;;   LADD
;;   LSTORE 4
;;   L1
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 6
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
;;   LSTORE 8
;;   LLOAD 8
;;   BIPUSH 16
;;   I2L
;;   LCMP
;;   IFLT L3
;;   LLOAD 8
;;   SIPUSH 2702
;;   I2L
;;   LLOAD 8
;;   SIPUSH 2702
;;   I2L
;;   LCMP
;;   IFLT L4
;;   DUP2_X2
;;   POP2
;;   L4
;;   POP2
;;   LSTORE 8
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 10
;;   LLOAD 10
;;   LLOAD 8
;;   LCONST_1
;;   LSUB
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 4
;;   BIPUSH 16
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGT L3
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 12
;;   LLOAD 12
;;   LLOAD 8
;;   LCONST_1
;;   LSUB
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 4
;;   BIPUSH 16
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGT L3
;;   LLOAD 8
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   L2I
;;   LDC 131071
;;   IAND
;;   ISTORE 14
;;   ICONST_0
;;   ISTORE 15
;;   L5
;;   LLOAD 10
;;   ILOAD 15
;;   I2L
;;   LADD
;;   LSTORE 8
;;   LLOAD 12
;;   ILOAD 15
;;   I2L
;;   LADD
;;   LSTORE 16
;;   LLOAD 8
;;   LSTORE 18
;;   GETSTATIC jdk/incubator/vector/ByteVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   LLOAD 6
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 18
;;   LADD
;;   GETSTATIC java/nio/ByteOrder.LITTLE_ENDIAN : Ljava/nio/ByteOrder;
;;   INVOKESTATIC jdk/incubator/vector/ByteVector.fromMemorySegment (Ljdk/incubator/vector/VectorSpecies;Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)Ljdk/incubator/vector/ByteVector;
;;   ASTORE 20
;;   LLOAD 16
;;   LSTORE 16
;;   GETSTATIC jdk/incubator/vector/ByteVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   LLOAD 6
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 16
;;   LADD
;;   GETSTATIC java/nio/ByteOrder.LITTLE_ENDIAN : Ljava/nio/ByteOrder;
;;   INVOKESTATIC jdk/incubator/vector/ByteVector.fromMemorySegment (Ljdk/incubator/vector/VectorSpecies;Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)Ljdk/incubator/vector/ByteVector;
;;   ASTORE 21
;;   LLOAD 8
;;   LSTORE 8
;;   ALOAD 20
;;   GETSTATIC jdk/incubator/vector/VectorOperators.SUADD : Ljdk/incubator/vector/VectorOperators$Binary;
;;   ALOAD 21
;;   INVOKEVIRTUAL jdk/incubator/vector/ByteVector.lanewise (Ljdk/incubator/vector/VectorOperators$Binary;Ljdk/incubator/vector/Vector;)Ljdk/incubator/vector/ByteVector;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   LLOAD 6
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 8
;;   LADD
;;   GETSTATIC java/nio/ByteOrder.LITTLE_ENDIAN : Ljava/nio/ByteOrder;
;;   INVOKEVIRTUAL jdk/incubator/vector/ByteVector.intoMemorySegment (Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)V
;;   IINC 1 16
;;   IINC 0 16
;;   IINC 15 16
;;   ILOAD 15
;;   ILOAD 14
;;   IF_ICMPLT L5
;;   ILOAD 0
;;   ILOAD 2
;;   INVOKESTATIC java/lang/Integer.compareUnsigned (II)I
;;   IFGE L6
;;   GOTO L2
;;   L6
;;   GOTO L7
;;   L3
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 4
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L8
;;   LLOAD 4
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 18
;;   GETSTATIC jdk/incubator/vector/ByteVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   LLOAD 6
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 18
;;   LADD
;;   GETSTATIC java/nio/ByteOrder.LITTLE_ENDIAN : Ljava/nio/ByteOrder;
;;   INVOKESTATIC jdk/incubator/vector/ByteVector.fromMemorySegment (Ljdk/incubator/vector/VectorSpecies;Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)Ljdk/incubator/vector/ByteVector;
;;   ASTORE 20
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 4
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L9
;;   LLOAD 4
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 16
;;   GETSTATIC jdk/incubator/vector/ByteVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   LLOAD 6
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 16
;;   LADD
;;   GETSTATIC java/nio/ByteOrder.LITTLE_ENDIAN : Ljava/nio/ByteOrder;
;;   INVOKESTATIC jdk/incubator/vector/ByteVector.fromMemorySegment (Ljdk/incubator/vector/VectorSpecies;Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)Ljdk/incubator/vector/ByteVector;
;;   ASTORE 21
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 4
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L10
;;   LLOAD 4
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 8
;;   ALOAD 20
;;   GETSTATIC jdk/incubator/vector/VectorOperators.SUADD : Ljdk/incubator/vector/VectorOperators$Binary;
;;   ALOAD 21
;;   INVOKEVIRTUAL jdk/incubator/vector/ByteVector.lanewise (Ljdk/incubator/vector/VectorOperators$Binary;Ljdk/incubator/vector/Vector;)Ljdk/incubator/vector/ByteVector;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   LLOAD 6
;;   LDC 140737488355327L
;;   LAND
;;   LLOAD 8
;;   LADD
;;   GETSTATIC java/nio/ByteOrder.LITTLE_ENDIAN : Ljava/nio/ByteOrder;
;;   INVOKEVIRTUAL jdk/incubator/vector/ByteVector.intoMemorySegment (Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)V
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
;;   MAXLOCALS = 22
