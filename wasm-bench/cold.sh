#!/usr/bin/env bash
# Measures what is cold: from the start of the process to the first call, and compiling. Prints two tables.
#
#   wasm-bench/cold.sh [start|compile|stages]         by default the first two
#
# Needs what run.sh needs. The modules to compile are sqlite (1 MB), ruff (10 MB), esbuild (14 MB) and yosys (31 MB), and yosys with its functions four times over (114 MB, 136,000
# functions). Each engine compiles three times (large modules: once) with all processors, and again bound to
# one of them, which gives processor times of the process.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${ROUNDS:-20}
. wasm-bench/prepare.sh
jvm=("$java" --enable-native-access=ALL-UNNAMED)
# AOT caches take jars only.
classes="$(ls "$work"/wasm-bench-*.jar):$work/lib/*"

start() {
  "${jvm[@]}" -cp "$classes" dev.graft.bench.cold.ColdStart wasm-bench/cold.wat "$work/cold.elf"
  "${jvm[@]}" -XX:AOTCacheOutput="$work/cold.aot" -cp "$classes" dev.graft.bench.cold.ColdStart "$work/cold.elf" 0 >/dev/null 2>&1
  for _ in $(seq "$rounds"); do
    "${jvm[@]}" -cp "$classes" dev.graft.bench.cold.ColdStart "$work/cold.elf" "$(date +%s%N)" | sed 's/^/plain /'
    "${jvm[@]}" -XX:AOTCache="$work/cold.aot" -cp "$classes" dev.graft.bench.cold.ColdStart "$work/cold.elf" "$(date +%s%N)" | sed 's/^/cached /'
  done | awk '
    { side = $1; time = $2; sub(/^[^ ]+ [^ ]+ /, ""); key = side " " $0
      if (!(key in least) || time + 0 < least[key] + 0) least[key] = time; if (!($0 in seen)) { seen[$0] = 1; order[++count] = $0 } }
    END {
      print "| part | ms | with an AOT cache |"; print "|---|---:|---:|"
      for (k = 1; k <= count; k++) { n = order[k]; printf "| %s | %.1f | %.1f |\n", n, least["plain " n], least["cached " n]; p += least["plain " n]; a += least["cached " n] }
      printf "| all | %.1f | %.1f |\n", p, a
    }'
}

# compiler ENGINE MODULE ROUNDS: lines "wall W cpu C …"
compiler() {
  case $1 in
    graft) "${jvm[@]}" -cp "$classes" dev.graft.bench.cold.CompileSpeed "$2" "$3" ;;
    wasmtime) "${jvm[@]}" -cp "$classes" dev.graft.bench.peer.WasmtimeCompileSpeed "$2" "$3" ;;
    v8) "$node" --no-liftoff --no-wasm-tier-up --no-wasm-lazy-compilation wasm-bench/peers/compile.mjs "$2" "$3" ;;
    v8-lazy) "$node" wasm-bench/peers/compile.mjs "$2" "$3" ;;
  esac
}

compile() {
  local name
  for name in sqlite ruff esbuild yosys; do
    [[ -e $work/modules/$name.wasm ]] || module_named $name
  done
  local many=$work/modules/yosys4.wasm
  [[ -e $many ]] || "$java" -cp "$classes" dev.graft.bench.cold.RepeatedFunctions "$work/modules/yosys.wasm" 4 "$many"
  echo "| module | MB | engine | first, wall ms | best, wall ms | one processor: first, CPU ms | one processor: best, CPU ms | peak heap MiB |"
  echo "|---|---:|---|---:|---:|---:|---:|---:|"
  local module engine
  for module in ${MODULES:-sqlite ruff esbuild yosys yosys4}; do
    for engine in graft wasmtime v8 v8-lazy; do
      local file=$work/modules/$module.wasm
      local times=3
      (($(stat -Lc %s "$file") < 50000000)) || times=1
      { compiler $engine "$file" $times; echo one; on_one_processor $engine "$file" $times; } 2>/dev/null |
        awk -v module=$module -v engine=$engine -v bytes="$(stat -Lc %s "$file")" '
          $1 == "one" { one = 1; next }
          $1 == "wall" && !one { if (!f) f = $2; if (!b || $2 < b) b = $2; if ($8 > heap) heap = $8 }
          $1 == "wall" && one { if (!g) g = $4; if (!c || $4 < c) c = $4 }
          END { printf "| %s | %.1f | %s | %d | %d | %d | %d | %s |\n", module, bytes / 1e6, engine, f, b, g, c, heap ? heap : "-" }'
    done
  done
}

# Where the compiler's time goes, in a warm JVM on one processor.
stages() {
  local module
  for module in ${MODULES:-sqlite ruff esbuild}; do
    [[ -e $work/modules/$module.wasm ]] || module_named "$module"
    echo "$module"
    (taskset -pc 0 "$BASHPID" >/dev/null && "${jvm[@]}" -cp "$classes" dev.graft.bench.cold.CompileSpeed "$work/modules/$module.wasm" 4 stages)
  done
}

# A module that is to be compiled only.
module_named() {
  case $1 in
    yosys) npm_module yosys @yowasp/yosys@0.55.944 gen/yosys.core.wasm ;;
    ruff) npm_module ruff @astral-sh/ruff-wasm-nodejs@0.17.3 ruff_wasm_bg.wasm ;;
    esbuild) npm_module esbuild esbuild-wasm@0.28.2 esbuild.wasm ;;
    sqlite) wasm-bench/programs/build.sh -o "$work/modules" sqlite >&2 ;;
    *) echo "no module is called $1" >&2; return 1 ;;
  esac
}

on_one_processor() {
  (taskset -pc 0 "$BASHPID" >/dev/null && compiler "$@")
}

for part in "${@:-start compile}"; do
  for each in $part; do
    "$each"
  done
done
