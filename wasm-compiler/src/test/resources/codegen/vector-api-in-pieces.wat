;; An object of the Vector API that a piece is handed is made again in front of its loop. One kind of lanes becomes another by way of bytes.
;; shows: sums
;; limits: tiny
;; interruptible: no
;; vector-api: yes
(module
  (memory 1)
  (func $sums (param $x i32) (param $end i32) (param $factor f32)
    (local $before v128) (local $factors v128) (local $loaded v128)
    (local.set $factors (f32x4.splat (local.get $factor)))
    (local.set $before (v128.load (local.get $x)))
    (loop $again
      (local.set $loaded (v128.load offset=16 (local.get $x)))
      (v128.store (local.get $x)
        (f32x4.add (f32x4.mul (local.get $before) (local.get $factors))
          (f32x4.sqrt (f32x4.convert_i32x4_s (i32x4.add (local.get $loaded) (local.get $before))))))
      (local.set $before (local.get $loaded))
      (br_if $again (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 16))) (local.get $end))))))

;; sums#0$1 (LInstance;)Ljdk/incubator/vector/IntVector;
;;   ALOAD 0
;;   ALOAD 0
;;   GETFIELD Instance.homeJ2 : J
;;   ALOAD 0
;;   GETFIELD Instance.homeI3 : I
;;   I2L
;;   LADD
;;   PUTFIELD Instance.homeJ1 : J
;;   ALOAD 0
;;   ALOAD 0
;;   GETFIELD Instance.homeJ1 : J
;;   BIPUSH 16
;;   I2L
;;   LADD
;;   PUTFIELD Instance.homeJ3 : J
;;   GETSTATIC jdk/incubator/vector/IntVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   ALOAD 0
;;   GETFIELD Instance.homeJ0 : J
;;   LDC 140737488355327L
;;   LAND
;;   ALOAD 0
;;   GETFIELD Instance.homeJ3 : J
;;   LADD
;;   GETSTATIC java/nio/ByteOrder.LITTLE_ENDIAN : Ljava/nio/ByteOrder;
;;   INVOKESTATIC jdk/incubator/vector/IntVector.fromMemorySegment (Ljdk/incubator/vector/VectorSpecies;Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)Ljdk/incubator/vector/IntVector;
;;   ASTORE 1
;;   ALOAD 0
;;   ALOAD 0
;;   GETFIELD Instance.homeJ1 : J
;;   PUTFIELD Instance.homeJ1 : J
;;   ALOAD 1
;;   ARETURN
;;   MAXSTACK = 6
;;   MAXLOCALS = 2
;; sums#0$2 (Ljdk/incubator/vector/FloatVector;Ljdk/incubator/vector/IntVector;Ljdk/incubator/vector/IntVector;LInstance;)Ljdk/incubator/vector/IntVector;
;;   ALOAD 1
;;   INVOKEVIRTUAL jdk/incubator/vector/Vector.reinterpretAsBytes ()Ljdk/incubator/vector/ByteVector;
;;   INVOKEVIRTUAL jdk/incubator/vector/Vector.reinterpretAsFloats ()Ljdk/incubator/vector/FloatVector;
;;   ALOAD 0
;;   INVOKEVIRTUAL jdk/incubator/vector/FloatVector.mul (Ljdk/incubator/vector/Vector;)Ljdk/incubator/vector/FloatVector;
;;   ALOAD 2
;;   ALOAD 1
;;   INVOKEVIRTUAL jdk/incubator/vector/IntVector.add (Ljdk/incubator/vector/Vector;)Ljdk/incubator/vector/IntVector;
;;   GETSTATIC jdk/incubator/vector/VectorOperators.I2F : Ljdk/incubator/vector/VectorOperators$Conversion;
;;   GETSTATIC jdk/incubator/vector/FloatVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   ICONST_0
;;   INVOKEVIRTUAL jdk/incubator/vector/Vector.convertShape (Ljdk/incubator/vector/VectorOperators$Conversion;Ljdk/incubator/vector/VectorSpecies;I)Ljdk/incubator/vector/Vector;
;;   CHECKCAST jdk/incubator/vector/FloatVector
;;   INVOKEVIRTUAL jdk/incubator/vector/FloatVector.sqrt ()Ljdk/incubator/vector/FloatVector;
;;   INVOKEVIRTUAL jdk/incubator/vector/FloatVector.add (Ljdk/incubator/vector/Vector;)Ljdk/incubator/vector/FloatVector;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   ALOAD 3
;;   GETFIELD Instance.homeJ0 : J
;;   LDC 140737488355327L
;;   LAND
;;   ALOAD 3
;;   GETFIELD Instance.homeJ1 : J
;;   LADD
;;   GETSTATIC java/nio/ByteOrder.LITTLE_ENDIAN : Ljava/nio/ByteOrder;
;;   INVOKEVIRTUAL jdk/incubator/vector/FloatVector.intoMemorySegment (Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)V
;;   ALOAD 2
;;   ASTORE 1
;;   ALOAD 3
;;   ALOAD 3
;;   GETFIELD Instance.homeI0 : I
;;   BIPUSH 16
;;   IADD
;;   PUTFIELD Instance.homeI0 : I
;;   ALOAD 3
;;   ALOAD 3
;;   GETFIELD Instance.homeI3 : I
;;   BIPUSH 16
;;   IADD
;;   PUTFIELD Instance.homeI3 : I
;;   ALOAD 1
;;   ARETURN
;;   MAXSTACK = 6
;;   MAXLOCALS = 5
;; sums#0$3 (Ljdk/incubator/vector/FloatVector;Ljdk/incubator/vector/IntVector;LInstance;)Ljdk/incubator/vector/IntVector;
;;   ALOAD 0
;;   IFNONNULL L0
;;   GETSTATIC jdk/incubator/vector/FloatVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   FCONST_0
;;   INVOKESTATIC jdk/incubator/vector/FloatVector.broadcast (Ljdk/incubator/vector/VectorSpecies;F)Ljdk/incubator/vector/FloatVector;
;;   ASTORE 0
;;   L0
;;   ALOAD 0
;;   INVOKEVIRTUAL jdk/incubator/vector/Vector.reinterpretAsBytes ()Ljdk/incubator/vector/ByteVector;
;;   INVOKEVIRTUAL jdk/incubator/vector/Vector.reinterpretAsFloats ()Ljdk/incubator/vector/FloatVector;
;;   ASTORE 0
;;   ALOAD 1
;;   IFNONNULL L1
;;   GETSTATIC jdk/incubator/vector/IntVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   ICONST_0
;;   INVOKESTATIC jdk/incubator/vector/IntVector.broadcast (Ljdk/incubator/vector/VectorSpecies;I)Ljdk/incubator/vector/IntVector;
;;   ASTORE 1
;;   L1
;;   ALOAD 1
;;   INVOKEVIRTUAL jdk/incubator/vector/Vector.reinterpretAsBytes ()Ljdk/incubator/vector/ByteVector;
;;   INVOKEVIRTUAL jdk/incubator/vector/Vector.reinterpretAsInts ()Ljdk/incubator/vector/IntVector;
;;   ASTORE 1
;;   L2
;;   ALOAD 2
;;   INVOKESTATIC Functions0.sums#0$1 (LInstance;)Ljdk/incubator/vector/IntVector;
;;   ASTORE 3
;;   ALOAD 0
;;   ALOAD 1
;;   ALOAD 3
;;   ALOAD 2
;;   INVOKESTATIC Functions0.sums#0$2 (Ljdk/incubator/vector/FloatVector;Ljdk/incubator/vector/IntVector;Ljdk/incubator/vector/IntVector;LInstance;)Ljdk/incubator/vector/IntVector;
;;   ASTORE 1
;;   ALOAD 2
;;   GETFIELD Instance.homeI3 : I
;;   ALOAD 2
;;   GETFIELD Instance.homeI2 : I
;;   IF_ICMPGE L3
;;   GOTO L2
;;   L3
;;   ALOAD 1
;;   ARETURN
;;   MAXSTACK = 4
;;   MAXLOCALS = 4
;; sums#0$4 (FIILInstance;)I
;;   ALOAD 3
;;   ILOAD 2
;;   PUTFIELD Instance.homeI0 : I
;;   ALOAD 3
;;   ILOAD 1
;;   PUTFIELD Instance.homeI1 : I
;;   ALOAD 3
;;   FLOAD 0
;;   PUTFIELD Instance.homeF0 : F
;;   ALOAD 3
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   PUTFIELD Instance.homeJ0 : J
;;   ALOAD 3
;;   GETFIELD Instance.homeJ0 : J
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFLE L0
;;   ALOAD 3
;;   GETFIELD Instance.homeJ0 : J
;;   INVOKESTATIC dev/graft/engine/abi/UnusualMemory.size (J)J
;;   LSTORE 4
;;   GOTO L1
;;   L0
;;   ALOAD 3
;;   GETFIELD Instance.homeJ0 : J
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   LAND
;;   LDC 65536L
;;   LADD
;;   LSTORE 4
;;   ALOAD 3
;;   LLOAD 4
;;   PUTFIELD Instance.transferJ0 : J
;;   ICONST_0
;;   IRETURN
;;   L1
;;   ALOAD 3
;;   LLOAD 4
;;   PUTFIELD Instance.transferJ0 : J
;;   ICONST_1
;;   IRETURN
;;   MAXSTACK = 4
;;   MAXLOCALS = 6
;; sums#0$5 (JLInstance;)I
;;   ALOAD 2
;;   ALOAD 2
;;   GETFIELD Instance.homeJ1 : J
;;   SIPUSH 3030
;;   I2L
;;   ALOAD 2
;;   GETFIELD Instance.homeJ1 : J
;;   SIPUSH 3030
;;   I2L
;;   LCMP
;;   IFLT L0
;;   DUP2_X2
;;   POP2
;;   L0
;;   POP2
;;   PUTFIELD Instance.homeJ1 : J
;;   ALOAD 2
;;   ALOAD 2
;;   GETFIELD Instance.homeI0 : I
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   PUTFIELD Instance.homeJ2 : J
;;   ALOAD 2
;;   GETFIELD Instance.homeJ2 : J
;;   ALOAD 2
;;   GETFIELD Instance.homeJ1 : J
;;   LCONST_1
;;   LSUB
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 0
;;   BIPUSH 32
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGT L1
;;   ICONST_0
;;   IRETURN
;;   L1
;;   ICONST_1
;;   IRETURN
;;   MAXSTACK = 9
;;   MAXLOCALS = 4
;; sums#0$6 (Ljdk/incubator/vector/FloatVector;Ljdk/incubator/vector/IntVector;LInstance;)I
;;   ALOAD 2
;;   ALOAD 2
;;   GETFIELD Instance.homeJ1 : J
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   L2I
;;   LDC 131071
;;   IAND
;;   PUTFIELD Instance.homeI2 : I
;;   ALOAD 2
;;   ICONST_0
;;   PUTFIELD Instance.homeI3 : I
;;   ALOAD 0
;;   ALOAD 1
;;   ALOAD 2
;;   INVOKESTATIC Functions0.sums#0$3 (Ljdk/incubator/vector/FloatVector;Ljdk/incubator/vector/IntVector;LInstance;)Ljdk/incubator/vector/IntVector;
;;   ASTORE 1
;;   ALOAD 2
;;   GETFIELD Instance.homeI0 : I
;;   ALOAD 2
;;   GETFIELD Instance.homeI1 : I
;;   INVOKESTATIC java/lang/Integer.compareUnsigned (II)I
;;   IFLT L0
;;   ICONST_0
;;   IRETURN
;;   L0
;;   ALOAD 2
;;   ALOAD 1
;;   PUTFIELD Instance.transferInts0 : Ljdk/incubator/vector/IntVector;
;;   ICONST_1
;;   IRETURN
;;   MAXSTACK = 5
;;   MAXLOCALS = 4
;; sums#0$7 (JILInstance;)Ljdk/incubator/vector/FloatVector;
;;   ILOAD 2
;;   TABLESWITCH
;;   0: L0
;;   1: L0
;;   default: L0
;;   L0
;;   ALOAD 3
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   PUTFIELD Instance.homeJ0 : J
;;   GETSTATIC jdk/incubator/vector/FloatVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   ALOAD 3
;;   GETFIELD Instance.homeF0 : F
;;   INVOKESTATIC jdk/incubator/vector/FloatVector.broadcast (Ljdk/incubator/vector/VectorSpecies;F)Ljdk/incubator/vector/FloatVector;
;;   ASTORE 4
;;   ALOAD 3
;;   ALOAD 3
;;   GETFIELD Instance.homeI0 : I
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 0
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L1
;;   PUTFIELD Instance.homeJ1 : J
;;   ALOAD 4
;;   ARETURN
;;   L1
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 9
;;   MAXLOCALS = 5
;; sums#0$8 (IJLInstance;)Ljdk/incubator/vector/FloatVector;
;;   LLOAD 1
;;   ILOAD 0
;;   ALOAD 3
;;   INVOKESTATIC Functions0.sums#0$7 (JILInstance;)Ljdk/incubator/vector/FloatVector;
;;   ASTORE 4
;;   GETSTATIC jdk/incubator/vector/IntVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   ALOAD 3
;;   GETFIELD Instance.homeJ0 : J
;;   LDC 140737488355327L
;;   LAND
;;   ALOAD 3
;;   GETFIELD Instance.homeJ1 : J
;;   LADD
;;   GETSTATIC java/nio/ByteOrder.LITTLE_ENDIAN : Ljava/nio/ByteOrder;
;;   INVOKESTATIC jdk/incubator/vector/IntVector.fromMemorySegment (Ljdk/incubator/vector/VectorSpecies;Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)Ljdk/incubator/vector/IntVector;
;;   ASTORE 5
;;   ALOAD 5
;;   ASTORE 5
;;   ALOAD 3
;;   ALOAD 5
;;   PUTFIELD Instance.transferInts0 : Ljdk/incubator/vector/IntVector;
;;   ALOAD 4
;;   ARETURN
;;   MAXSTACK = 6
;;   MAXLOCALS = 6
;; sums#0$9 (IJLInstance;)I
;;   ILOAD 0
;;   TABLESWITCH
;;   0: L0
;;   1: L0
;;   default: L0
;;   L0
;;   ALOAD 3
;;   ALOAD 3
;;   GETFIELD Instance.homeI1 : I
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ALOAD 3
;;   GETFIELD Instance.homeI0 : I
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
;;   PUTFIELD Instance.homeJ1 : J
;;   ALOAD 3
;;   GETFIELD Instance.homeJ1 : J
;;   BIPUSH 16
;;   I2L
;;   LCMP
;;   IFLT L1
;;   LLOAD 1
;;   ALOAD 3
;;   INVOKESTATIC Functions0.sums#0$5 (JLInstance;)I
;;   IFNE L1
;;   ICONST_0
;;   IRETURN
;;   L1
;;   ICONST_1
;;   IRETURN
;;   MAXSTACK = 7
;;   MAXLOCALS = 5
;; sums#0$10 (FIILInstance;)I
;;   FLOAD 0
;;   ILOAD 1
;;   ILOAD 2
;;   ALOAD 3
;;   INVOKESTATIC Functions0.sums#0$4 (FIILInstance;)I
;;   ISTORE 2
;;   ALOAD 3
;;   GETFIELD Instance.transferJ0 : J
;;   LSTORE 4
;;   ILOAD 2
;;   IFNE L0
;;   ICONST_0
;;   ISTORE 1
;;   GOTO L1
;;   L0
;;   ICONST_1
;;   ISTORE 1
;;   GOTO L1
;;   L1
;;   ILOAD 1
;;   LLOAD 4
;;   ALOAD 3
;;   INVOKESTATIC Functions0.sums#0$8 (IJLInstance;)Ljdk/incubator/vector/FloatVector;
;;   ASTORE 6
;;   ALOAD 3
;;   GETFIELD Instance.transferInts0 : Ljdk/incubator/vector/IntVector;
;;   ASTORE 7
;;   ICONST_0
;;   ISTORE 1
;;   GOTO L2
;;   L3
;;   ICONST_1
;;   ISTORE 1
;;   GOTO L2
;;   L2
;;   ILOAD 1
;;   LLOAD 4
;;   ALOAD 3
;;   INVOKESTATIC Functions0.sums#0$9 (IJLInstance;)I
;;   IFNE L4
;;   ALOAD 6
;;   ALOAD 7
;;   ALOAD 3
;;   INVOKESTATIC Functions0.sums#0$6 (Ljdk/incubator/vector/FloatVector;Ljdk/incubator/vector/IntVector;LInstance;)I
;;   ISTORE 2
;;   ALOAD 3
;;   GETFIELD Instance.transferInts0 : Ljdk/incubator/vector/IntVector;
;;   ASTORE 7
;;   ILOAD 2
;;   IFNE L3
;;   ICONST_0
;;   IRETURN
;;   L4
;;   ALOAD 3
;;   LLOAD 4
;;   PUTFIELD Instance.transferJ0 : J
;;   ALOAD 3
;;   ALOAD 6
;;   PUTFIELD Instance.transferFloats0 : Ljdk/incubator/vector/FloatVector;
;;   ALOAD 3
;;   ALOAD 7
;;   PUTFIELD Instance.transferInts0 : Ljdk/incubator/vector/IntVector;
;;   ICONST_1
;;   IRETURN
;;   MAXSTACK = 4
;;   MAXLOCALS = 8
;; sums#0$11 (JLInstance;)Ljdk/incubator/vector/IntVector;
;;   ALOAD 2
;;   ALOAD 2
;;   GETFIELD Instance.homeI0 : I
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 16
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 0
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L0
;;   PUTFIELD Instance.homeJ2 : J
;;   GETSTATIC jdk/incubator/vector/IntVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   ALOAD 2
;;   GETFIELD Instance.homeJ0 : J
;;   LDC 140737488355327L
;;   LAND
;;   ALOAD 2
;;   GETFIELD Instance.homeJ2 : J
;;   LADD
;;   GETSTATIC java/nio/ByteOrder.LITTLE_ENDIAN : Ljava/nio/ByteOrder;
;;   INVOKESTATIC jdk/incubator/vector/IntVector.fromMemorySegment (Ljdk/incubator/vector/VectorSpecies;Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)Ljdk/incubator/vector/IntVector;
;;   ASTORE 3
;;   ALOAD 2
;;   ALOAD 2
;;   GETFIELD Instance.homeI0 : I
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 0
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L1
;;   PUTFIELD Instance.homeJ2 : J
;;   ALOAD 3
;;   ARETURN
;;   L0
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L1
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 9
;;   MAXLOCALS = 4
;; sums#0$12 (Ljdk/incubator/vector/FloatVector;Ljdk/incubator/vector/IntVector;Ljdk/incubator/vector/IntVector;LInstance;)I
;;   ALOAD 1
;;   INVOKEVIRTUAL jdk/incubator/vector/Vector.reinterpretAsBytes ()Ljdk/incubator/vector/ByteVector;
;;   INVOKEVIRTUAL jdk/incubator/vector/Vector.reinterpretAsFloats ()Ljdk/incubator/vector/FloatVector;
;;   ALOAD 0
;;   INVOKEVIRTUAL jdk/incubator/vector/FloatVector.mul (Ljdk/incubator/vector/Vector;)Ljdk/incubator/vector/FloatVector;
;;   ALOAD 2
;;   ALOAD 1
;;   INVOKEVIRTUAL jdk/incubator/vector/IntVector.add (Ljdk/incubator/vector/Vector;)Ljdk/incubator/vector/IntVector;
;;   GETSTATIC jdk/incubator/vector/VectorOperators.I2F : Ljdk/incubator/vector/VectorOperators$Conversion;
;;   GETSTATIC jdk/incubator/vector/FloatVector.SPECIES_128 : Ljdk/incubator/vector/VectorSpecies;
;;   ICONST_0
;;   INVOKEVIRTUAL jdk/incubator/vector/Vector.convertShape (Ljdk/incubator/vector/VectorOperators$Conversion;Ljdk/incubator/vector/VectorSpecies;I)Ljdk/incubator/vector/Vector;
;;   CHECKCAST jdk/incubator/vector/FloatVector
;;   INVOKEVIRTUAL jdk/incubator/vector/FloatVector.sqrt ()Ljdk/incubator/vector/FloatVector;
;;   INVOKEVIRTUAL jdk/incubator/vector/FloatVector.add (Ljdk/incubator/vector/Vector;)Ljdk/incubator/vector/FloatVector;
;;   GETSTATIC dev/graft/engine/abi/MemoryOps.ALL : Ljava/lang/foreign/MemorySegment;
;;   ALOAD 3
;;   GETFIELD Instance.homeJ0 : J
;;   LDC 140737488355327L
;;   LAND
;;   ALOAD 3
;;   GETFIELD Instance.homeJ2 : J
;;   LADD
;;   GETSTATIC java/nio/ByteOrder.LITTLE_ENDIAN : Ljava/nio/ByteOrder;
;;   INVOKEVIRTUAL jdk/incubator/vector/FloatVector.intoMemorySegment (Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)V
;;   ALOAD 2
;;   ASTORE 1
;;   ALOAD 3
;;   ALOAD 3
;;   GETFIELD Instance.homeI0 : I
;;   BIPUSH 16
;;   IADD
;;   PUTFIELD Instance.homeI0 : I
;;   ALOAD 3
;;   GETFIELD Instance.homeI0 : I
;;   ALOAD 3
;;   GETFIELD Instance.homeI1 : I
;;   INVOKESTATIC java/lang/Integer.compareUnsigned (II)I
;;   IFLT L0
;;   ICONST_0
;;   IRETURN
;;   L0
;;   ALOAD 3
;;   ALOAD 1
;;   PUTFIELD Instance.transferInts0 : Ljdk/incubator/vector/IntVector;
;;   ICONST_1
;;   IRETURN
;;   MAXSTACK = 6
;;   MAXLOCALS = 5
;; sums#0 (IIFLInstance;)V
;;   FLOAD 2
;;   ILOAD 1
;;   ILOAD 0
;;   ALOAD 3
;;   INVOKESTATIC Functions0.sums#0$10 (FIILInstance;)I
;;   ISTORE 1
;;   ALOAD 3
;;   GETFIELD Instance.transferJ0 : J
;;   LSTORE 4
;;   ALOAD 3
;;   GETFIELD Instance.transferFloats0 : Ljdk/incubator/vector/FloatVector;
;;   ASTORE 6
;;   ALOAD 3
;;   GETFIELD Instance.transferInts0 : Ljdk/incubator/vector/IntVector;
;;   ASTORE 7
;;   ILOAD 1
;;   IFNE L0
;;   GOTO L1
;;   L0
;;   LLOAD 4
;;   ALOAD 3
;;   INVOKESTATIC Functions0.sums#0$11 (JLInstance;)Ljdk/incubator/vector/IntVector;
;;   ASTORE 8
;;   ALOAD 6
;;   ALOAD 7
;;   ALOAD 8
;;   ALOAD 3
;;   INVOKESTATIC Functions0.sums#0$12 (Ljdk/incubator/vector/FloatVector;Ljdk/incubator/vector/IntVector;Ljdk/incubator/vector/IntVector;LInstance;)I
;;   ISTORE 1
;;   ALOAD 3
;;   GETFIELD Instance.transferInts0 : Ljdk/incubator/vector/IntVector;
;;   ASTORE 7
;;   ILOAD 1
;;   IFNE L0
;;   L1
;;   RETURN
;;   MAXSTACK = 4
;;   MAXLOCALS = 9
