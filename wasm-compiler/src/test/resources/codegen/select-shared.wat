;; Two choices that the same variable decides, one of which needs a sum, would be a jump: a binary search. The mask is made without one.
;; shows: search
(module
  (memory 1)
  (func $search (param $low i32) (param $high i32) (param $key i32) (result i32)
    (local $middle i32) (local $less i32)
    (loop $next
      (local.set $middle (i32.shr_u (i32.add (local.get $low) (local.get $high)) (i32.const 1)))
      (local.set $less (i32.lt_u (i32.load8_u (local.get $middle)) (local.get $key)))
      (local.set $low (select (i32.add (local.get $middle) (i32.const 1)) (local.get $low) (local.get $less)))
      (local.set $high (select (local.get $high) (local.get $middle) (local.get $less)))
      (br_if $next (i32.lt_u (local.get $low) (local.get $high))))
    (local.get $low)))
