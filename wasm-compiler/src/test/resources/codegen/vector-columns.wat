;; Sums of a row and four columns that lie side by side: elements of a round are not evenly
;; apart, but each total is one number for all of the round, and four of them are a vector.
;; shows: columns
;; interruptible: no
(module
  (memory 1)
  (func $columns (param $p i32) (param $q i32) (param $count i32) (result v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $row v128)
    (loop
      (local.set $row (v128.load (local.get $p)))
      (local.set $a (i32x4.add (local.get $a) (i32x4.mul (local.get $row) (v128.load (local.get $q)))))
      (local.set $b (i32x4.add (local.get $b) (i32x4.mul (local.get $row) (v128.load offset=16 (local.get $q)))))
      (local.set $c (i32x4.add (local.get $c) (i32x4.mul (local.get $row) (v128.load offset=32 (local.get $q)))))
      (local.set $d (i32x4.add (local.get $d) (i32x4.mul (local.get $row) (v128.load offset=48 (local.get $q)))))
      (local.set $p (i32.add (local.get $p) (i32.const 16)))
      (local.set $q (i32.add (local.get $q) (i32.const 64)))
      (br_if 0 (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))
    (local.set $a (i32x4.add
      (i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 24 25 26 27 (local.get $a) (local.get $b))
      (i8x16.shuffle 4 5 6 7 12 13 14 15 20 21 22 23 28 29 30 31 (local.get $a) (local.get $b))))
    (local.set $c (i32x4.add
      (i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 24 25 26 27 (local.get $c) (local.get $d))
      (i8x16.shuffle 4 5 6 7 12 13 14 15 20 21 22 23 28 29 30 31 (local.get $c) (local.get $d))))
    (f32x4.convert_i32x4_s (i32x4.add
      (i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 24 25 26 27 (local.get $a) (local.get $c))
      (i8x16.shuffle 4 5 6 7 12 13 14 15 20 21 22 23 28 29 30 31 (local.get $a) (local.get $c))))))

;; columns#0 (IIILInstance;)J
;;   ICONST_0
;;   ISTORE 4
;;   ICONST_0
;;   ISTORE 5
;;   ICONST_0
;;   ISTORE 6
;;   ICONST_0
;;   ISTORE 7
;;   ICONST_0
;;   ISTORE 8
;;   ICONST_0
;;   ISTORE 9
;;   ICONST_0
;;   ISTORE 10
;;   ICONST_0
;;   ISTORE 11
;;   ICONST_0
;;   ISTORE 12
;;   ICONST_0
;;   ISTORE 13
;;   ICONST_0
;;   ISTORE 14
;;   ICONST_0
;;   ISTORE 15
;;   ICONST_0
;;   ISTORE 16
;;   ICONST_0
;;   ISTORE 17
;;   ICONST_0
;;   ISTORE 18
;;   ICONST_0
;;   ISTORE 19
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 20
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LSTORE 22
;;   LLOAD 22
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFLE L0
;;   LLOAD 22
;;   INVOKESTATIC dev/graft/engine/abi/UnusualMemory.size (J)J
;;   LSTORE 22
;;   GOTO L1
;;   L0
;;   LLOAD 22
;;   LDC 65536L
;;   LSUB
;;   LDC 1073676288L
;;   LAND
;;   LDC 65536L
;;   LADD
;;   LSTORE 22
;;   L1
;;   ILOAD 2
;;   ICONST_M1
;;   IADD
;;   ICONST_0
;;   ISUB
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LCONST_1
;;   LADD
;;   LSTORE 24
;;   LLOAD 24
;;   ICONST_4
;;   I2L
;;   LCMP
;;   IFLT L2
;;   LLOAD 24
;;   LDC 1073741824L
;;   LLOAD 24
;;   LDC 1073741824L
;;   LCMP
;;   IFLT L3
;;   DUP2_X2
;;   POP2
;;   L3
;;   POP2
;;   LSTORE 24
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 24
;;   LCONST_1
;;   LSUB
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   LADD
;;   BIPUSH 16
;;   I2L
;;   LADD
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGT L2
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LLOAD 24
;;   LCONST_1
;;   LSUB
;;   BIPUSH 64
;;   I2L
;;   LMUL
;;   LADD
;;   BIPUSH 64
;;   I2L
;;   LADD
;;   ALOAD 3
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGT L2
;;   ILOAD 4
;;   ISTORE 26
;;   ILOAD 8
;;   ISTORE 27
;;   ILOAD 12
;;   ISTORE 28
;;   ILOAD 16
;;   ISTORE 29
;;   ILOAD 0
;;   ISTORE 30
;;   ILOAD 1
;;   ISTORE 31
;;   ICONST_0
;;   ISTORE 32
;;   LLOAD 24
;;   L2I
;;   ICONST_1
;;   IMUL
;;   ISTORE 33
;;   L4
;;   ILOAD 33
;;   I2L
;;   ILOAD 32
;;   I2L
;;   LSUB
;;   LSTORE 34
;;   LLOAD 34
;;   BIPUSH 8
;;   I2L
;;   LCMP
;;   IFLT L5
;;   LLOAD 34
;;   SIPUSH 854
;;   I2L
;;   LLOAD 34
;;   SIPUSH 854
;;   I2L
;;   LCMP
;;   IFLT L6
;;   DUP2_X2
;;   POP2
;;   L6
;;   POP2
;;   LSTORE 34
;;   ILOAD 30
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 36
;;   LLOAD 36
;;   LLOAD 34
;;   LCONST_1
;;   LSUB
;;   BIPUSH 16
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 22
;;   BIPUSH 16
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGT L5
;;   ILOAD 31
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   LSTORE 38
;;   LLOAD 38
;;   LLOAD 34
;;   LCONST_1
;;   LSUB
;;   BIPUSH 64
;;   I2L
;;   LMUL
;;   LADD
;;   LLOAD 22
;;   BIPUSH 64
;;   I2L
;;   LSUB
;;   LCMP
;;   IFGT L5
;;   LLOAD 34
;;   L2I
;;   ISTORE 40
;;   ICONST_0
;;   ISTORE 41
;;   L7
;;   LLOAD 20
;;   LLOAD 36
;;   LLOAD 22
;;   LDC 140737488355327L
;;   LAND
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 42
;;   LLOAD 20
;;   LLOAD 36
;;   LLOAD 22
;;   LDC 140737488355327L
;;   LAND
;;   BIPUSH 7
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 43
;;   LLOAD 20
;;   LLOAD 36
;;   LLOAD 22
;;   LDC 140737488355327L
;;   LAND
;;   BIPUSH 11
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 44
;;   LLOAD 20
;;   LLOAD 36
;;   LLOAD 22
;;   LDC 140737488355327L
;;   LAND
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 45
;;   ILOAD 42
;;   LLOAD 20
;;   LLOAD 38
;;   LLOAD 22
;;   LDC 140737488355327L
;;   LAND
;;   ICONST_3
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   ILOAD 43
;;   LLOAD 20
;;   LLOAD 38
;;   LLOAD 22
;;   LDC 140737488355327L
;;   LAND
;;   BIPUSH 7
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 46
;;   ILOAD 46
;;   ILOAD 44
;;   LLOAD 20
;;   LLOAD 38
;;   LLOAD 22
;;   LDC 140737488355327L
;;   LAND
;;   BIPUSH 11
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 47
;;   ILOAD 47
;;   ILOAD 45
;;   LLOAD 20
;;   LLOAD 38
;;   LLOAD 22
;;   LDC 140737488355327L
;;   LAND
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 48
;;   ILOAD 42
;;   LLOAD 20
;;   LLOAD 38
;;   LLOAD 22
;;   LDC 140737488355327L
;;   LAND
;;   BIPUSH 19
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   BIPUSH 16
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   ILOAD 43
;;   LLOAD 20
;;   LLOAD 38
;;   LLOAD 22
;;   LDC 140737488355327L
;;   LAND
;;   BIPUSH 23
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   BIPUSH 20
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 49
;;   ILOAD 49
;;   ILOAD 44
;;   LLOAD 20
;;   LLOAD 38
;;   LLOAD 22
;;   LDC 140737488355327L
;;   LAND
;;   BIPUSH 27
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   BIPUSH 24
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 50
;;   ILOAD 50
;;   ILOAD 45
;;   LLOAD 20
;;   LLOAD 38
;;   LLOAD 22
;;   LDC 140737488355327L
;;   LAND
;;   BIPUSH 31
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   BIPUSH 28
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 51
;;   ILOAD 42
;;   LLOAD 20
;;   LLOAD 38
;;   LLOAD 22
;;   LDC 140737488355327L
;;   LAND
;;   BIPUSH 35
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   BIPUSH 32
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   ILOAD 43
;;   LLOAD 20
;;   LLOAD 38
;;   LLOAD 22
;;   LDC 140737488355327L
;;   LAND
;;   BIPUSH 39
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   BIPUSH 36
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 52
;;   ILOAD 52
;;   ILOAD 44
;;   LLOAD 20
;;   LLOAD 38
;;   LLOAD 22
;;   LDC 140737488355327L
;;   LAND
;;   BIPUSH 43
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   BIPUSH 40
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 53
;;   ILOAD 53
;;   ILOAD 45
;;   LLOAD 20
;;   LLOAD 38
;;   LLOAD 22
;;   LDC 140737488355327L
;;   LAND
;;   BIPUSH 47
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   BIPUSH 44
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 54
;;   ILOAD 42
;;   LLOAD 20
;;   LLOAD 38
;;   LLOAD 22
;;   LDC 140737488355327L
;;   LAND
;;   BIPUSH 51
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   BIPUSH 48
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   ILOAD 43
;;   LLOAD 20
;;   LLOAD 38
;;   LLOAD 22
;;   LDC 140737488355327L
;;   LAND
;;   BIPUSH 55
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   BIPUSH 52
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 55
;;   ILOAD 55
;;   ILOAD 44
;;   LLOAD 20
;;   LLOAD 38
;;   LLOAD 22
;;   LDC 140737488355327L
;;   LAND
;;   BIPUSH 59
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   BIPUSH 56
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 56
;;   ILOAD 56
;;   ILOAD 45
;;   LLOAD 20
;;   LLOAD 38
;;   LLOAD 22
;;   LDC 140737488355327L
;;   LAND
;;   BIPUSH 63
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   BIPUSH 60
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 57
;;   ILOAD 26
;;   ILOAD 48
;;   IADD
;;   ISTORE 26
;;   ILOAD 27
;;   ILOAD 51
;;   IADD
;;   ISTORE 27
;;   ILOAD 28
;;   ILOAD 54
;;   IADD
;;   ISTORE 28
;;   ILOAD 29
;;   ILOAD 57
;;   IADD
;;   ISTORE 29
;;   IINC 30 16
;;   IINC 31 64
;;   IINC 32 1
;;   LLOAD 36
;;   BIPUSH 16
;;   I2L
;;   LADD
;;   LSTORE 36
;;   LLOAD 38
;;   BIPUSH 64
;;   I2L
;;   LADD
;;   LSTORE 38
;;   IINC 41 1
;;   ILOAD 41
;;   ILOAD 40
;;   IF_ICMPLT L7
;;   ILOAD 32
;;   ILOAD 33
;;   IF_ICMPLT L4
;;   GOTO L8
;;   L5
;;   LLOAD 20
;;   ILOAD 30
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 22
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L9
;;   LLOAD 22
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 42
;;   LLOAD 20
;;   ILOAD 30
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 43
;;   LLOAD 20
;;   ILOAD 30
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 44
;;   LLOAD 20
;;   ILOAD 30
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 45
;;   ILOAD 42
;;   LLOAD 20
;;   ILOAD 31
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 22
;;   BIPUSH 63
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L10
;;   LLOAD 22
;;   BIPUSH 63
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   ILOAD 43
;;   LLOAD 20
;;   ILOAD 31
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 46
;;   ILOAD 46
;;   ILOAD 44
;;   LLOAD 20
;;   ILOAD 31
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 47
;;   ILOAD 47
;;   ILOAD 45
;;   LLOAD 20
;;   ILOAD 31
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 48
;;   ILOAD 42
;;   LLOAD 20
;;   ILOAD 31
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 16
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   ILOAD 43
;;   LLOAD 20
;;   ILOAD 31
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 20
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 49
;;   ILOAD 49
;;   ILOAD 44
;;   LLOAD 20
;;   ILOAD 31
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 24
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 50
;;   ILOAD 50
;;   ILOAD 45
;;   LLOAD 20
;;   ILOAD 31
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 28
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 51
;;   ILOAD 42
;;   LLOAD 20
;;   ILOAD 31
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 32
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   ILOAD 43
;;   LLOAD 20
;;   ILOAD 31
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 36
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 52
;;   ILOAD 52
;;   ILOAD 44
;;   LLOAD 20
;;   ILOAD 31
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 40
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 53
;;   ILOAD 53
;;   ILOAD 45
;;   LLOAD 20
;;   ILOAD 31
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 44
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 54
;;   ILOAD 42
;;   LLOAD 20
;;   ILOAD 31
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 48
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   ILOAD 43
;;   LLOAD 20
;;   ILOAD 31
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 52
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 55
;;   ILOAD 55
;;   ILOAD 44
;;   LLOAD 20
;;   ILOAD 31
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 56
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 56
;;   ILOAD 56
;;   ILOAD 45
;;   LLOAD 20
;;   ILOAD 31
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 60
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   IMUL
;;   IADD
;;   ISTORE 57
;;   ILOAD 26
;;   ILOAD 48
;;   IADD
;;   ISTORE 26
;;   ILOAD 27
;;   ILOAD 51
;;   IADD
;;   ISTORE 27
;;   ILOAD 28
;;   ILOAD 54
;;   IADD
;;   ISTORE 28
;;   ILOAD 29
;;   ILOAD 57
;;   IADD
;;   ISTORE 29
;;   IINC 30 16
;;   IINC 31 64
;;   IINC 32 1
;;   ILOAD 32
;;   ILOAD 33
;;   IF_ICMPLT L5
;;   L8
;;   ILOAD 0
;;   LLOAD 24
;;   L2I
;;   BIPUSH 16
;;   IMUL
;;   IADD
;;   ISTORE 0
;;   ILOAD 1
;;   LLOAD 24
;;   L2I
;;   BIPUSH 64
;;   IMUL
;;   IADD
;;   ISTORE 1
;;   ILOAD 2
;;   LLOAD 24
;;   L2I
;;   ICONST_M1
;;   IMUL
;;   IADD
;;   ISTORE 2
;;   ILOAD 26
;;   ISTORE 4
;;   ILOAD 5
;;   ISTORE 5
;;   ILOAD 6
;;   ISTORE 6
;;   ILOAD 7
;;   ISTORE 7
;;   ILOAD 27
;;   ISTORE 8
;;   ILOAD 9
;;   ISTORE 9
;;   ILOAD 10
;;   ISTORE 10
;;   ILOAD 11
;;   ISTORE 11
;;   ILOAD 28
;;   ISTORE 12
;;   ILOAD 13
;;   ISTORE 13
;;   ILOAD 14
;;   ISTORE 14
;;   ILOAD 15
;;   ISTORE 15
;;   ILOAD 29
;;   ISTORE 16
;;   ILOAD 17
;;   ISTORE 17
;;   ILOAD 18
;;   ISTORE 18
;;   ILOAD 19
;;   ISTORE 19
;;   ILOAD 2
;;   IFNE L2
;;   GOTO L11
;;   L2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 22
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L12
;;   LLOAD 22
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 24
;;   LLOAD 20
;;   LLOAD 24
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 29
;;   LLOAD 20
;;   LLOAD 24
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 28
;;   LLOAD 20
;;   LLOAD 24
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 27
;;   LLOAD 20
;;   LLOAD 24
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 26
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   DUP2
;;   LLOAD 22
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L13
;;   LLOAD 22
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 24
;;   LLOAD 20
;;   LLOAD 24
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 32
;;   LLOAD 20
;;   LLOAD 24
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 33
;;   LLOAD 20
;;   LLOAD 24
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 31
;;   LLOAD 20
;;   LLOAD 24
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 30
;;   ILOAD 4
;;   ILOAD 29
;;   ILOAD 32
;;   IMUL
;;   IADD
;;   ISTORE 4
;;   ILOAD 5
;;   ILOAD 28
;;   ILOAD 33
;;   IMUL
;;   IADD
;;   ISTORE 5
;;   ILOAD 6
;;   ILOAD 27
;;   ILOAD 31
;;   IMUL
;;   IADD
;;   ISTORE 6
;;   ILOAD 7
;;   ILOAD 26
;;   ILOAD 30
;;   IMUL
;;   IADD
;;   ISTORE 7
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 16
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 22
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L14
;;   LLOAD 22
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 24
;;   LLOAD 20
;;   LLOAD 24
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 30
;;   LLOAD 20
;;   LLOAD 24
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 31
;;   LLOAD 20
;;   LLOAD 24
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 33
;;   LLOAD 20
;;   LLOAD 24
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 32
;;   ILOAD 8
;;   ILOAD 29
;;   ILOAD 30
;;   IMUL
;;   IADD
;;   ISTORE 8
;;   ILOAD 9
;;   ILOAD 28
;;   ILOAD 31
;;   IMUL
;;   IADD
;;   ISTORE 9
;;   ILOAD 10
;;   ILOAD 27
;;   ILOAD 33
;;   IMUL
;;   IADD
;;   ISTORE 10
;;   ILOAD 11
;;   ILOAD 26
;;   ILOAD 32
;;   IMUL
;;   IADD
;;   ISTORE 11
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 32
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 22
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L15
;;   LLOAD 22
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 24
;;   LLOAD 20
;;   LLOAD 24
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 32
;;   LLOAD 20
;;   LLOAD 24
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 33
;;   LLOAD 20
;;   LLOAD 24
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 31
;;   LLOAD 20
;;   LLOAD 24
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 30
;;   ILOAD 12
;;   ILOAD 29
;;   ILOAD 32
;;   IMUL
;;   IADD
;;   ISTORE 12
;;   ILOAD 13
;;   ILOAD 28
;;   ILOAD 33
;;   IMUL
;;   IADD
;;   ISTORE 13
;;   ILOAD 14
;;   ILOAD 27
;;   ILOAD 31
;;   IMUL
;;   IADD
;;   ISTORE 14
;;   ILOAD 15
;;   ILOAD 26
;;   ILOAD 30
;;   IMUL
;;   IADD
;;   ISTORE 15
;;   ILOAD 1
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 48
;;   I2L
;;   LADD
;;   DUP2
;;   LLOAD 22
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/lang/Long.compareUnsigned (JJ)I
;;   IFGE L16
;;   LLOAD 22
;;   BIPUSH 15
;;   I2L
;;   LSUB
;;   INVOKESTATIC java/util/Objects.checkIndex (JJ)J
;;   LSTORE 24
;;   LLOAD 20
;;   LLOAD 24
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 30
;;   LLOAD 20
;;   LLOAD 24
;;   ICONST_4
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 31
;;   LLOAD 20
;;   LLOAD 24
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 33
;;   LLOAD 20
;;   LLOAD 24
;;   BIPUSH 12
;;   I2L
;;   LADD
;;   INVOKEDYNAMIC getI32(JJ)I [
;;   // handle kind 0x6 : INVOKESTATIC
;;   dev/graft/engine/abi/MemoryCallSites.link(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
;;   // arguments: none
;;   ]
;;   ISTORE 32
;;   ILOAD 16
;;   ILOAD 29
;;   ILOAD 30
;;   IMUL
;;   IADD
;;   ISTORE 16
;;   ILOAD 17
;;   ILOAD 28
;;   ILOAD 31
;;   IMUL
;;   IADD
;;   ISTORE 17
;;   ILOAD 18
;;   ILOAD 27
;;   ILOAD 33
;;   IMUL
;;   IADD
;;   ISTORE 18
;;   ILOAD 19
;;   ILOAD 26
;;   ILOAD 32
;;   IMUL
;;   IADD
;;   ISTORE 19
;;   IINC 0 16
;;   IINC 1 64
;;   IINC 2 -1
;;   ILOAD 2
;;   IFNE L2
;;   L11
;;   ALOAD 3
;;   GETFIELD dev/graft/engine/abi/ModuleInstance.context : Ldev/graft/engine/abi/ExecutionContext;
;;   GETFIELD dev/graft/engine/abi/ExecutionContext.resultBits : [J
;;   ICONST_1
;;   ILOAD 12
;;   ILOAD 13
;;   IADD
;;   ILOAD 14
;;   ILOAD 15
;;   IADD
;;   IADD
;;   I2F
;;   INVOKESTATIC java/lang/Float.floatToRawIntBits (F)I
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ILOAD 16
;;   ILOAD 17
;;   IADD
;;   ILOAD 18
;;   ILOAD 19
;;   IADD
;;   IADD
;;   I2F
;;   INVOKESTATIC java/lang/Float.floatToRawIntBits (F)I
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   LASTORE
;;   ILOAD 4
;;   ILOAD 5
;;   IADD
;;   ILOAD 6
;;   ILOAD 7
;;   IADD
;;   IADD
;;   I2F
;;   INVOKESTATIC java/lang/Float.floatToRawIntBits (F)I
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   ILOAD 8
;;   ILOAD 9
;;   IADD
;;   ILOAD 10
;;   ILOAD 11
;;   IADD
;;   IADD
;;   I2F
;;   INVOKESTATIC java/lang/Float.floatToRawIntBits (F)I
;;   I2L
;;   BIPUSH 32
;;   LSHL
;;   LOR
;;   LRETURN
;;   L9
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L10
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L12
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L13
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L14
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L15
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   L16
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   NOP
;;   ACONST_NULL
;;   ATHROW
;;   MAXSTACK = 11
;;   MAXLOCALS = 58
