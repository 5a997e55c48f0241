#!/usr/bin/env bash
# Prints one table: kernels on vectors, compiled from one source without and with -msimd128, in Graft (without a flag, and with the Vector API) and in V8 (Node).
#
#   wasm-bench/simd.sh [ROUNDS [REPEATS]]
#
# Needs what kernels.sh needs, but for Wasmtime. Graft's times are the processor time of the thread, V8's the time that passed.
set -euo pipefail
rounds=${1:-25}
repeats=${2:-2}
cd "$(dirname "$0")/.."
work=wasm-bench/target/simd
mkdir -p "$work"
java=${JAVA_HOME:+$JAVA_HOME/bin/java}
java=${java:-$(ls -d /usr/lib/jvm/*25*/bin/java | head -1)}
kernels="chacha=200000 cipher=4 axpy=50 matmul=20 memchr=50 count=50 blur=20 blend=20 hex=20"

compile() { clang-22 --target=wasm32 $2 -O3 -nostdlib -fno-builtin -mno-bulk-memory --no-wasm-opt -Wl,--no-entry -Wl,-z,stack-size=65536 -o "$work/$1.wasm" wasm-bench/simd.c; }
compile scalar ""
compile simd -msimd128
mvn -B -q -pl wasm-bench,wasm-cli -am package -DskipTests

graft() { "$java" $3 --enable-native-access=ALL-UNNAMED -cp wasm-bench/target/classes:wasm-cli/target/graft.jar dev.graft.bench.Kernels "$work/$2.wasm" "$rounds" $kernels | sed "s/^/$1 /"; }
v8() { node wasm-bench/peers/kernels.mjs "$work/$2.wasm" "$rounds" $kernels | sed "s/^/$1 /"; }

: >"$work/times"
for _ in $(seq "$repeats"); do
  {
    graft scalar scalar ""
    graft lanes simd ""
    graft api simd "--add-modules jdk.incubator.vector" 2>/dev/null
    v8 v8scalar scalar
    v8 v8simd simd
  } >>"$work/times"
done
awk '
  { key = $1 " " $2; if (!(key in best) || $3 < best[key]) best[key] = $3; if (!($2 in seen)) { seen[$2] = 1; order[++count] = $2 } }
  { if (($2 in result) && result[$2] != $4) print "results differ: " $0; result[$2] = $4 }
  END {
    printf "%-10s %12s %12s %12s %12s %12s\n", "kernel", "scalar ms", "SIMD", "Vector API", "V8 scalar", "V8 SIMD"
    for (k = 1; k <= count; k++) {
      n = order[k]
      printf "%-10s %12.2f %12.2f %12.2f %12.2f %12.2f\n", n, best["scalar " n], best["lanes " n], best["api " n], best["v8scalar " n], best["v8simd " n]
    }
  }' "$work/times"
