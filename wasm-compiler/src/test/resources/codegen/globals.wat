;; Exported globals are cells, others are fields, and constants are just that.
;; shows: step
(module
  (global $count (export "count") (mut i32) (i32.const 0))
  (global $total (mut i64) (i64.const 0))
  (global $stride i32 (i32.const 16))
  (func $step (result i64)
    (global.set $count (i32.add (global.get $count) (global.get $stride)))
    (global.set $total (i64.add (global.get $total) (i64.extend_i32_s (global.get $count))))
    (global.get $total)))

;; step#0 (LInstance;)J
;;   ALOAD 0
;;   GETFIELD Instance.g0 : Ldev/graft/engine/abi/IntCell;
;;   ALOAD 0
;;   GETFIELD Instance.g0 : Ldev/graft/engine/abi/IntCell;
;;   GETFIELD dev/graft/engine/abi/IntCell.value : I
;;   BIPUSH 16
;;   IADD
;;   PUTFIELD dev/graft/engine/abi/IntCell.value : I
;;   ALOAD 0
;;   ALOAD 0
;;   GETFIELD Instance.g1 : J
;;   ALOAD 0
;;   GETFIELD Instance.g0 : Ldev/graft/engine/abi/IntCell;
;;   GETFIELD dev/graft/engine/abi/IntCell.value : I
;;   I2L
;;   LADD
;;   PUTFIELD Instance.g1 : J
;;   ALOAD 0
;;   GETFIELD Instance.g1 : J
;;   LRETURN
;;   MAXSTACK = 5
;;   MAXLOCALS = 2
