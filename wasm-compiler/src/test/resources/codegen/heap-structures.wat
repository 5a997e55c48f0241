;; A field is read with a cast that cannot fail; a cast of the module's own makes it unnecessary.
;; shows: value
(module
  (type $point (struct (field $x (mut i32)) (field $low (mut i8))))
  (func $value (param $any anyref) (result i32) (local $point (ref null $point))
    (local.set $point (struct.new $point (i32.const 1) (i32.const 2)))
    (struct.set $point $low (local.get $point) (i32.const 255))
    (i32.add
      (struct.get $point $x (ref.cast (ref $point) (local.get $any)))
      (struct.get_u $point $low (local.get $point)))))

;; value#0 (Ljava/lang/Object;LInstance;)I
;;   ICONST_1
;;   ICONST_2
;;   INVOKESTATIC graft/type/S8c37e32025d8b2d2c68dd605600921c0.create (II)Ljava/lang/Object;
;;   ASTORE 2
;;   ALOAD 2
;;   CHECKCAST graft/type/S8c37e32025d8b2d2c68dd605600921c0
;;   SIPUSH 255
;;   I2B
;;   PUTFIELD graft/type/S8c37e32025d8b2d2c68dd605600921c0.f1 : B
;;   ALOAD 0
;;   INVOKESTATIC dev/graft/engine/abi/CastOps.notNull (Ljava/lang/Object;)Ljava/lang/Object;
;;   CHECKCAST graft/type/S8c37e32025d8b2d2c68dd605600921c0
;;   GETFIELD graft/type/S8c37e32025d8b2d2c68dd605600921c0.f0 : I
;;   ALOAD 2
;;   CHECKCAST graft/type/S8c37e32025d8b2d2c68dd605600921c0
;;   GETFIELD graft/type/S8c37e32025d8b2d2c68dd605600921c0.f1 : B
;;   SIPUSH 255
;;   IAND
;;   IADD
;;   IRETURN
;;   MAXSTACK = 3
;;   MAXLOCALS = 3
