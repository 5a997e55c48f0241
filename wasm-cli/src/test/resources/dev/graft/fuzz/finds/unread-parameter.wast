;; Generated module 236. The parameter is assigned and never read, and so its place was given to the base of the memory, which the
;; assignment overwrote: the load behind it read anywhere, or took the JVM down.
(module
  (memory 1)
  (data (i32.const 100) "\2a")
  (func (export "load") (param i32 i64) (result i32)
    (local.set 1 (i64.load (local.get 0)))
    (i32.load8_u offset=100 (local.get 0))))

(assert_return (invoke "load" (i32.const 0) (i64.const 7)) (i32.const 42))
