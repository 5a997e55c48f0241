;; Bytes that are moved one by one are swapped by one intrinsic, and then shifted if half of them are meant.
;; shows: swap
(module
  (memory 1)
  (func $swap (param $word i32) (param $wide i64) (result i64)
    (local $pairs i64)
    (i64.store (local.get $word)
      (i64.or
        (i64.and
          (i64.shr_u
            (local.tee $pairs
              (i64.or
                (i64.and (i64.shr_u (local.get $wide) (i64.const 8)) (i64.const 0x00ff00ff00ff00ff))
                (i64.shl (i64.and (local.get $wide) (i64.const 0x00ff00ff00ff00ff)) (i64.const 8))))
            (i64.const 16))
          (i64.const 0x0000ffff0000ffff))
        (i64.shl (i64.and (local.get $pairs) (i64.const 0x0000ffff0000ffff)) (i64.const 16))))
    (i64.or
      (i64.extend_i32_u
        (i32.or
          (i32.rotr (i32.and (local.get $word) (i32.const 0xff00ff)) (i32.const 8))
          (i32.and (i32.rotr (local.get $word) (i32.const 24)) (i32.const 0xff00ff))))
      (i64.shl
        (i64.extend_i32_u
          (i32.or
            (i32.shl (i32.and (local.get $word) (i32.const 0xff)) (i32.const 8))
            (i32.and (i32.shr_u (local.get $word) (i32.const 8)) (i32.const 0xff))))
        (i64.const 32)))))

;; swap#0 (IJLInstance;)J
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 4
;;   LLOAD 4
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   BIPUSH 7
;;   I2L
;;   LADD
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGE L0
;;   LLOAD 1
;;   INVOKESTATIC java/lang/Long.reverseBytes (J)J
;;   DUP2
;;   BIPUSH 32
;;   LSHL
;;   DUP2_X2
;;   POP2
;;   BIPUSH 32
;;   LUSHR
;;   LOR
;;   INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps.setI64 (JJJ)V
;;   ILOAD 0
;;   INVOKESTATIC java/lang/Integer.reverseBytes (I)I
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ILOAD 0
;;   INVOKESTATIC java/lang/Integer.reverseBytes (I)I
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 16
;;   LSHL
;;   LDC 281470681743360L
;;   LAND
;;   LOR
;;   LRETURN
;;   L0
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 10
;;   MAXLOCALS = 6
