;; Code that runs through once and has many accesses calls operators of the engine.
;; shows: fill
(module
  (memory 1)
  (func $fill (param $at i32)
    (i32.store offset=0 (local.get $at) (i32.const 0))
    (i32.store offset=4 (local.get $at) (i32.const 1))
    (i32.store offset=8 (local.get $at) (i32.const 2))
    (i32.store offset=12 (local.get $at) (i32.const 3))
    (i32.store offset=16 (local.get $at) (i32.const 4))
    (i32.store offset=20 (local.get $at) (i32.const 5))
    (i32.store offset=24 (local.get $at) (i32.const 6))
    (i32.store offset=28 (local.get $at) (i32.const 7))
    (i32.store offset=32 (local.get $at) (i32.const 8))
    (i32.store offset=36 (local.get $at) (i32.const 9))
    (i32.store offset=40 (local.get $at) (i32.const 10))
    (i32.store offset=44 (local.get $at) (i32.const 11))
    (i32.store offset=48 (local.get $at) (i32.const 12))
    (i32.store offset=52 (local.get $at) (i32.const 13))
    (i32.store offset=56 (local.get $at) (i32.const 14))
    (i32.store offset=60 (local.get $at) (i32.const 15))
    (i32.store offset=64 (local.get $at) (i32.const 16))
    (i32.store offset=68 (local.get $at) (i32.const 17))
    (i32.store offset=72 (local.get $at) (i32.const 18))
    (i32.store offset=76 (local.get $at) (i32.const 19))
    (i32.store offset=80 (local.get $at) (i32.const 20))
    (i32.store offset=84 (local.get $at) (i32.const 21))
    (i32.store offset=88 (local.get $at) (i32.const 22))
    (i32.store offset=92 (local.get $at) (i32.const 23))
    (i32.store offset=96 (local.get $at) (i32.const 24))))

;; fill#0 (ILInstance;)V
;;   ILOAD 0
;;   ICONST_0
;;   LCONST_0
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   ICONST_1
;;   ICONST_4
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   ICONST_2
;;   BIPUSH 8
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   ICONST_3
;;   BIPUSH 12
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   ICONST_4
;;   BIPUSH 16
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   ICONST_5
;;   BIPUSH 20
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   BIPUSH 6
;;   BIPUSH 24
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   BIPUSH 7
;;   BIPUSH 28
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   BIPUSH 8
;;   BIPUSH 32
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   BIPUSH 9
;;   BIPUSH 36
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   BIPUSH 10
;;   BIPUSH 40
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   BIPUSH 11
;;   BIPUSH 44
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   BIPUSH 12
;;   BIPUSH 48
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   BIPUSH 13
;;   BIPUSH 52
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   BIPUSH 14
;;   BIPUSH 56
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   BIPUSH 15
;;   BIPUSH 60
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   BIPUSH 16
;;   BIPUSH 64
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   BIPUSH 17
;;   BIPUSH 68
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   BIPUSH 18
;;   BIPUSH 72
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   BIPUSH 19
;;   BIPUSH 76
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   BIPUSH 20
;;   BIPUSH 80
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   BIPUSH 21
;;   BIPUSH 84
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   BIPUSH 22
;;   BIPUSH 88
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   BIPUSH 23
;;   BIPUSH 92
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   ILOAD 0
;;   BIPUSH 24
;;   BIPUSH 96
;;   I2L
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   INVOKESTATIC dev/graft/engine/abi/MemoryOps.storeI32 (IIJLdev/graft/engine/abi/LinearMemory;)V
;;   RETURN
;;   MAXSTACK = 5
;;   MAXLOCALS = 3
