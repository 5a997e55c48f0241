#!/usr/bin/env bash
# Runs the JMH benchmarks whose names match, all by default, with the GC profiler on.
#
#   wasm-bench/jmh.sh [REGEX [JMH OPTIONS…]]        e.g. wasm-bench/jmh.sh Instantiation -f 3 -t 2
#
# Settings are short (two warm-up iterations of a second, three measured ones) unless options say otherwise.
set -euo pipefail
cd "$(dirname "$0")/.."
java=${JAVA_HOME:+$JAVA_HOME/bin/java}
java=${java:-$(ls -d /usr/lib/jvm/*25*/bin/java | head -1)}

mvn -B -q -Pquick -pl wasm-bench -am package -Dmaven.test.skip=true >&2
exec "$java" -cp "wasm-bench/target/classes:wasm-bench/target/lib/*" org.openjdk.jmh.Main "${1:-.}" -wi 2 -w 1 -i 3 -r 1 -prof gc "${@:2}"
