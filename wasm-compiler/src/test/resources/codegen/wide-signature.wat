;; A function with more parameters than a JVM method may have takes them in arrays.
;; shows: sum
(module
  (func $sum (export "sum") (param
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 externref) (result i64)
    (drop (local.get 128))
    (local.set 127 (i64.add (local.get 0) (local.get 127)))
    (i64.add (local.get 127) (local.get 1))))

;; sum#0 ([J[Ljava/lang/Object;LInstance;)J
;;   ALOAD 0
;;   ICONST_0
;;   LALOAD
;;   LSTORE 3
;;   ALOAD 0
;;   ICONST_1
;;   LALOAD
;;   LSTORE 5
;;   ALOAD 0
;;   BIPUSH 127
;;   LALOAD
;;   LSTORE 7
;;   LLOAD 3
;;   LLOAD 7
;;   LADD
;;   LSTORE 7
;;   LLOAD 7
;;   LLOAD 5
;;   LADD
;;   LRETURN
;;   MAXSTACK = 4
;;   MAXLOCALS = 9
