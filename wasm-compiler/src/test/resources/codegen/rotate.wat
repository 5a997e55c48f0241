;; Rotations are methods that HotSpot knows as one instruction.
;; shows: mix
(module
  (func $mix (param $value i32) (param $wide i64) (param $count i32) (result i64)
    (i64.xor
      (i64.extend_i32_u (i32.rotl (i32.rotr (local.get $value) (local.get $count)) (i32.const 13)))
      (i64.rotl (local.get $wide) (i64.extend_i32_u (local.get $count))))))

;; mix#0 (IJILInstance;)J
;;   ILOAD 0
;;   ILOAD 3
;;   IUSHR
;;   ILOAD 0
;;   ICONST_0
;;   ILOAD 3
;;   ISUB
;;   ISHL
;;   IOR
;;   DUP
;;   BIPUSH 13
;;   ISHL
;;   SWAP
;;   BIPUSH 19
;;   IUSHR
;;   IOR
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 1
;;   ILOAD 3
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   L2I
;;   INVOKESTATIC java/lang/Long.rotateLeft (JI)J
;;   LXOR
;;   LRETURN
;;   MAXSTACK = 8
;;   MAXLOCALS = 6
