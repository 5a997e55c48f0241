#!/usr/bin/env bash
# Compiles the kernels: kernels, idioms, and simd, lanes, codecs and streams without and with -msimd128 (scalar and simd, lanes-scalar and lanes-simd, …). A file .runs beside each tells which functions to call.
#
#   wasm-bench/kernels/build.sh FOLDER
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$1
mkdir -p "$out"
compile() {
  clang-22 --target=wasm32 "${@:3}" -O3 -nostdlib -fno-builtin -mno-bulk-memory --no-wasm-opt -Wl,--no-entry -Wl,-z,stack-size=65536 -o "$out/$1.wasm" "$here/$2.c"
  cp "$here/$2.runs" "$out/$1.runs"
}
compile kernels kernels
compile idioms idioms -fno-vectorize -fno-slp-vectorize
compile scalar simd
compile simd simd -msimd128
compile lanes-scalar lanes
compile lanes-simd lanes -msimd128
compile codecs-scalar codecs
compile codecs-simd codecs -msimd128
compile streams-scalar streams
compile streams-simd streams -msimd128
