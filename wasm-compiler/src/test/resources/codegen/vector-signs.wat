;; All bits but the sign are shifted out: the sign is what remains without the lower bits,
;; not what a mask leaves.
;; shows: zigzag
;; interruptible: no
(module
  (func $zigzag (param $lanes v128) (result v128)
    (v128.xor (i16x8.shl (local.get $lanes) (i32.const 1)) (i16x8.shr_s (local.get $lanes) (i32.const 15)))))

;; zigzag#0 (JJLInstance;)J
;;   LLOAD 0
;;   LLOAD 0
;;   LDC 9223231297218904063L
;;   LAND
;;   LXOR
;;   LSTORE 5
;;   LLOAD 2
;;   LLOAD 2
;;   LDC 9223231297218904063L
;;   LAND
;;   LXOR
;;   LSTORE 7
;;   ALOAD 4
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_1
;;   LLOAD 2
;;   ICONST_1
;;   LSHL
;;   LDC -281479271743490L
;;   LAND
;;   LLOAD 7
;;   ICONST_1
;;   LSHL
;;   LLOAD 7
;;   BIPUSH 15
;;   LUSHR
;;   LSUB
;;   LXOR
;;   LASTORE
;;   LLOAD 0
;;   ICONST_1
;;   LSHL
;;   LDC -281479271743490L
;;   LAND
;;   LLOAD 5
;;   ICONST_1
;;   LSHL
;;   LLOAD 5
;;   BIPUSH 15
;;   LUSHR
;;   LSUB
;;   LXOR
;;   LRETURN
;;   MAXSTACK = 9
;;   MAXLOCALS = 9
