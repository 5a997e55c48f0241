#!/usr/bin/env bash
# Builds rust-idioms.wasm with Debian's Rust, whose standard library cargo compiles with it; installs it and wasm-ld-22 where they are missing.
#
#   wasm-bench/kernels/build-rust.sh FOLDER
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$1
[[ -d /usr/lib/rustlib/src && -e /usr/bin/wasm-ld-22 ]] || apt-get install -y --no-install-recommends rustc-web cargo-web rust-web-src lld-22
crate=$(mktemp -d)
trap 'rm -rf "$crate"' EXIT
mkdir -p "$out" "$crate/.cargo"
printf '%s\n' '[package]' 'name = "rust-idioms"' 'edition = "2024"' '[lib]' 'crate-type = ["cdylib"]' "path = \"$here/rust-idioms.rs\"" \
  '[profile.release]' 'opt-level = 3' 'lto = "fat"' 'codegen-units = 1' 'panic = "abort"' >"$crate/Cargo.toml"
printf '%s\n' '[source.crates-io]' 'replace-with = "library"' '[source.library]' "directory = \"$(/usr/bin/rustc --print sysroot)/lib/rustlib/src/rust/library/vendor\"" \
  '[target.wasm32-unknown-unknown]' 'linker = "wasm-ld-22"' >"$crate/.cargo/config.toml"
(cd "$crate" && PATH=/usr/bin:$PATH RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc nice /usr/bin/cargo build --quiet --offline --release \
  --target wasm32-unknown-unknown -Z build-std=std,panic_abort)
cp "$crate/target/wasm32-unknown-unknown/release/rust_idioms.wasm" "$out/rust-idioms.wasm"
cp "$here/rust-idioms.runs" "$out/rust-idioms.runs"
