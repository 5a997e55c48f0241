;; Kernels on structures and arrays, run by dev.graft.bench.Objects beside the same in Java. For Node 26 (V8
;; has the final instructions from version 22 on) assemble it with any assembler and use peers/kernels.mjs.
(module
  (type $node (struct (field $value i32) (field $next (ref null $node))))
  (type $tree (struct (field $left (ref null $tree)) (field $right (ref null $tree))))
  (type $ints (array (mut i32)))
  (rec
    (type $shape (sub (struct (field $area (ref $area)))))
    (type $area (func (param (ref $shape)) (result f64)))
    (type $square (sub final $shape (struct (field $area (ref $area)) (field $side f64))))
    (type $rect (sub final $shape (struct (field $area (ref $area)) (field $w f64) (field $h f64)))))
  (type $shapes (array (mut (ref null $shape))))
  (type $body (struct (field $x (mut f64)) (field $y (mut f64)) (field $z (mut f64)) (field $vx (mut f64)) (field $vy (mut f64)) (field $vz (mut f64)) (field $m f64)))
  (type $bodies (array (mut (ref null $body))))
  (elem declare func $squareArea $rectArea)

  (func $list (param $n i32) (result (ref null $node)) (local $l (ref null $node))
    (loop $more
      (local.set $l (struct.new $node (local.get $n) (local.get $l)))
      (br_if $more (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $l))
  (func $sum (param $l (ref null $node)) (result i32) (local $s i32)
    (block $end
      (loop $more
        (br_if $end (ref.is_null (local.get $l)))
        (local.set $s (i32.add (local.get $s) (struct.get $node $value (local.get $l))))
        (local.set $l (struct.get $node $next (local.get $l)))
        (br $more)))
    (local.get $s))
  (func (export "list") (param $rounds i32) (result i32) (local $l (ref null $node)) (local $s i32)
    (local.set $l (call $list (i32.const 1000)))
    (loop $again
      (local.set $s (i32.add (local.get $s) (call $sum (local.get $l))))
      (br_if $again (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))
    (local.get $s))
  (func (export "alloc") (param $rounds i32) (result i32) (local $s i32)
    (loop $again
      (local.set $s (i32.add (local.get $s) (call $sum (call $list (i32.const 1000)))))
      (br_if $again (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))
    (local.get $s))

  (func $make (param $depth i32) (result (ref $tree))
    (if (result (ref $tree)) (i32.eqz (local.get $depth))
      (then (struct.new $tree (ref.null $tree) (ref.null $tree)))
      (else (struct.new $tree
        (call $make (i32.sub (local.get $depth) (i32.const 1)))
        (call $make (i32.sub (local.get $depth) (i32.const 1)))))))
  (func $check (param $t (ref $tree)) (result i32)
    (if (result i32) (ref.is_null (struct.get $tree $left (local.get $t)))
      (then (i32.const 1))
      (else (i32.add (i32.const 1) (i32.add
        (call $check (ref.as_non_null (struct.get $tree $left (local.get $t))))
        (call $check (ref.as_non_null (struct.get $tree $right (local.get $t)))))))))
  (func (export "tree") (param $rounds i32) (result i32) (local $s i32)
    (loop $again
      (local.set $s (i32.add (local.get $s) (call $check (call $make (i32.const 14)))))
      (br_if $again (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))
    (local.get $s))

  ;; sieve over an array
  (func (export "sieve") (param $rounds i32) (result i32) (local $a (ref $ints)) (local $i i32) (local $j i32) (local $n i32) (local $c i32)
    (local.set $n (i32.const 100000))
    (local.set $a (array.new_default $ints (local.get $n)))
    (loop $again
      (array.fill $ints (local.get $a) (i32.const 0) (i32.const 1) (local.get $n))
      (local.set $c (i32.const 0))
      (local.set $i (i32.const 2))
      (loop $outer
        (if (array.get $ints (local.get $a) (local.get $i)) (then
          (local.set $c (i32.add (local.get $c) (i32.const 1)))
          (local.set $j (i32.add (local.get $i) (local.get $i)))
          (block $done (loop $inner
            (br_if $done (i32.ge_u (local.get $j) (local.get $n)))
            (array.set $ints (local.get $a) (local.get $j) (i32.const 0))
            (local.set $j (i32.add (local.get $j) (local.get $i)))
            (br $inner)))))
        (br_if $outer (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (local.get $n))))
      (br_if $again (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))
    (local.get $c))

  ;; virtual calls with a cast
  (func $squareArea (type $area) (local $q (ref $square))
    (local.set $q (ref.cast (ref $square) (local.get 0)))
    (f64.mul (struct.get $square $side (local.get $q)) (struct.get $square $side (local.get $q))))
  (func $rectArea (type $area) (local $q (ref $rect))
    (local.set $q (ref.cast (ref $rect) (local.get 0)))
    (f64.mul (struct.get $rect $w (local.get $q)) (struct.get $rect $h (local.get $q))))
  (func (export "virtual") (param $rounds i32) (result f64) (local $a (ref $shapes)) (local $i i32) (local $s f64) (local $x (ref null $shape))
    (local.set $a (array.new_default $shapes (i32.const 1000)))
    (loop $init
      (array.set $shapes (local.get $a) (local.get $i)
        (if (result (ref $shape)) (i32.rem_u (local.get $i) (i32.const 3))
          (then (struct.new $square (ref.func $squareArea) (f64.convert_i32_s (local.get $i))))
          (else (struct.new $rect (ref.func $rectArea) (f64.convert_i32_s (local.get $i)) (f64.const 2)))))
      (br_if $init (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 1000))))
    (loop $again
      (local.set $i (i32.const 0))
      (loop $each
        (local.set $x (array.get $shapes (local.get $a) (local.get $i)))
        (local.set $s (f64.add (local.get $s)
          (call_ref $area (ref.as_non_null (local.get $x)) (struct.get $shape $area (local.get $x)))))
        (br_if $each (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 1000))))
      (br_if $again (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))
    (local.get $s))

  ;; fields of structures in an array
  (func (export "bodies") (param $rounds i32) (result f64)
    (local $a (ref $bodies)) (local $i i32) (local $j i32) (local $p (ref null $body)) (local $q (ref null $body))
    (local $dx f64) (local $dy f64) (local $dz f64) (local $d f64) (local $mag f64)
    (local.set $a (array.new_default $bodies (i32.const 5)))
    (loop $init
      (array.set $bodies (local.get $a) (local.get $i)
        (struct.new $body (f64.convert_i32_s (local.get $i)) (f64.convert_i32_s (i32.mul (local.get $i) (local.get $i))) (f64.const 1)
           (f64.const 0) (f64.const 0.1) (f64.const 0) (f64.add (f64.const 1) (f64.convert_i32_s (local.get $i)))))
      (br_if $init (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 5))))
    (loop $again
      (local.set $i (i32.const 0))
      (loop $outer
        (local.set $p (array.get $bodies (local.get $a) (local.get $i)))
        (local.set $j (i32.add (local.get $i) (i32.const 1)))
        (block $done (loop $inner
          (br_if $done (i32.ge_u (local.get $j) (i32.const 5)))
          (local.set $q (array.get $bodies (local.get $a) (local.get $j)))
          (local.set $dx (f64.sub (struct.get $body $x (local.get $p)) (struct.get $body $x (local.get $q))))
          (local.set $dy (f64.sub (struct.get $body $y (local.get $p)) (struct.get $body $y (local.get $q))))
          (local.set $dz (f64.sub (struct.get $body $z (local.get $p)) (struct.get $body $z (local.get $q))))
          (local.set $d (f64.add (f64.add (f64.mul (local.get $dx) (local.get $dx)) (f64.mul (local.get $dy) (local.get $dy))) (f64.mul (local.get $dz) (local.get $dz))))
          (local.set $mag (f64.div (f64.const 0.001) (f64.mul (local.get $d) (f64.sqrt (local.get $d)))))
          (struct.set $body $vx (local.get $p) (f64.sub (struct.get $body $vx (local.get $p)) (f64.mul (local.get $dx) (f64.mul (struct.get $body $m (local.get $q)) (local.get $mag)))))
          (struct.set $body $vy (local.get $p) (f64.sub (struct.get $body $vy (local.get $p)) (f64.mul (local.get $dy) (f64.mul (struct.get $body $m (local.get $q)) (local.get $mag)))))
          (struct.set $body $vz (local.get $p) (f64.sub (struct.get $body $vz (local.get $p)) (f64.mul (local.get $dz) (f64.mul (struct.get $body $m (local.get $q)) (local.get $mag)))))
          (struct.set $body $vx (local.get $q) (f64.add (struct.get $body $vx (local.get $q)) (f64.mul (local.get $dx) (f64.mul (struct.get $body $m (local.get $p)) (local.get $mag)))))
          (struct.set $body $vy (local.get $q) (f64.add (struct.get $body $vy (local.get $q)) (f64.mul (local.get $dy) (f64.mul (struct.get $body $m (local.get $p)) (local.get $mag)))))
          (struct.set $body $vz (local.get $q) (f64.add (struct.get $body $vz (local.get $q)) (f64.mul (local.get $dz) (f64.mul (struct.get $body $m (local.get $p)) (local.get $mag)))))
          (local.set $j (i32.add (local.get $j) (i32.const 1)))
          (br $inner)))
        (struct.set $body $x (local.get $p) (f64.add (struct.get $body $x (local.get $p)) (f64.mul (f64.const 0.001) (struct.get $body $vx (local.get $p)))))
        (struct.set $body $y (local.get $p) (f64.add (struct.get $body $y (local.get $p)) (f64.mul (f64.const 0.001) (struct.get $body $vy (local.get $p)))))
        (struct.set $body $z (local.get $p) (f64.add (struct.get $body $z (local.get $p)) (f64.mul (f64.const 0.001) (struct.get $body $vz (local.get $p)))))
        (br_if $outer (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 5))))
      (br_if $again (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))
    (struct.get $body $x (array.get $bodies (local.get $a) (i32.const 0))))
  ;; unboxed scalars
  (type $anys (array (mut anyref)))
  (func (export "scalars") (param $rounds i32) (result i32) (local $a (ref $anys)) (local $i i32) (local $s i32)
    (local.set $a (array.new_default $anys (i32.const 1000)))
    (loop $again
      (local.set $i (i32.const 0))
      (loop $each
        (array.set $anys (local.get $a) (local.get $i) (ref.i31 (i32.mul (local.get $i) (local.get $rounds))))
        (local.set $s (i32.add (local.get $s) (i31.get_s (ref.cast (ref i31) (array.get $anys (local.get $a) (i32.shr_u (local.get $i) (i32.const 1)))))))
        (br_if $each (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 1000))))
      (br_if $again (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))
    (local.get $s))
)
