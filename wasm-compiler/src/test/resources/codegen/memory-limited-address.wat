;; A table at a constant place that a byte leads into lies within what the memory begins with: it is not checked.
;; shows: look
(module
  (memory 1)
  (func $look (param $at i32) (result i32) (local $index i32)
    (local.set $index (i32.load8_u (local.get $at)))
    (i32.load offset=1024 (i32.shl (local.get $index) (i32.const 2)))))
