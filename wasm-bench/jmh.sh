#!/usr/bin/env bash
# Runs the JMH benchmarks whose names match, all by default, with the GC profiler on; those of the peers, too, as their names are alike: Instantiation,
# WasmtimeInstantiation, EndiveInstantiation.
#
#   wasm-bench/jmh.sh [REGEX [JMH OPTIONS…]]        e.g. wasm-bench/jmh.sh Calls -f 3
#
# Settings are short unless options say otherwise (two iterations of a second to warm up, three to measure): SETTINGS="-wi 5 -i 5" makes them longer.
# Needs JDK 25 (in JAVA_HOME or at the usual place) and Maven; npm for the module of 30 MB, clang 22 for the kernels, programs/build.sh for the module of 1 MB.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$PWD/wasm-bench/target
java=${JAVA_HOME:+$JAVA_HOME/bin/java}
java=${java:-$(ls -d /usr/lib/jvm/*25*/bin/java | head -1)}

mvn -B -q -Pquick,peers -pl wasm-bench -am package -Dmaven.test.skip=true >&2
mkdir -p "$work/modules"
[[ -e $work/modules/yosys.wasm ]] || (cd "$work/modules" && npm pack --silent @yowasp/yosys@0.55.944 >/dev/null &&
  tar xzf yowasp-yosys-*.tgz --strip-components=2 package/gen/yosys.core.wasm && mv yosys.core.wasm yosys.wasm && rm yowasp-yosys-*.tgz)
[[ -e $work/modules/sqlite.wasm ]] || (wasm-bench/programs/build.sh -o "$work/modules" sqlite >&2)
wasm-bench/kernels/build.sh "$work/kernels"
exec "$java" -Dmodules="$work/modules" -Dkernels="$work/kernels/kernels.wasm" -cp "$work/classes:$work/lib/*" org.openjdk.jmh.Main "${1:-.}" \
  ${SETTINGS:--wi 2 -w 1 -i 3 -r 1} -prof gc "${@:2}"
