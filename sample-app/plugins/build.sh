#!/usr/bin/env bash
# Builds the plugins of the sample application from their sources, one per language:
#
#   src/pricing        Rust            ──▶ pricing.wasm
#   src/pricing-next   Rust            ──▶ next/pricing.wasm   (the version to swap in)
#   src/documents      C               ──▶ documents.wasm
#   src/checks         AssemblyScript  ──▶ checks.wasm
#
# usage: build.sh [pricing|documents|checks]...      without arguments: all of them
#
# Nothing is installed. Tools that are not found under their usual names come from the environment:
# RUSTC, CARGO, CLANG (with a wasm32-wasi libc), ASC.
set -euo pipefail
cd "$(dirname "$0")"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
	echo "build.sh: $*" >&2
	exit 1
}

# The first of the given commands that exists.
first_of() {
	local command
	for command in "$@"; do
		if type -P "$command" >/dev/null; then
			echo "$command"
			return
		fi
	done
	return 1
}

readonly RUST_FLAGS=(--edition 2024 -C opt-level=s -C lto=fat -C panic=abort -C strip=debuginfo
	-C link-arg=--stack-first -C link-arg=-zstack-size=65536)

# A Rust with a ready-made standard library for WebAssembly (rustup), or one that brings its source (Debian's rust-web-src).
rust() { # source directory, output
	local rustc=${RUSTC:-rustc} target=wasm32-unknown-unknown sysroot
	type -P "$rustc" >/dev/null || fail "no rustc: install Rust and 'rustup target add $target'; or on Debian 'apt-get install rustc-web cargo-web rust-web-src lld-22'"
	sysroot=$("$rustc" --print sysroot)
	if [[ -d $sysroot/lib/rustlib/$target/lib ]]; then
		"$rustc" --target "$target" --crate-type cdylib --crate-name plugin "${RUST_FLAGS[@]}" -o "$2" "$1/lib.rs"
	elif [[ -d $sysroot/lib/rustlib/src/rust/library/vendor ]]; then
		rust_with_library_source "$rustc" "$sysroot/lib/rustlib/src/rust/library/vendor" "$target" "$1" "$2"
	else
		fail "$rustc has no standard library for $target: 'rustup target add $target', or set RUSTC and CARGO to those of Debian's rustc-web and cargo-web"
	fi
}

rust_with_library_source() { # rustc, vendored crates, target, source directory, output
	local crate=$work/crate linker
	linker=$(first_of rust-lld wasm-ld wasm-ld-22) || fail "no wasm-ld: install lld"
	mkdir -p "$crate/.cargo"
	cat >"$crate/Cargo.toml" <<-TOML
		[package]
		name = "plugin"
		edition = "2024"
		[lib]
		crate-type = ["cdylib"]
		path = "$PWD/$4/lib.rs"
	TOML
	cat >"$crate/.cargo/config.toml" <<-TOML
		[source.crates-io]
		replace-with = "library"
		[source.library]
		directory = "$2"
		[target.$3]
		linker = "$linker"
		[profile.release]
		opt-level = "s"
		lto = "fat"
		panic = "abort"
		strip = "debuginfo"
	TOML
	(cd "$crate" && RUSTC_BOOTSTRAP=1 RUSTC=$1 RUSTFLAGS="-C link-arg=--stack-first -C link-arg=-zstack-size=65536 --remap-path-prefix=$OLDPWD=." \
		"${CARGO:-cargo}" build --quiet --offline --release --target "$3" -Z build-std=std,panic_abort)
	cp "$crate/target/$3/release/plugin.wasm" "$5"
}

build_pricing() {
	rust src/pricing pricing.wasm
	rust src/pricing-next next/pricing.wasm
}

build_documents() {
	local clang
	clang=${CLANG:-$(first_of clang-22 clang)} || fail "no clang: 'apt-get install clang-22 lld-22 wasi-libc libclang-rt-22-dev-wasm32', or set CLANG to that of a wasi-sdk"
	"$clang" --target=wasm32-wasi --no-wasm-opt -std=c23 -Wall -Wextra -Werror -Wno-deprecated -Oz -mexec-model=reactor \
		-Wl,--strip-debug -Wl,--gc-sections -Wl,-z,stack-size=65536 -o documents.wasm src/documents/*.c
}

build_checks() {
	local asc
	asc=${ASC:-$(first_of asc)} || fail "no asc: 'npm install assemblyscript' and put node_modules/.bin on the PATH, or set ASC"
	"$asc" src/checks/index.ts --transform ./src/checks/wit-names.mjs --use abort=src/checks/host/abort \
		--runtime incremental -Os --debug -o checks.wasm
}

[[ $# -gt 0 ]] || set -- pricing documents checks
for plugin in "$@"; do
	"build_$plugin"
done
ls -l ./*.wasm next/*.wasm
