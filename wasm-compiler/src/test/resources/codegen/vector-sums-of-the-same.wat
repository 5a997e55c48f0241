;; What two totals add is loaded once for both: another thread may write to a shared memory in
;; between, and a program that loads once never sees two numbers.
;; shows: sums
;; interruptible: no
(module
  (memory 1 1 shared)
  (func $sums (param $from i32) (param $end i32) (result i32)
    (local $sum v128) (local $bits v128) (local $loaded v128)
    (loop
      (local.set $loaded (v128.load (local.get $from)))
      (local.set $sum (i32x4.add (local.get $sum) (local.get $loaded)))
      (local.set $bits (v128.xor (local.get $bits) (local.get $loaded)))
      (br_if 0 (i32.ne (local.tee $from (i32.add (local.get $from) (i32.const 16))) (local.get $end))))
    (i32.add
      (i32.add
        (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
        (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum))))
      (i32.xor
        (i32.xor (i32x4.extract_lane 0 (local.get $bits)) (i32x4.extract_lane 1 (local.get $bits)))
        (i32.xor (i32x4.extract_lane 2 (local.get $bits)) (i32x4.extract_lane 3 (local.get $bits)))))))

;; sums#0 (IILInstance;)I
;;   ICONST_0
;;   ISTORE 3
;;   ICONST_0
;;   ISTORE 4
;;   ICONST_0
;;   ISTORE 5
;;   ICONST_0
;;   ISTORE 6
;;   ICONST_0
;;   ISTORE 7
;;   ICONST_0
;;   ISTORE 8
;;   ICONST_0
;;   ISTORE 9
;;   ICONST_0
;;   ISTORE 10
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 11
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 13
;;   LLOAD 13
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFLE L0
;;   LLOAD 13
;;   INVOKESTATIC dev/graft/engine/abi/UnusualMemory.size (J)J
;;   LSTORE 13
;;   GOTO L1
;;   L0
;;   LLOAD 13
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   LAND
;;   LDC 65536L
;;   LADD
;;   LSTORE 13
;;   L1
;;   ILOAD 1
;;   ILOAD 0
;;   BIPUSH 16
;;   IADD
;;   ISUB
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_4
;;   LSHR
;;   LCONST_1
;;   LADD
;;   LSTORE 15
;;   LLOAD 15
;;   ICONST_4
;;   I2L
;;   LCMP
;;   IFLT L2
;;   LLOAD 15
;;   LDC 268435456L
;;   LLOAD 15
;;   LDC 268435456L
;;   LCMP
;;   IFLT L3
;;   DUP2_X2
;;   POP2
;;   L3
;;   POP2
;;   LSTORE 15
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 15
;;   LCONST_1
;;   LSUB
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   LADD
;;   BIPUSH 16
;;   I2L
;;   LADD
;;   ALOAD 2
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGT L2
;;   ILOAD 3
;;   ISTORE 17
;;   ILOAD 7
;;   ISTORE 18
;;   ILOAD 0
;;   ISTORE 19
;;   ICONST_0
;;   ISTORE 20
;;   LLOAD 15
;;   L2I
;;   ICONST_1
;;   IMUL
;;   ISTORE 21
;;   L4
;;   ILOAD 21
;;   I2L
;;   ILOAD 20
;;   I2L
;;   LSUB
;;   LSTORE 22
;;   LLOAD 22
;;   BIPUSH 16
;;   I2L
;;   LCMP
;;   IFLT L5
;;   LLOAD 22
;;   SIPUSH 2380
;;   I2L
;;   LLOAD 22
;;   SIPUSH 2380
;;   I2L
;;   LCMP
;;   IFLT L6
;;   DUP2_X2
;;   POP2
;;   L6
;;   POP2
;;   LSTORE 22
;;   ILOAD 19
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 24
;;   LLOAD 24
;;   LLOAD 22
;;   LCONST_1
;;   LSUB
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 13
;;   BIPUSH 16
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGT L5
;;   LLOAD 22
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   L2I
;;   LDC 131071
;;   IAND
;;   ISTORE 26
;;   ICONST_0
;;   ISTORE 27
;;   L7
;;   LLOAD 24
;;   ILOAD 27
;;   I2L
;;   LADD
;;   LSTORE 22
;;   LLOAD 11
;;   LLOAD 22
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 28
;;   LLOAD 11
;;   LLOAD 22
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 29
;;   LLOAD 11
;;   LLOAD 22
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 30
;;   LLOAD 11
;;   LLOAD 22
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 31
;;   ILOAD 17
;;   ILOAD 28
;;   ILOAD 29
;;   IADD
;;   ILOAD 30
;;   IADD
;;   ILOAD 31
;;   IADD
;;   IADD
;;   ISTORE 17
;;   ILOAD 18
;;   ILOAD 28
;;   ILOAD 29
;;   IXOR
;;   ILOAD 30
;;   IXOR
;;   ILOAD 31
;;   IXOR
;;   IXOR
;;   ISTORE 18
;;   IINC 19 16
;;   IINC 20 1
;;   IINC 27 16
;;   ILOAD 27
;;   ILOAD 26
;;   IF_ICMPLT L7
;;   ILOAD 20
;;   ILOAD 21
;;   IF_ICMPLT L4
;;   GOTO L8
;;   L5
;;   ILOAD 19
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 24
;;   LLOAD 24
;;   BIPUSH 16
;;   I2L
;;   LADD
;;   LLOAD 13
;;   LCMP
;;   IFLE L9
;;   ILOAD 19
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 13
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L10
;;   LLOAD 13
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   POP2
;;   ILOAD 19
;;   ICONST_4
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 13
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L11
;;   LLOAD 13
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   POP2
;;   ILOAD 19
;;   BIPUSH 8
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 13
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L12
;;   LLOAD 13
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   POP2
;;   ILOAD 19
;;   BIPUSH 12
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 13
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L13
;;   LLOAD 13
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   POP2
;;   LDC 4294967295L
;;   LSTORE 22
;;   GOTO L14
;;   L9
;;   ICONST_M1
;;   I2L
;;   LSTORE 22
;;   L14
;;   LLOAD 11
;;   LLOAD 24
;;   LLOAD 22
;;   LAND
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 28
;;   LLOAD 11
;;   LLOAD 24
;;   ICONST_4
;;   I2L
;;   LADD
;;   LLOAD 22
;;   LAND
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 29
;;   LLOAD 11
;;   LLOAD 24
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   LLOAD 22
;;   LAND
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 30
;;   LLOAD 11
;;   LLOAD 24
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   LLOAD 22
;;   LAND
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 31
;;   ILOAD 17
;;   ILOAD 28
;;   ILOAD 29
;;   IADD
;;   ILOAD 30
;;   IADD
;;   ILOAD 31
;;   IADD
;;   IADD
;;   ISTORE 17
;;   ILOAD 18
;;   ILOAD 28
;;   ILOAD 29
;;   IXOR
;;   ILOAD 30
;;   IXOR
;;   ILOAD 31
;;   IXOR
;;   IXOR
;;   ISTORE 18
;;   IINC 19 16
;;   IINC 20 1
;;   ILOAD 20
;;   ILOAD 21
;;   IF_ICMPLT L5
;;   L8
;;   ILOAD 0
;;   LLOAD 15
;;   L2I
;;   BIPUSH 16
;;   IMUL
;;   IADD
;;   ISTORE 0
;;   ILOAD 17
;;   ISTORE 3
;;   ILOAD 4
;;   ISTORE 4
;;   ILOAD 5
;;   ISTORE 5
;;   ILOAD 6
;;   ISTORE 6
;;   ILOAD 18
;;   ISTORE 7
;;   ILOAD 8
;;   ISTORE 8
;;   ILOAD 9
;;   ISTORE 9
;;   ILOAD 10
;;   ISTORE 10
;;   ILOAD 0
;;   ILOAD 1
;;   IF_ICMPNE L2
;;   GOTO L15
;;   L2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 13
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L16
;;   LLOAD 13
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 15
;;   LLOAD 11
;;   LLOAD 15
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 18
;;   LLOAD 11
;;   LLOAD 15
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 17
;;   LLOAD 11
;;   LLOAD 15
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 20
;;   LLOAD 11
;;   LLOAD 15
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 21
;;   ILOAD 3
;;   ILOAD 18
;;   IADD
;;   ISTORE 3
;;   ILOAD 4
;;   ILOAD 17
;;   IADD
;;   ISTORE 4
;;   ILOAD 5
;;   ILOAD 20
;;   IADD
;;   ISTORE 5
;;   ILOAD 6
;;   ILOAD 21
;;   IADD
;;   ISTORE 6
;;   ILOAD 7
;;   ILOAD 18
;;   IXOR
;;   ISTORE 7
;;   ILOAD 8
;;   ILOAD 17
;;   IXOR
;;   ISTORE 8
;;   ILOAD 9
;;   ILOAD 20
;;   IXOR
;;   ISTORE 9
;;   ILOAD 10
;;   ILOAD 21
;;   IXOR
;;   ISTORE 10
;;   IINC 0 16
;;   ILOAD 0
;;   ILOAD 1
;;   IF_ICMPNE L2
;;   L15
;;   ILOAD 3
;;   ILOAD 4
;;   IADD
;;   ILOAD 5
;;   ILOAD 6
;;   IADD
;;   IADD
;;   ILOAD 7
;;   ILOAD 8
;;   IXOR
;;   ILOAD 9
;;   ILOAD 10
;;   IXOR
;;   IXOR
;;   IADD
;;   IRETURN
;;   L10
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L11
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L12
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L13
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L16
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 8
;;   MAXLOCALS = 32
