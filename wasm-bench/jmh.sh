#!/usr/bin/env bash
# Runs the JMH benchmarks whose names match, all by default, with the GC profiler on; those of the peers, too, as their names are alike: Instantiation,
# WasmtimeInstantiation, EndiveInstantiation.
#
#   wasm-bench/jmh.sh [REGEX [JMH OPTIONS…]]        e.g. wasm-bench/jmh.sh Calls -f 3
#
# Without options, settings are short: two iterations of a second to warm up, three to measure.
# Needs JDK 25 (in JAVA_HOME or at the usual place) and Maven; npm for the module of 30 MB, clang 22 for the kernels, programs/build.sh for the module of 1 MB.
set -euo pipefail
cd "$(dirname "$0")/.."
. wasm-bench/prepare.sh
npm_module yosys @yowasp/yosys@0.55.944 gen/yosys.core.wasm
[[ -e $work/modules/sqlite.wasm ]] || wasm-bench/programs/build.sh -o "$work/modules" sqlite >&2
wasm-bench/kernels/build.sh "$work/kernels"
settings="-wi 2 -w 1 -i 3 -r 1"
(($# < 2)) || settings=
exec "$java" -Dmodules="$work/modules" -Dkernels="$work/kernels/kernels.wasm" -cp "$work/classes:$work/lib/*" org.openjdk.jmh.Main -prof gc "${@:-.}" $settings
