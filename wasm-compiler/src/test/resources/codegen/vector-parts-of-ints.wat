;; The upper byte of a number that is loaded anyway is no load of its own.
;; shows: premultiply
(module
  (memory 1)
  (func $premultiply (param $at i32) (param $end i32)
    (loop $again
      (v128.store (local.get $at)
        (i32x4.mul
          (v128.and (v128.load (local.get $at)) (v128.const i32x4 0xff00ff 0xff00ff 0xff00ff 0xff00ff))
          (i32x4.shr_u (v128.load (local.get $at)) (i32.const 24))))
      (br_if $again (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))))
