"""Writes a module with a loop for each numeric operator: generate.py FOLDER makes operators.wasm and operators.runs in it.

Each round makes a number by a linear congruence, applies the operator to bits of it, and adds up what comes out, so rounds wait for no result. In a function
whose name ends with `_waiting` the next number is made of the result, too. Needs the Python package `wasmtime`, for its parser of the text format.
"""
import os
import sys

import wasmtime

ROUNDS = 500_000
CONSTANT_DIVISORS = {"i32": (3, 7, 10, 16, 63, 255, 1000, 1023, 65535, -10), "i64": (3, 7, 10, 16, 1000, 4095, 65535, 1_000_000_007, -10)}

# What an operator is applied to: $y and $z, of the round's number $x.
OPERANDS = {
    "i32": ("(i32.wrap_i64 (i64.shr_u (local.get $x) (i64.const 21)))", "(i32.wrap_i64 (i64.shr_u (local.get $x) (i64.const 7)))"),
    "i64": ("(local.get $x)", "(i64.rotl (local.get $x) (i64.const 23))"),
    "f32": ("(f32.mul (f32.convert_i32_s (i32.wrap_i64 (i64.shr_u (local.get $x) (i64.const 21)))) (f32.const 0.0001))", "(f32.add (local.get $y) (f32.const 3))"),
    "f64": ("(f64.mul (f64.convert_i32_s (i32.wrap_i64 (i64.shr_u (local.get $x) (i64.const 21)))) (f64.const 0.0001))", "(f64.add (local.get $y) (f64.const 3))"),
}
AS_I32 = {"i32": "%s", "i64": "(i32.wrap_i64 %s)", "f32": "(i32.reinterpret_f32 %s)", "f64": "(i32.wrap_i64 (i64.reinterpret_f64 %s))"}
AS_I64 = {"i32": "(i64.extend_i32_u %s)", "i64": "%s"}
Y, Z = "(local.get $y)", "(local.get $z)"


class Operators:
    def __init__(self):
        self.functions = {}

    def add(self, name, operand, expression, result=None, waiting=False):
        result = result or operand
        y, z = OPERANDS[operand]
        number = "(i64.add (i64.mul (local.get $x) (i64.const 6364136223846793005)) (i64.const 1442695040888963407))"
        if waiting:
            number = number.replace("(local.get $x)", f"(i64.xor (local.get $x) {AS_I64[result] % '(local.get $last)'})")
        self.functions[name] = f"""(func (export "{name}") (param $rounds i32) (result i32)
  (local $x i64) (local $round i32) (local $sum {result}) (local $last {result}) (local $y {operand}) (local $z {operand})
  (local.set $x (i64.const 0x1e3779b97f4a7c15))
  (loop $next
    (local.set $x {number})
    (local.set $y {y})
    (local.set $z {z})
    (local.set $last {expression})
    (local.set $sum ({result}.add (local.get $sum) (local.get $last)))
    (br_if $next (i32.lt_s (local.tee $round (i32.add (local.get $round) (i32.const 1))) (local.get $rounds))))
  {AS_I32[result] % '(local.get $sum)'})"""

    def integers(self, kind):
        for operator in ("clz", "ctz", "popcnt", "extend8_s", "extend16_s"):
            self.add(f"{kind}.{operator}", kind, f"({kind}.{operator} {Y})")
        for operator in ("mul", "and", "shl", "shr_s", "shr_u", "rotl", "rotr"):
            self.add(f"{kind}.{operator}", kind, f"({kind}.{operator} {Y} {Z})")
        for operator in ("eq", "ne", "lt_s", "lt_u", "ge_s", "ge_u"):
            self.add(f"{kind}.{operator}", kind, f"({kind}.{operator} {Y} {Z})", "i32")
        for operator in ("lt_s", "lt_u"):
            self.add(f"{kind}.select_{operator}", kind, f"(select {Y} {Z} ({kind}.{operator} {Y} {Z}))")
        self.add(f"{kind}.eqz", kind, f"({kind}.eqz ({kind}.and {Y} ({kind}.const 7)))", "i32")
        for operator in ("div_s", "div_u", "rem_s", "rem_u"):
            divisor = f"({kind}.or ({kind}.shr_u {Z} ({kind}.const 12)) ({kind}.const 1))"
            self.add(f"{kind}.{operator}", kind, f"({kind}.{operator} {Y} {divisor})")
            for constant in CONSTANT_DIVISORS[kind]:
                expression = f"({kind}.{operator} {Y} ({kind}.const {constant}))"
                self.add(f"{kind}.{operator}_{constant}", kind, expression)
                self.add(f"{kind}.{operator}_{constant}_waiting", kind, expression, waiting=True)

    def floats(self, kind):
        for operator in ("abs", "neg", "ceil", "floor", "trunc", "nearest", "sqrt"):
            self.add(f"{kind}.{operator}", kind, f"({kind}.{operator} {Y})")
        for operator in ("add", "mul", "div", "min", "max", "copysign"):
            self.add(f"{kind}.{operator}", kind, f"({kind}.{operator} {Y} {Z})")
        for operator in ("eq", "ne", "lt", "gt", "le", "ge"):
            self.add(f"{kind}.{operator}", kind, f"({kind}.{operator} {Y} ({kind}.const 1))", "i32")
        self.add(f"{kind}.select", kind, f"(select {Y} {Z} ({kind}.lt {Y} ({kind}.const 5)))")

    def conversions(self, integer, real):
        for sign in "su":
            inside = Y if sign == "s" else f"({real}.abs {Y})"
            self.add(f"{integer}.trunc_{real}_{sign}", real, f"({integer}.trunc_{real}_{sign} {inside})", integer)
            self.add(f"{integer}.trunc_sat_{real}_{sign}", real, f"({integer}.trunc_sat_{real}_{sign} {Y})", integer)
            self.add(f"{real}.convert_{integer}_{sign}", integer, f"({real}.convert_{integer}_{sign} {Y})", real)

    def others(self):
        for operator in ("i64.extend32_s", "i64.extend_i32_s", "i64.extend_i32_u"):
            self.add(operator, "i64" if "32_" in operator and "_i32" not in operator else "i32", f"({operator} {Y})", "i64")
        for operator, operand, result in (("f64.promote_f32", "f32", "f64"), ("f32.demote_f64", "f64", "f32"), ("i32.reinterpret_f32", "f32", "i32"),
                                          ("i64.reinterpret_f64", "f64", "i64")):
            self.add(operator, operand, f"({operator} {Y})", result)


def main(folder):
    operators = Operators()
    for kind in ("i32", "i64"):
        operators.integers(kind)
        for real in ("f32", "f64"):
            operators.conversions(kind, real)
    for kind in ("f32", "f64"):
        operators.floats(kind)
    operators.others()
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "operators.wasm"), "wb") as module:
        module.write(wasmtime.wat2wasm("(module\n" + "\n".join(operators.functions.values()) + ")"))
    with open(os.path.join(folder, "operators.runs"), "w", encoding="utf-8") as runs:
        runs.writelines(f"{name} {ROUNDS}\n" for name in operators.functions)


main(*sys.argv[1:])
