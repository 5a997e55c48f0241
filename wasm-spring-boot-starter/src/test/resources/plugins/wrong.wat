(module (func (export "version") (param f64) (result f64) (local.get 0)))
