;; Elements are those of a Java array; a length that the guest computes is checked.
;; shows: last
(module
  (type $bytes (array (mut i8)))
  (func $last (param $length i32) (result i32) (local $bytes (ref $bytes))
    (local.set $bytes (array.new_default $bytes (local.get $length)))
    (array.set $bytes (local.get $bytes) (i32.const 0) (i32.const 255))
    (array.get_s $bytes (local.get $bytes) (i32.sub (array.len (local.get $bytes)) (i32.const 1)))))

;; last#0 (ILInstance;)I
;;   ILOAD 0
;;   ALOAD 1
;;   INVOKESTATIC dev/graft/engine/abi/ArrayOps.newBytes (ILdev/graft/engine/abi/ModuleInstance;)[B
;;   INVOKESTATIC graft/type/A8777a793fa913249fdee849c296668f4.create ([B)Ljava/lang/Object;
;;   ASTORE 2
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L0
;;   ALOAD 1
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L0
;;   ALOAD 2
;;   ASTORE 2
;;   ALOAD 2
;;   CHECKCAST graft/type/A8777a793fa913249fdee849c296668f4
;;   GETFIELD graft/type/A8777a793fa913249fdee849c296668f4.elements : [B
;;   ICONST_0
;;   SIPUSH 255
;;   BASTORE
;;   ALOAD 2
;;   CHECKCAST graft/type/A8777a793fa913249fdee849c296668f4
;;   GETFIELD graft/type/A8777a793fa913249fdee849c296668f4.elements : [B
;;   ALOAD 2
;;   CHECKCAST graft/type/A8777a793fa913249fdee849c296668f4
;;   GETFIELD graft/type/A8777a793fa913249fdee849c296668f4.elements : [B
;;   ARRAYLENGTH
;;   ICONST_1
;;   ISUB
;;   BALOAD
;;   IRETURN
;;   MAXSTACK = 3
;;   MAXLOCALS = 3
