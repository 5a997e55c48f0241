#!/usr/bin/env bash
# A loop for each numeric operator, side by side in Graft, V8 and Wasmtime: which of them does an engine take longer for than the others?
#
#   wasm-bench/operators.sh [OPTION VALUE]…        half an hour; the options of run.sh, as --programs operators:f64.trunc,operators:i32.rem_u_10
#
# Needs what run.sh needs, and Python 3 with `venv`.
set -euo pipefail
cd "$(dirname "$0")/.."
. wasm-bench/prepare.sh
"$work/peers/python/bin/python" wasm-bench/operators/generate.py "$work/operators"
exec "$java" -cp "$work/classes:$work/lib/*" dev.graft.bench.runner.Runner --java "$java" --peers "$work/peers" --work "$work/runs" \
  --engines graft,v8,wasmtime49 --seconds 0.5 "$@" "$work/operators"
