#!/usr/bin/env bash
# Prints one table: the kernels in Graft, V8 (Node) and Wasmtime (JNI), on the same input, one engine after the other, several times over.
#
#   wasm-bench/kernels.sh KERNELS.c [ROUNDS [REPEATS]]
#
# Needs clang 22 with lld (Debian: clang-22 lld-22), node, and a JDK 25 in JAVA_HOME or at the usual place. Wasmtime's binding comes from Maven Central.
set -euo pipefail
source=$(realpath "$1")
rounds=${2:-25}
repeats=${3:-2}
cd "$(dirname "$0")/.."
work=wasm-bench/target/kernels
mkdir -p "$work"
java=${JAVA_HOME:+$JAVA_HOME/bin/java}
java=${java:-$(ls -d /usr/lib/jvm/*25*/bin/java | head -1)}

clang-22 --target=wasm32 -O3 -nostdlib -fno-builtin -mno-bulk-memory --no-wasm-opt -Wl,--no-entry -Wl,-z,stack-size=65536 -o "$work/kernels.wasm" "$source"
mvn -B -q -pl wasm-bench,wasm-cli -am package -DskipTests
for artifact in io.github.kawamuray.wasmtime:wasmtime-java:0.19.0 org.slf4j:slf4j-api:2.0.18 org.slf4j:slf4j-nop:2.0.18; do
  mvn -B -q dependency:copy -Dartifact=$artifact -DoutputDirectory="$PWD/$work/peers"
done

graft() { "$java" --enable-native-access=ALL-UNNAMED -cp wasm-bench/target/classes:wasm-cli/target/graft.jar dev.graft.bench.Kernels "$@"; }
wasmtime() { "$java" --enable-native-access=ALL-UNNAMED -cp "$work/peers/*" wasm-bench/peers/WasmtimeKernels.java "$@"; }
v8() { node wasm-bench/peers/kernels.mjs "$@"; }

: >"$work/times"
for _ in $(seq "$repeats"); do
  for engine in graft v8 wasmtime; do
    $engine "$work/kernels.wasm" "$rounds" | sed "s/^/$engine /" >>"$work/times"
  done
done
awk '
  { key = $1 " " $2; if (!(key in best) || $3 < best[key]) best[key] = $3; if (!($2 in seen)) { seen[$2] = 1; order[++count] = $2 } }
  END {
    printf "%-10s %10s %10s %10s %10s %12s\n", "kernel", "Graft ms", "V8 ms", "Wasmtime", "Graft/V8", "Graft/Wasmtime"
    for (k = 1; k <= count; k++) {
      n = order[k]; g = best["graft " n]; v = best["v8 " n]; w = best["wasmtime " n]
      printf "%-10s %10.3f %10.3f %10.3f %10.2f %12.2f\n", n, g, v, w, g / v, g / w
      sv += log(g / v); sw += log(g / w)
    }
    printf "%-10s %10s %10s %10s %10.2f %12.2f\n", "geo. mean", "", "", "", exp(sv / count), exp(sw / count)
  }' "$work/times"
