;; Four times four bytes are loaded, compared and added at once: one comparison and one
;; extension.
;; shows: count
(module
  (memory 1)
  (func $count (param i32 v128 v128) (result v128)
    (i32x4.add
      (i32x4.add
        (i32x4.add
          (i32x4.add (local.get 2)
            (v128.and (v128.const i32x4 1 1 1 1)
              (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u
                (i8x16.eq (v128.load (local.get 0)) (local.get 1))))))
          (v128.and (v128.const i32x4 1 1 1 1)
            (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u
              (i8x16.eq (v128.load32_zero (i32.add (local.get 0) (i32.const 4))) (local.get 1))))))
        (v128.and (v128.const i32x4 1 1 1 1)
          (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u
            (i8x16.eq (v128.load64_zero (i32.add (local.get 0) (i32.const 8))) (local.get 1))))))
      (v128.and (v128.const i32x4 1 1 1 1)
        (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u
          (i8x16.eq (v128.load32_zero (i32.add (local.get 0) (i32.const 12))) (local.get 1))))))))

;; count#0 (IJJJJLInstance;)J
;;   ALOAD 9
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 10
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   BIPUSH 15
;;   I2L
;;   LADD
;;   ALOAD 9
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGE L0
;;   LSTORE 3
;;   LLOAD 10
;;   LLOAD 3
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI64 (JJ)J
;;   LSTORE 12
;;   LLOAD 10
;;   LLOAD 3
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.getI64 (JJ)J
;;   LSTORE 10
;;   LLOAD 1
;;   L2I
;;   ISTORE 0
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ILOAD 0
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   LSTORE 1
;;   LLOAD 12
;;   LLOAD 1
;;   LXOR
;;   LSTORE 12
;;   LLOAD 12
;;   LDC 9187201950435737471L
;;   LAND
;;   LDC 9187201950435737471L
;;   LADD
;;   LLOAD 12
;;   LOR
;;   LDC -9187201950435737472L
;;   LAND
;;   LDC -9187201950435737472L
;;   LXOR
;;   LSTORE 12
;;   LLOAD 10
;;   LLOAD 1
;;   LXOR
;;   LSTORE 1
;;   LLOAD 1
;;   LDC 9187201950435737471L
;;   LAND
;;   LDC 9187201950435737471L
;;   LADD
;;   LLOAD 1
;;   LOR
;;   LDC -9187201950435737472L
;;   LAND
;;   LDC -9187201950435737472L
;;   LXOR
;;   LSTORE 1
;;   LLOAD 12
;;   ICONST_1
;;   LSHL
;;   LLOAD 12
;;   BIPUSH 7
;;   LUSHR
;;   LSUB
;;   LDC 72340172838076673L
;;   LAND
;;   LLOAD 1
;;   ICONST_1
;;   LSHL
;;   LLOAD 1
;;   BIPUSH 7
;;   LUSHR
;;   LSUB
;;   LDC 72340172838076673L
;;   LAND
;;   LADD
;;   LSTORE 1
;;   LLOAD 1
;;   BIPUSH 32
;;   LUSHR
;;   LSTORE 12
;;   LLOAD 1
;;   LDC 9187201950435737471L
;;   LAND
;;   LLOAD 12
;;   LDC 9187201950435737471L
;;   LAND
;;   LADD
;;   LLOAD 1
;;   LLOAD 12
;;   LXOR
;;   LDC -9187201950435737472L
;;   LAND
;;   LXOR
;;   LSTORE 12
;;   ALOAD 9
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_1
;;   LLOAD 7
;;   L2I
;;   LLOAD 12
;;   BIPUSH 16
;;   LUSHR
;;   L2I
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 7
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   LLOAD 12
;;   BIPUSH 24
;;   LUSHR
;;   L2I
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   LASTORE
;;   LLOAD 5
;;   L2I
;;   LLOAD 12
;;   L2I
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 5
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   LLOAD 12
;;   BIPUSH 8
;;   LUSHR
;;   L2I
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   LRETURN
;;   L0
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 8
;;   MAXLOCALS = 14
