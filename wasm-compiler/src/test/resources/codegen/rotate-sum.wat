;; A sum with a constant is hidden from HotSpot, which would take its rotation apart.
;; shows: hash
(module
  (func $hash (param $value i32) (param $wide i64) (param $word i32) (result i64)
    (local $sum i32)
    (local.set $sum (i32.add (local.get $word) (i32.add (local.get $value) (i32.const 1518500249))))
    (i64.xor
      (i64.extend_i32_u
        (i32.add (i32.rotl (local.get $sum) (i32.const 5)) (i32.rotl (local.get $sum) (i32.const 30))))
      (i64.rotr (i64.sub (local.get $wide) (i64.const 1000)) (i64.const 14)))))

;; hash#0 (IJILInstance;)J
;;   ILOAD 3
;;   ILOAD 0
;;   LDC 1518500249
;;   IADD
;;   IADD
;;   ISTORE 3
;;   ICONST_M1
;;   ILOAD 3
;;   ISUB
;;   ICONST_M1
;;   IXOR
;;   DUP
;;   ICONST_5
;;   ISHL
;;   SWAP
;;   BIPUSH 27
;;   IUSHR
;;   IOR
;;   ILOAD 3
;;   DUP
;;   BIPUSH 30
;;   ISHL
;;   SWAP
;;   ICONST_2
;;   IUSHR
;;   IOR
;;   IADD
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_M1
;;   I2L
;;   LLOAD 1
;;   SIPUSH 1000
;;   I2L
;;   LSUB
;;   LSUB
;;   ICONST_M1
;;   I2L
;;   LXOR
;;   DUP2
;;   BIPUSH 50
;;   LSHL
;;   DUP2_X2
;;   POP2
;;   BIPUSH 14
;;   LUSHR
;;   LOR
;;   LXOR
;;   LRETURN
;;   MAXSTACK = 8
;;   MAXLOCALS = 6
