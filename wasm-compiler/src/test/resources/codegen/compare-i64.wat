;; Comparisons of longs are fused with the branch, too.
;; shows: next
(module
  (func $next (param $value i64) (param $limit i64) (result i64)
    (block $end
      (br_if $end (i64.ge_s (local.get $value) (local.get $limit)))
      (br_if $end (i64.eqz (local.get $value)))
      (return (i64.add (local.get $value) (i64.const 1))))
    (local.get $limit)))

;; next#0 (JJLInstance;)J
;;   LLOAD 0
;;   LLOAD 2
;;   LCMP
;;   IFGE L0
;;   LLOAD 0
;;   LCONST_0
;;   LCMP
;;   IFEQ L0
;;   LLOAD 0
;;   LCONST_1
;;   LADD
;;   LRETURN
;;   L0
;;   LLOAD 2
;;   LRETURN
;;   MAXSTACK = 4
;;   MAXLOCALS = 6
