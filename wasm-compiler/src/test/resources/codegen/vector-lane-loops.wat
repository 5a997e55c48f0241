;; Eight vectors are 32 numbers, of which those of a lane have nothing to do with those of others:
;; two loops, with two lanes each.
;; shows: turns
(module
  (func $turns (export "f") (param $n i32) (param $a0 v128) (param $a1 v128) (param $a2 v128) (param $a3 v128)
    (param $a4 v128) (param $a5 v128) (param $a6 v128) (param $a7 v128) (result v128)
    (loop $next
    (local.set $a0 (i32x4.add (local.get $a0) (local.get $a1)))
    (local.set $a1 (i32x4.add (local.get $a1) (local.get $a0)))
    (local.set $a2 (i32x4.add (local.get $a2) (local.get $a3)))
    (local.set $a3 (i32x4.add (local.get $a3) (local.get $a2)))
    (local.set $a4 (i32x4.add (local.get $a4) (local.get $a5)))
    (local.set $a5 (i32x4.add (local.get $a5) (local.get $a4)))
    (local.set $a6 (i32x4.add (local.get $a6) (local.get $a7)))
    (local.set $a7 (i32x4.add (local.get $a7) (local.get $a6)))
    (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $a0)))

;; turns#0 (IJJJJJJJJJJJJJJJJLInstance;)J
;;   LLOAD 1
;;   L2I
;;   ISTORE 34
;;   LLOAD 1
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ISTORE 35
;;   LLOAD 3
;;   L2I
;;   ISTORE 36
;;   LLOAD 3
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ISTORE 37
;;   LLOAD 5
;;   L2I
;;   ISTORE 38
;;   LLOAD 5
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ISTORE 39
;;   LLOAD 7
;;   L2I
;;   ISTORE 40
;;   LLOAD 7
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ISTORE 41
;;   LLOAD 9
;;   L2I
;;   ISTORE 42
;;   LLOAD 9
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ISTORE 43
;;   LLOAD 11
;;   L2I
;;   ISTORE 44
;;   LLOAD 11
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ISTORE 45
;;   LLOAD 13
;;   L2I
;;   ISTORE 46
;;   LLOAD 13
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ISTORE 47
;;   LLOAD 15
;;   L2I
;;   ISTORE 48
;;   LLOAD 15
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ISTORE 49
;;   LLOAD 17
;;   L2I
;;   ISTORE 50
;;   LLOAD 17
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ISTORE 51
;;   LLOAD 19
;;   L2I
;;   ISTORE 52
;;   LLOAD 19
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ISTORE 53
;;   LLOAD 21
;;   L2I
;;   ISTORE 54
;;   LLOAD 21
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ISTORE 55
;;   LLOAD 23
;;   L2I
;;   ISTORE 56
;;   LLOAD 23
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ISTORE 57
;;   LLOAD 25
;;   L2I
;;   ISTORE 58
;;   LLOAD 25
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ISTORE 59
;;   LLOAD 27
;;   L2I
;;   ISTORE 60
;;   LLOAD 27
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ISTORE 61
;;   LLOAD 29
;;   L2I
;;   ISTORE 62
;;   LLOAD 29
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ISTORE 63
;;   LLOAD 31
;;   L2I
;;   ISTORE 64
;;   LLOAD 31
;;   BIPUSH 32
;;   LUSHR
;;   L2I
;;   ISTORE 65
;;   ILOAD 0
;;   ISTORE 66
;;   L0
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L1
;;   ALOAD 33
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L1
;;   ILOAD 34
;;   ILOAD 38
;;   IADD
;;   ISTORE 67
;;   ILOAD 35
;;   ILOAD 39
;;   IADD
;;   ISTORE 68
;;   ILOAD 36
;;   ILOAD 40
;;   IADD
;;   ISTORE 69
;;   ILOAD 37
;;   ILOAD 41
;;   IADD
;;   ISTORE 70
;;   ILOAD 67
;;   ISTORE 34
;;   ILOAD 68
;;   ISTORE 35
;;   ILOAD 69
;;   ISTORE 36
;;   ILOAD 70
;;   ISTORE 37
;;   ILOAD 38
;;   ILOAD 67
;;   IADD
;;   ISTORE 38
;;   ILOAD 39
;;   ILOAD 68
;;   IADD
;;   ISTORE 39
;;   ILOAD 40
;;   ILOAD 69
;;   IADD
;;   ISTORE 40
;;   ILOAD 41
;;   ILOAD 70
;;   IADD
;;   ISTORE 41
;;   ILOAD 42
;;   ILOAD 46
;;   IADD
;;   ISTORE 71
;;   ILOAD 43
;;   ILOAD 47
;;   IADD
;;   ISTORE 72
;;   ILOAD 44
;;   ILOAD 48
;;   IADD
;;   ISTORE 73
;;   ILOAD 45
;;   ILOAD 49
;;   IADD
;;   ISTORE 74
;;   ILOAD 71
;;   ISTORE 42
;;   ILOAD 72
;;   ISTORE 43
;;   ILOAD 73
;;   ISTORE 44
;;   ILOAD 74
;;   ISTORE 45
;;   ILOAD 46
;;   ILOAD 71
;;   IADD
;;   ISTORE 46
;;   ILOAD 47
;;   ILOAD 72
;;   IADD
;;   ISTORE 47
;;   ILOAD 48
;;   ILOAD 73
;;   IADD
;;   ISTORE 48
;;   ILOAD 49
;;   ILOAD 74
;;   IADD
;;   ISTORE 49
;;   IINC 0 -1
;;   ILOAD 0
;;   IFNE L0
;;   ILOAD 66
;;   ISTORE 0
;;   L2
;;   GETSTATIC Polls.SITE : Ljava/lang/invoke/MutableCallSite;
;;   INVOKEVIRTUAL java/lang/invoke/MutableCallSite.getTarget ()Ljava/lang/invoke/MethodHandle;
;;   GETSTATIC dev/graft/engine/abi/Polls.OFF : Ljava/lang/invoke/MethodHandle;
;;   IF_ACMPEQ L3
;;   ALOAD 33
;;   INVOKESTATIC dev/graft/engine/abi/InterruptOps.poll (Ldev/graft/engine/abi/ModuleInstance;)V
;;   L3
;;   ILOAD 50
;;   ILOAD 54
;;   IADD
;;   ISTORE 66
;;   ILOAD 51
;;   ILOAD 55
;;   IADD
;;   ISTORE 49
;;   ILOAD 52
;;   ILOAD 56
;;   IADD
;;   ISTORE 48
;;   ILOAD 53
;;   ILOAD 57
;;   IADD
;;   ISTORE 47
;;   ILOAD 66
;;   ISTORE 50
;;   ILOAD 49
;;   ISTORE 51
;;   ILOAD 48
;;   ISTORE 52
;;   ILOAD 47
;;   ISTORE 53
;;   ILOAD 54
;;   ILOAD 66
;;   IADD
;;   ISTORE 54
;;   ILOAD 55
;;   ILOAD 49
;;   IADD
;;   ISTORE 55
;;   ILOAD 56
;;   ILOAD 48
;;   IADD
;;   ISTORE 56
;;   ILOAD 57
;;   ILOAD 47
;;   IADD
;;   ISTORE 57
;;   ILOAD 58
;;   ILOAD 62
;;   IADD
;;   ISTORE 47
;;   ILOAD 59
;;   ILOAD 63
;;   IADD
;;   ISTORE 48
;;   ILOAD 60
;;   ILOAD 64
;;   IADD
;;   ISTORE 49
;;   ILOAD 61
;;   ILOAD 65
;;   IADD
;;   ISTORE 66
;;   ILOAD 47
;;   ISTORE 58
;;   ILOAD 48
;;   ISTORE 59
;;   ILOAD 49
;;   ISTORE 60
;;   ILOAD 66
;;   ISTORE 61
;;   ILOAD 62
;;   ILOAD 47
;;   IADD
;;   ISTORE 62
;;   ILOAD 63
;;   ILOAD 48
;;   IADD
;;   ISTORE 63
;;   ILOAD 64
;;   ILOAD 49
;;   IADD
;;   ISTORE 64
;;   ILOAD 65
;;   ILOAD 66
;;   IADD
;;   ISTORE 65
;;   IINC 0 -1
;;   ILOAD 0
;;   IFNE L2
;;   ALOAD 33
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_1
;;   ILOAD 69
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ILOAD 70
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   LASTORE
;;   ILOAD 67
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ILOAD 68
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   LRETURN
;;   MAXSTACK = 7
;;   MAXLOCALS = 75
