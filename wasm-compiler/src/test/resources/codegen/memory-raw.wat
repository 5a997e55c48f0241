;; An access by the JVM's own accessors, in a process that exports them.
;; shows: f
;; memory-access: raw
(module
  (memory 1)
  (func $f (param i32) (result f64)
    (f64.load offset=8 (local.get 0))))

;; f#0 (ILInstance;)D
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.base : J
;;   LDC 140737488355327L
;;   LAND
;;   LSTORE 2
;;   GETSTATIC dev/graft/engine/abi/RawMemory.ACCESSORS : Ljava/lang/Object;
;;   CHECKCAST jdk/internal/misc/Unsafe
;;   ACONST_NULL
;;   LLOAD 2
;;   ILOAD 0
;;   I2L
;;   LDC 4294967295L
;;   LAND
;;   BIPUSH 8
;;   I2L
;;   LADD
;;   DUP2
;;   BIPUSH 7
;;   I2L
;;   LADD
;;   ALOAD 1
;;   GETFIELD Instance.memory0 : Ldev/graft/engine/abi/LinearMemory;
;;   GETFIELD dev/graft/engine/abi/LinearMemory.size : J
;;   LCMP
;;   IFGE L0
;;   LADD
;;   INVOKEVIRTUAL jdk/internal/misc/Unsafe.getLongUnaligned (Ljava/lang/Object;J)J
;;   INVOKESTATIC java/lang/Double.longBitsToDouble (J)D
;;   DRETURN
;;   L0
;;   INVOKESTATIC dev/graft/engine/abi/TrapOps.outOfBoundsAddress (J)Ldev/graft/engine/abi/TrapException;
;;   ATHROW
;;   MAXSTACK = 10
;;   MAXLOCALS = 4
