;; A vector of a shared memory that is added as it is and byte by byte is loaded once: a loop over
;; elements would load a number and its lowest byte, and another thread may write in between.
;; shows: sums
;; interruptible: no
(module
  (memory 1 1 shared)
  (func $sums (param $from i32) (param $end i32) (result i32)
    (local $sum v128) (local $bytes v128) (local $loaded v128)
    (loop
      (local.set $loaded (v128.load (local.get $from)))
      (local.set $sum (i32x4.add (local.get $sum) (local.get $loaded)))
      (local.set $bytes (i32x4.add (local.get $bytes)
        (v128.and (local.get $loaded) (v128.const i32x4 0xFF 0xFF 0xFF 0xFF))))
      (br_if 0 (i32.ne (local.tee $from (i32.add (local.get $from) (i32.const 16))) (local.get $end))))
    (i32.add
      (i32.add
        (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
        (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum))))
      (i32.add
        (i32.add (i32x4.extract_lane 0 (local.get $bytes)) (i32x4.extract_lane 1 (local.get $bytes)))
        (i32.add (i32x4.extract_lane 2 (local.get $bytes)) (i32x4.extract_lane 3 (local.get $bytes)))))))

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
;;   L0
;;   ILOAD 1
;;   ILOAD 0
;;   ISUB
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_4
;;   LSHR
;;   LSTORE 15
;;   LLOAD 15
;;   BIPUSH 16
;;   I2L
;;   LCMP
;;   IFLT L1
;;   LLOAD 15
;;   SIPUSH 1754
;;   I2L
;;   LLOAD 15
;;   SIPUSH 1754
;;   I2L
;;   LCMP
;;   IFLT L2
;;   DUP2_X2
;;   POP2
;;   L2
;;   POP2
;;   LSTORE 15
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 17
;;   LLOAD 17
;;   LLOAD 15
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
;;   IFGT L1
;;   LLOAD 15
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   L2I
;;   LDC 131071
;;   IAND
;;   ISTORE 19
;;   ICONST_0
;;   ISTORE 20
;;   L3
;;   LLOAD 17
;;   ILOAD 20
;;   I2L
;;   LADD
;;   LSTORE 15
;;   LLOAD 15
;;   LSTORE 15
;;   LLOAD 11
;;   LLOAD 15
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 21
;;   LLOAD 11
;;   LLOAD 15
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 22
;;   LLOAD 11
;;   LLOAD 15
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 23
;;   LLOAD 11
;;   LLOAD 15
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 24
;;   ILOAD 3
;;   ILOAD 21
;;   IADD
;;   ISTORE 25
;;   ILOAD 4
;;   ILOAD 22
;;   IADD
;;   ISTORE 26
;;   ILOAD 5
;;   ILOAD 23
;;   IADD
;;   ISTORE 27
;;   ILOAD 6
;;   ILOAD 24
;;   IADD
;;   ISTORE 28
;;   ILOAD 25
;;   ISTORE 3
;;   ILOAD 26
;;   ISTORE 4
;;   ILOAD 27
;;   ISTORE 5
;;   ILOAD 28
;;   ISTORE 6
;;   ILOAD 7
;;   ILOAD 21
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   ISTORE 29
;;   ILOAD 8
;;   ILOAD 22
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   ISTORE 30
;;   ILOAD 9
;;   ILOAD 23
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   ISTORE 31
;;   ILOAD 10
;;   ILOAD 24
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   ISTORE 32
;;   ILOAD 29
;;   ISTORE 7
;;   ILOAD 30
;;   ISTORE 8
;;   ILOAD 31
;;   ISTORE 9
;;   ILOAD 32
;;   ISTORE 10
;;   IINC 0 16
;;   IINC 20 16
;;   ILOAD 20
;;   ILOAD 19
;;   IF_ICMPLT L3
;;   ILOAD 0
;;   ILOAD 1
;;   IF_ICMPNE L0
;;   GOTO L4
;;   L1
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 13
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGE L5
;;   LSTORE 15
;;   LLOAD 11
;;   LLOAD 15
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 21
;;   LLOAD 11
;;   LLOAD 15
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 22
;;   LLOAD 11
;;   LLOAD 15
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 23
;;   LLOAD 11
;;   LLOAD 15
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI32 (JJ)I
;;   ISTORE 24
;;   ILOAD 3
;;   ILOAD 21
;;   IADD
;;   ISTORE 25
;;   ILOAD 4
;;   ILOAD 22
;;   IADD
;;   ISTORE 26
;;   ILOAD 5
;;   ILOAD 23
;;   IADD
;;   ISTORE 27
;;   ILOAD 6
;;   ILOAD 24
;;   IADD
;;   ISTORE 28
;;   ILOAD 25
;;   ISTORE 3
;;   ILOAD 26
;;   ISTORE 4
;;   ILOAD 27
;;   ISTORE 5
;;   ILOAD 28
;;   ISTORE 6
;;   ILOAD 7
;;   ILOAD 21
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   ISTORE 29
;;   ILOAD 8
;;   ILOAD 22
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   ISTORE 30
;;   ILOAD 9
;;   ILOAD 23
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   ISTORE 31
;;   ILOAD 10
;;   ILOAD 24
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   ISTORE 32
;;   ILOAD 29
;;   ISTORE 7
;;   ILOAD 30
;;   ISTORE 8
;;   ILOAD 31
;;   ISTORE 9
;;   ILOAD 32
;;   ISTORE 10
;;   IINC 0 16
;;   ILOAD 0
;;   ILOAD 1
;;   IF_ICMPNE L1
;;   L4
;;   ILOAD 25
;;   ILOAD 26
;;   IADD
;;   ILOAD 27
;;   ILOAD 28
;;   IADD
;;   IADD
;;   ILOAD 29
;;   ILOAD 30
;;   IADD
;;   ILOAD 31
;;   ILOAD 32
;;   IADD
;;   IADD
;;   IADD
;;   IRETURN
;;   L5
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 8
;;   MAXLOCALS = 33
