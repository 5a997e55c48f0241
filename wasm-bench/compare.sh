#!/usr/bin/env bash
# Compares programs with V8 function by function: where Graft takes longer, and by how much. Prints a table for each program.
#
#   wasm-bench/compare.sh [OPTION VALUE]… MODULE.wasm…
#
#   --seconds 12     for how long the program runs in each engine; the last two fifths count        --function run     what is called again and again
#   --rows 20        so many functions, those with the largest surplus first                        --argument 0       its argument; 0 is what `units` answers
#
# A function of the guest counts with all its pieces, and with what has been inlined into it, which may differ: look at callers, too. What has no name is told by its number.
#
# Needs what run.sh needs, and `perf` with a clock of the processor (`perf record -e cpu-clock`). JOPTS adds options for the JVM.
set -euo pipefail
seconds=12
rows=20
function=run
argument=0
modules=()
while (($#)); do
  case $1 in
    --seconds) seconds=$2; shift 2 ;;
    --rows) rows=$2; shift 2 ;;
    --function) function=$2; shift 2 ;;
    --argument) argument=$2; shift 2 ;;
    --*) echo "no option is called $1" >&2; exit 2 ;;
    *) modules+=("$(realpath "$1")"); shift ;;
  esac
done
cd "$(dirname "$0")/.."
. wasm-bench/prepare.sh
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# worker compile|run MODULE [FUNCTION ARGUMENT SECONDS]
worker() {
  "${recorder[@]}" "$java" --enable-native-access=ALL-UNNAMED ${JOPTS:-} -XX:+UnlockDiagnosticVMOptions -XX:+DumpPerfMapAtExit -cp "$work/classes:$work/lib/*" \
    dev.graft.bench.runner.Worker "$1" dev.graft.bench.runner.GraftEngine "$2" "$folder" "${@:3}"
}

# Lines "SAMPLES FUNCTION" of the thread that has most of them: of a method that is called NAME#NUMBER, or NAME#NUMBER$PIECE, the name; f where there is none.
graft_functions() {
  perf script -i "$folder/perf" --time 60%-99% --comms java -F tid,ip,sym 2>/dev/null | awk '
    $1 ~ /^[0-9]+$/ {
      thread = $1; sub(/^ *[0-9]+ +[0-9a-f]+ */, ""); name = $0
      if (match(name, /[.:][^.:( ]*#[0-9]+/)) {
        name = substr(name, RSTART + 1, RLENGTH - 1); number = name; sub(/.*#/, "", number); sub(/#[0-9]+$/, "", name)
        if (name == "f") name = "wasm-function[" number "]"
      }
      samples[thread]++; count[thread, name]++
    }
    END {
      for (each in samples) if (samples[each] > samples[most]) most = each
      for (key in count) { split(key, part, SUBSEP); if (part[1] == most) print count[key], part[2] }
    }'
}

# best FILE: the smallest of the times that a worker printed, of the processor where they are long enough for its clock
best() {
  awk '$1 == "call" { time = $3 >= 50 ? $3 : $2; if (!least || time < least) least = time } END { print least }' "$1"
}

for module in "${modules[@]}"; do
  rm -rf "${folder:?}"/*
  recorder=()
  worker compile "$module" >&2
  recorder=(perf record -q -e cpu-clock -F 1000 -o "$folder/perf")
  worker run "$module" "$function" "$argument" "$seconds" >"$folder/graft.calls"
  graft_functions >"$folder/graft"
  "$node" --no-warnings --cpu-prof --cpu-prof-interval 500 --cpu-prof-dir "$folder" wasm-bench/peers/worker.mjs "$module" "$function" "$argument" "$seconds" >"$folder/v8.calls"
  "$node" wasm-bench/peers/functions.mjs "$folder"/*.cpuprofile >"$folder/v8"
  awk -v name="$(basename "$module" .wasm)" -v graft="$(best "$folder/graft.calls")" -v v8="$(best "$folder/v8.calls")" -v rows="$rows" '
    { part = FILENAME ~ /graft$/ ? "graft" : "v8"; time = $1; sub(/^[^ ]+ /, ""); count[part, $0] = time; all[part] += time; names[$0] = 1 }
    END {
      printf "### %s: Graft %.1f ms, V8 %.1f ms, %.2f times\n\n| function | Graft, ms | V8, ms | ratio | surplus, ms |\n|---|---:|---:|---:|---:|\n", name, graft, v8, graft / v8
      sorter = "sort -t\"|\" -k6,6gr | head -n " rows
      for (each in names) {
        one = count["graft", each] / all["graft"] * graft; other = count["v8", each] / all["v8"] * v8
        if (one < 0.05 && other < 0.05) continue
        printf "| %s | %.1f | %.1f | %s | %.1f |\n", each, one, other, other ? sprintf("%.2f", one / other) : "-", one - other | sorter
      }
      close(sorter)
      print ""
    }' "$folder/graft" "$folder/v8"
done
