#!/usr/bin/env bash
# Runs programs in Graft and other engines, side by side and on the same input, and prints tables: see README.md.
#
#   wasm-bench/run.sh [OPTION VALUE]… [FOLDER]…
#
# A folder holds modules as wasm-bench/programs/README.md describes them. By default it is wasm-bench/target/programs, which programs/build.sh fills, and
# wasm-bench/target/kernels, with those of wasm-bench/kernels: kernels, simd (the same source with and without -msimd128: simd and scalar).
#
#   --programs lua,sqlite   only these          --seconds 6    for how long each program is called again and again in each engine
#   --engines graft,v8      only these          --repeats 1    processes per engine and program, in turns; the smallest figures count
#   --time wall             or cpu: processor time of the thread, where the engine can tell      --timeout 120    seconds until a process is killed
#   --together false        or true: all functions of a module with a .runs file in one process per engine
#
# Needs JDK 25 (in JAVA_HOME or at the usual place), Maven, npm, and for the default programs what their build.sh needs. Everything else it fetches.
set -euo pipefail
folders=()
options=()
while (($#)); do
  case $1 in
    --*) options+=("$1" "$2"); shift 2 ;;
    *) folders+=("$(realpath "$1")"); shift ;;
  esac
done
cd "$(dirname "$0")/.."
. wasm-bench/prepare.sh

if ((${#folders[@]} == 0)); then
  [[ -e $work/programs ]] || wasm-bench/programs/build.sh >&2
  folders=("$work/programs")
  wasm-bench/kernels/build.sh "$work/kernels"
  folders+=("$work/kernels")
fi
exec "$java" -cp "$work/classes:$work/lib/*" dev.graft.bench.runner.Runner --java "$java" --peers "$work/peers" --work "$work/runs" "${options[@]}" "${folders[@]}"
