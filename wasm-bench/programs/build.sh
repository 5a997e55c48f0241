#!/usr/bin/env bash
# Builds the programs of the benchmark from sources of Debian and packages of npm, with the drivers in this folder.
#
#   wasm-bench/programs/build.sh [-o FOLDER] [NAME]...      all programs, or those named (go-idioms only if named); by default to wasm-bench/target/programs
#
# What is missing on the machine is installed from Debian when this runs as root: clang 22 and what it needs, tcl (SQLite), dpkg-dev. Sources are
# fetched with a configuration of apt's own, so that the machine's lists stay as they are.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$here/../target/programs
if [[ ${1:-} == -o ]]; then
	out=$2
	shift 2
fi
mkdir -p "$out"
out=$(realpath "$out")
work=$(realpath "${PROGRAMS_WORK:-$(mkdir -p "$here/../target" && echo "$here/../target/programs-work")}" -m)
mkdir -p "$work/source" "$work/npm" "$work/shim"

install_tools() {
	local missing=()
	type -P clang-22 >/dev/null || missing+=(clang-22 lld-22)
	[[ -e /usr/lib/wasm32-wasi/libc.a ]] || missing+=(wasi-libc)
	ls /usr/lib/llvm-22/lib/clang/22/lib/wasi/*builtins* >/dev/null 2>&1 || ls /usr/lib/llvm-22/lib/clang/22/lib/*/*builtins*wasm32* >/dev/null 2>&1 ||
		missing+=(libclang-rt-22-dev-wasm32)
	[[ -e /usr/lib/wasm32-wasi/libc++.a ]] || missing+=(libc++-22-dev-wasm32)
	type -P tclsh >/dev/null || missing+=(tcl)
	type -P dpkg-source >/dev/null || missing+=(dpkg-dev)
	type -P make >/dev/null || missing+=(make)
	type -P gcc >/dev/null || missing+=(gcc libc6-dev)
	type -P node >/dev/null || missing+=(nodejs)
	type -P npm >/dev/null || missing+=(npm)
	if ((${#missing[@]})); then
		apt-get update && nice apt-get install -y --no-install-recommends "${missing[@]}"
	fi
}

# mirror SUITE: where this system gets that suite of Debian from, as its own configuration says.
mirror() {
	local uri
	uri=$(apt-get indextargets --format '$(RELEASE) $(REPO_URI)' | awk -v suite="$1" '$1 == suite { print $2; exit }')
	[[ -n $uri ]] || { echo "apt knows no mirror with the suite $1; the sources are taken from there" >&2; exit 1; }
	printf '%s\n' "$uri"
}

# apt's own world: lists and caches below the work folder. The newest version that can still be had is a matter of the day, hence the versions below.
prepare_apt() {
	mkdir -p "$work/apt/lists/partial" "$work/apt/cache/archives/partial"
	local debian security signed="deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]"
	debian=$(mirror bookworm)
	security=$(mirror bookworm-security)
	printf '%s\n' "$signed $debian bookworm main" "$signed $debian sid main" "$signed $security bookworm-security main" >"$work/apt/sources.list"
	cat >"$work/apt/apt.conf" <<-END
		Dir::Etc::sourcelist "$work/apt/sources.list";
		Dir::Etc::sourceparts "-";
		Dir::State::lists "$work/apt/lists";
		Dir::Cache "$work/apt/cache";
		APT::Sandbox::User "root";
	END
	[[ -e $work/apt/updated ]] || APT_CONFIG=$work/apt/apt.conf apt-get update >/dev/null
	touch "$work/apt/updated"
}

# debian PACKAGE VERSION: prints the folder of the source, which it fetches when need be.
debian() {
	local folder=$work/source/$1-$2
	if [[ ! -e $folder/.unpacked ]]; then
		prepare_apt
		rm -rf "$folder"
		mkdir -p "$folder"
		(cd "$folder" && APT_CONFIG=$work/apt/apt.conf nice apt-get source -y --only-source "$1=$2" >"$folder.log" 2>&1) || { cat "$folder.log" >&2; return 1; }
		mv "$folder"/*/ "$folder/source"
		touch "$folder/.unpacked"
	fi
	echo "$folder/source"
}

# npm_package NAME VERSION: prints the folder of the package.
npm_package() {
	local folder=$work/npm/${1//\//+}-$2
	if [[ ! -e $folder/package ]]; then
		mkdir -p "$folder"
		(cd "$folder" && npm pack --silent "$1@$2" >/dev/null && tar xzf ./*.tgz && rm ./*.tgz)
	fi
	echo "$folder/package"
}

# compile NAME FLAG-OR-FILE...: a reactor out of the driver and what follows; `level` may hold another level of optimisation.
compile() {
	local name=$1
	shift
	nice clang-22 --target=wasm32-wasi -mexec-model=reactor "${level:--O2}" -std=gnu17 --no-wasm-opt -w -I"$here" -isystem "$work/shim" \
		-D_WASI_EMULATED_SIGNAL -D_WASI_EMULATED_PROCESS_CLOCKS -D_WASI_EMULATED_GETPID -Wl,--strip-debug -Wl,-z,stack-size=1048576 -o "$out/$name.wasm" \
		"$here/driver.c" "$@" -lm -lwasi-emulated-signal -lwasi-emulated-process-clocks -lwasi-emulated-getpid
}

# adapt NAME MODULE [-FLAG...] [ANSWER]...: a module of npm and the driver npm/NAME.c, see adapt.mjs. The driver's data and stack come after all that the module has.
adapt() {
	local name=$1 module=$2 pages flags=()
	shift 2
	while [[ ${1:-} == -* ]]; do
		flags+=("$1")
		shift
	done
	pages=$(node "$here/adapt.mjs" --pages "$module")
	compile "$name" -nostdlib++ -Wl,--import-memory -Wl,--no-stack-first -Wl,--global-base=$((pages * 65536)) "${flags[@]}" "$here/npm/$name.c"
	mv "$out/$name.wasm" "$work/$name-driver.wasm"
	node "$here/adapt.mjs" "$module" "$work/$name-driver.wasm" "$out/$name.wasm" "$@"
}

# Headers that wasi-libc lacks and that the programs include without needing much of them.
shims() {
	printf '%s\n' '#pragma once' 'typedef int jmp_buf[1];' '#define setjmp(buffer) ((void) (buffer), 0)' \
		'static inline _Noreturn void longjmp(int *buffer, int value) { __builtin_trap(); }' >"$work/shim/setjmp.h"
	printf '%s\n' '#define DEB_HOST_MULTIARCH "wasm32-wasi"' >"$work/shim/lua5.4-deb-multiarch.h"
}

# prepare_sse: sets the flags with which intrinsics of SSE become vectors, as with Emscripten's -msse4.1.
prepare_sse() {
	local headers=$work/sse
	mkdir -p "$headers"
	cp "$(debian emscripten 3.1.6~dfsg-5)"/system/include/compat/*intrin.h "$headers"
	sse=(-msimd128 -isystem "$headers" -D__SSE{,2,3,4_1}__ -D__SSSE3__)
}

# Without errors there is nothing to jump to, so Lua does without setjmp.
build_lua() {
	local source
	source=$(debian lua5.4 5.4.4-3+deb12u1)/src
	compile lua "-DLUAI_THROW(L,c)=abort()" "-DLUAI_TRY(L,c,a)={ a }" -Dluai_jmpbuf=int -I"$source" "$here/lua.c" \
		"$source"/l{api,auxlib,baselib,code,ctype,debug,do,dump,func,gc,lex,mathlib,mem,object,opcodes,parser,state,string,strlib,table,tablib,tm,undump,vm,zio}.c
}

build_quickjs() {
	local source
	source=$(debian quickjs 2025.04.26-1)
	compile quickjs -DEMSCRIPTEN -D_GNU_SOURCE "-DCONFIG_VERSION=\"2025-04-26\"" -I"$source" "$here/quickjs.c" "$source"/{quickjs,libregexp,libunicode,cutils,dtoa}.c
}

build_sqlite() {
	local source
	source=$(debian sqlite3 3.40.1-2+deb12u2)
	if [[ ! -e $source/build/sqlite3.c ]]; then
		mkdir -p "$source/build"
		(cd "$source/build" && nice ../configure --disable-tcl --disable-readline && nice make sqlite3.c) >"$work/sqlite.log" 2>&1 || { tail "$work/sqlite.log" >&2; return 1; }
	fi
	compile "${1:-sqlite}" -DSQLITE_OS_OTHER=1 -DSQLITE_THREADSAFE=0 -DSQLITE_OMIT_LOAD_EXTENSION -DSQLITE_TEMP_STORE=3 -DSQLITE_DEFAULT_MEMSTATUS=0 \
		-I"$source/build" "$here/sqlite.c" "$source/build/sqlite3.c"
}

# As it is while somebody works on it: every variable in memory, no function inlined.
build_sqlite_O0() {
	level=-O0 build_sqlite sqlite-O0
}

build_cmark() {
	local source generated=$work/cmark
	source=$(debian cmark 0.30.2-6)/src
	mkdir -p "$generated"
	printf '%s\n' '#define CMARK_EXPORT' '#define CMARK_NO_EXPORT' >"$generated/cmark_export.h"
	printf '%s\n' '#define HAVE_STDBOOL_H' '#define HAVE___BUILTIN_EXPECT' '#define CMARK_ATTRIBUTE(list) __attribute__(list)' '#define CMARK_INLINE inline' \
		'#include <stdbool.h>' >"$generated/config.h"
	printf '%s\n' '#define CMARK_VERSION 1' '#define CMARK_VERSION_STRING "1"' >"$generated/cmark_version.h"
	compile cmark -I"$generated" -I"$source" "$here/cmark.c" \
		"$source"/{blocks,buffer,cmark,cmark_ctype,commonmark,houdini_href_e,houdini_html_e,houdini_html_u,html,inlines,iterator,latex,man,node,references,render,scanners,utf8,xml}.c
}

build_expat() {
	local source
	source=$(debian expat 2.5.0-1+deb12u2)/expat/lib
	touch "$work/shim/expat_config.h"
	compile expat -DXML_POOR_ENTROPY -DXML_NS -DXML_DTD -DXML_CONTEXT_BYTES=1024 -DBYTEORDER=1234 -DHAVE_MEMMOVE -I"$source" "$here/expat.c" \
		"$source"/{xmlparse,xmlrole,xmltok}.c
}

build_zlib() {
	local source
	source=$(debian zlib 1:1.2.13.dfsg-1)
	compile zlib -I"$source" "$here/zlib.c" "$source"/{adler32,compress,crc32,deflate,inffast,inflate,inftrees,trees,uncompr,zutil}.c
}

build_zstd() {
	local source
	source=$(debian libzstd 1.5.4+dfsg2-5)/lib
	compile zstd -DZSTD_DISABLE_ASM -DZSTD_LEGACY_SUPPORT=0 -I"$source" "$here/zstd.c" "$source"/{common,compress,decompress}/*.c
}

build_bzip2() {
	local source
	source=$(debian bzip2 1.0.8-5)
	compile bzip2 -DBZ_NO_STDIO -I"$source" "$here/bzip2.c" "$source"/{blocksort,bzlib,compress,crctable,decompress,huffman,randtable}.c
}

build_libwebp() {
	local source
	source=$(debian libwebp 1.2.4-0.2+deb12u1)
	set -- -I"$source" -I"$source/src" "$here/libwebp.c" "$source"/src/{dec,enc,dsp,utils}/*.c "$source"/sharpyuv/*.c
	compile libwebp "$@"
	prepare_sse
	compile libwebp-sse "${sse[@]}" -DEMSCRIPTEN -DWEBP_{USE,HAVE}_SSE{2,41} "$@"
}

build_libpng() {
	local source zlib
	source=$(debian libpng1.6 1.6.39-2+deb12u5)
	zlib=$(debian zlib 1:1.2.13.dfsg-1)
	cp "$source/scripts/pnglibconf.h.prebuilt" "$work/shim/pnglibconf.h"
	compile libpng -DPNG_NO_SETJMP -I"$source" -I"$zlib" "$here/libpng.c" \
		"$source"/png{,error,get,mem,pread,read,rio,rtran,rutil,set,trans,wio,write,wtran,wutil}.c \
		"$zlib"/{adler32,compress,crc32,deflate,inffast,inflate,inftrees,trees,zutil}.c
}

build_libjpeg() {
	local source generated=$work/libjpeg files
	source=$(debian libjpeg-turbo 1:2.1.5-2)
	mkdir -p "$generated"
	printf '#define %s\n' 'JPEG_LIB_VERSION 62' 'LIBJPEG_TURBO_VERSION 2.1.5' 'LIBJPEG_TURBO_VERSION_NUMBER 2001005' 'C_ARITH_CODING_SUPPORTED 1' 'D_ARITH_CODING_SUPPORTED 1' \
		'MEM_SRCDST_SUPPORTED 1' 'BITS_IN_JSAMPLE 8' 'HAVE_LOCALE_H 1' 'HAVE_UNSIGNED_CHAR 1' 'HAVE_UNSIGNED_SHORT 1' >"$generated/jconfig.h"
	printf '#define %s\n' 'BUILD "0"' 'INLINE inline' 'THREAD_LOCAL' 'PACKAGE_NAME "libjpeg-turbo"' 'VERSION "2.1.5"' 'SIZEOF_SIZE_T 4' 'HAVE_BUILTIN_CTZL 1' \
		'FALLTHROUGH' >"$generated/jconfigint.h"
	printf '#define %s\n' 'JPEG_LIB_VERSION 62' >"$generated/jversion.h"
	sed 's/@COPYRIGHT_YEAR@/0/' "$source/jversion.h.in" >"$generated/jversion.h"
	files=("$source"/j{capimin,capistd,ccoefct,ccolor,cdctmgr,chuff,cicc,cinit,cmainct,cmarker,cmaster,comapi,cparam,cphuff,cprepct,csample,ctrans,dapimin,dapistd,datadst}.c)
	files+=("$source"/j{datasrc,dcoefct,dcolor,ddctmgr,dhuff,dicc,dinput,dmainct,dmarker,dmaster,dmerge,dphuff,dpostct,dsample,dtrans,error,fdctflt,fdctfst,fdctint}.c)
	files+=("$source"/j{idctflt,idctfst,idctint,idctred,quant1,quant2,utils,memmgr,memnobs,aricom,carith,darith,simd_none}.c)
	compile libjpeg -I"$generated" -I"$source" "$here/libjpeg.c" "${files[@]}"
}

build_opus() {
	local source files
	source=$(debian opus 1.3.1-3)
	files=("$source"/celt/{bands,celt,celt_decoder,celt_encoder,celt_lpc,cwrs,entcode,entdec,entenc,kiss_fft,laplace,mathops,mdct,modes,pitch,quant_bands,rate,vq}.c)
	files+=("$source"/src/{analysis,mlp,mlp_data,opus,opus_decoder,opus_encoder,repacketizer}.c "$source"/silk/*.c "$source"/silk/float/*.c)
	set -- -DOPUS_BUILD -DVAR_ARRAYS -DFLOATING_POINT -DHAVE_LRINT -DHAVE_LRINTF "-I$source"{,/include,/celt,/silk,/silk/float,/src} "$here/opus.c" "${files[@]}"
	compile opus "$@"
	prepare_sse
	compile opus-sse "${sse[@]}" -DOPUS_X86_{MAY_HAVE,PRESUME}_SSE{,2,4_1} "$@" "$source"/celt/x86/{pitch_sse,pitch_sse2,pitch_sse4_1,vq_sse2}.c \
		"$source"/silk/x86/{NSQ_del_dec_sse4_1,NSQ_sse4_1,VAD_sse4_1,VQ_WMat_EC_sse4_1}.c
}

build_sodium() {
	local source files
	source=$(debian libsodium 1.0.18-1+deb12u1)/src/libsodium
	sed 's/@VERSION@/1.0.18/; s/@SODIUM_LIBRARY_VERSION_MAJOR@/10/; s/@SODIUM_LIBRARY_VERSION_MINOR@/3/; s/@SODIUM_LIBRARY_MINIMAL_DEF@//' \
		"$source/include/sodium/version.h.in" >"$source/include/sodium/version.h"
	mapfile -t files < <(find "$source" -name '*.c' | grep -Ev '/randombytes/|sse|avx|aesni|armcrypto|/sandy2x/' | sort)
	set -- -DCONFIGURED=1 -DNATIVE_LITTLE_ENDIAN=1 -D_GNU_SOURCE -DHAVE_INLINE_ASM=0 -I"$source/include" -I"$source/include/sodium" "$here/sodium.c" "${files[@]}"
	compile sodium "$@"
	compile sodium-simd -msimd128 "$@"
}

build_pcre2() {
	local source generated=$work/pcre2
	source=$(debian pcre2 10.42-1)/src
	mkdir -p "$generated"
	cp "$source/pcre2.h.generic" "$generated/pcre2.h"
	cp "$source/config.h.generic" "$generated/config.h"
	cp "$source/pcre2_chartables.c.dist" "$generated/pcre2_chartables.c"
	compile pcre2 -DPCRE2_CODE_UNIT_WIDTH=8 -DHAVE_CONFIG_H -DSUPPORT_UNICODE -DPCRE2_STATIC -I"$generated" -I"$source" "$here/pcre2.c" "$generated/pcre2_chartables.c" \
		"$source"/pcre2_{auto_possess,compile,config,context,error,extuni,find_bracket,match,match_data,newline,ord2utf,pattern_info,script_run,string_utils,study}.c \
		"$source"/pcre2_{substitute,substring,tables,ucd,valid_utf,xclass,maketables,jit_compile}.c
}

build_cjson() {
	local source
	source=$(debian cjson 1.7.15-1+deb12u4)
	compile cjson -I"$source" "$here/cjson.c" "$source/cJSON.c"
}

build_brotli() {
	local source
	source=$(debian brotli 1.0.9-2)/c
	compile brotli -I"$source/include" "$here/brotli.c" "$source"/{common,enc,dec}/*.c
}

build_lz4() {
	local source
	source=$(debian lz4 1.9.4-1)/lib
	compile lz4 -I"$source" "$here/lz4.c" "$source"/{lz4,lz4hc}.c
}

# What comes from JavaScript is nothing: no options, no objects.
build_ruff() {
	adapt ruff "$(npm_package @astral-sh/ruff-wasm-nodejs 0.17.3)/ruff_wasm_bg.wasm" throw=trap is_undefined=1 is_object=1 =0
}

build_dprint() {
	adapt dprint "$(npm_package @dprint/markdown 0.28.1)/plugin.wasm"
}

build_lua_fmt() {
	adapt lua_fmt "$(npm_package @wasm-fmt/lua_fmt 0.3.3)/lua_fmt_bg.wasm" throw=trap =0
}

build_rapier() {
	adapt rapier "$(npm_package @dimforge/rapier3d 0.21.0)/rapier_wasm3d_bg.wasm" throw=trap accessor=1 performance=1 =0
}

# Whoever asks for files is told that there are none (8: bad file descriptor).
build_ruby() {
	adapt ruby "$(npm_package @ruby/3.4-wasm-wasi 2.10.1)/dist/ruby.wasm" proc_exit=trap throw=trap =8
}

build_resvg() {
	adapt resvg "$(npm_package @resvg/resvg-wasm 2.6.2)/index_bg.wasm" throw=trap =0
}

build_xz() {
	local source feature features=() files
	source=$(debian xz-utils 5.4.1-1+deb12u1)/src
	mapfile -t files < <(find "$source"/liblzma/{common,lz,lzma,rangecoder} -name '*.c' | grep -Ev '_mt|outqueue|hardware|file_info|tablegen' | sort)
	for feature in ENCODERS DECODERS {EN,DE}CODER_LZMA{1,2} MF_{HC3,HC4,BT2,BT3,BT4} CHECK_CRC{32,64} STDBOOL_H STDINT_H INTTYPES_H STRING_H LIMITS_H; do
		features+=("-DHAVE_$feature")
	done
	compile xz "${features[@]}" -DSIZEOF_SIZE_T=4 -DTUKLIB_FAST_UNALIGNED_ACCESS -DTUKLIB_SYMBOL_PREFIX=lzma_ -Dsigset_t=int "-Dsigprocmask(how,set,old)=0" \
		"-I$source"/{common,liblzma/{api,common,check,lz,rangecoder,lzma,delta,simple}} "$here/xz.c" \
		"${files[@]}" "$source"/liblzma/check/{check,crc32_fast,crc32_table,crc64_fast,crc64_table}.c
}

build_flac() {
	local source files generated=$work/flac
	source=$(debian flac 1.4.2+ds-2)
	mkdir -p "$generated"
	printf '#define %s\n' 'PACKAGE_VERSION "1.4.2"' 'HAVE_LROUND 1' 'HAVE_STDINT_H 1' 'HAVE_INTTYPES_H 1' 'HAVE_FSEEKO 1' 'ENABLE_64_BIT_WORDS 1' 'FLAC__HAS_OGG 0' >"$generated/config.h"
	files=("$source"/src/libFLAC/{bitmath,bitreader,bitwriter,cpu,crc,fixed,float,format,lpc,md5,memory,metadata_object,stream_decoder,stream_encoder,stream_encoder_framing,window}.c)
	set -- -DHAVE_CONFIG_H -DNDEBUG -DFLAC__NO_DLL "-Dchmod(file,mode)=0" "-Dchown(file,user,group)=0" -I"$generated" -I"$source/include" -I"$source/src/libFLAC/include" "$here/flac.c"
	compile flac "$@" "${files[@]}"
	prepare_sse
	printf '%s\n' '#include "private/cpu.h"' 'void FLAC__cpu_info(FLAC__CPUInfo *info) {' \
		'*info = (FLAC__CPUInfo) { .use_asm = true, .type = FLAC__CPUINFO_TYPE_X86_64, .x86 = { .sse = true, .sse2 = true, .sse3 = true, .ssse3 = true, .sse41 = true } }; }' \
		>"$generated/sse.c"
	compile flac-sse "${sse[@]}" -DFLAC__CPU_X86_64 -DFLAC__HAS_X86INTRIN=1 "$@" "${files[@]/*\/cpu.c/$generated/sse.c}" \
		"$source"/src/libFLAC/{fixed_intrin_sse2,fixed_intrin_ssse3,lpc_intrin_sse2,lpc_intrin_sse41,stream_encoder_intrin_sse2,stream_encoder_intrin_ssse3}.c
}

# The library is built without exceptions.
build_cxx() {
	local driver=$work/cxx-driver.o
	clang-22 --target=wasm32-wasi -O2 -std=gnu17 -w -c -I"$here" -o "$driver" "$here/driver.c"
	clang++-22 --target=wasm32-wasi -mexec-model=reactor -O2 -std=gnu++20 -fno-exceptions --no-wasm-opt -w -I"$here" -Wl,--strip-debug -Wl,-z,stack-size=1048576 \
		-o "$out/cxx.wasm" "$here/cxx.cpp" "$driver"
}

# Debian's Rust brings the source of its standard library, which cargo compiles with the program.
build_rust() {
	local crate=$work/rust target=wasm32-wasip1
	[[ -d /usr/lib/rustlib/src ]] || nice apt-get install -y --no-install-recommends rustc-web cargo-web rust-web-src
	mkdir -p "$crate/.cargo"
	printf '%s\n' '[package]' 'name = "shop"' 'edition = "2024"' '[lib]' 'crate-type = ["staticlib"]' "path = \"$here/rust/shop.rs\"" \
		'[profile.release]' 'opt-level = 3' 'lto = "fat"' 'codegen-units = 1' 'panic = "abort"' >"$crate/Cargo.toml"
	printf '%s\n' '[source.crates-io]' 'replace-with = "library"' '[source.library]' "directory = \"$(/usr/bin/rustc --print sysroot)/lib/rustlib/src/rust/library/vendor\"" >"$crate/.cargo/config.toml"
	(cd "$crate" && PATH=/usr/bin:$PATH RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc nice /usr/bin/cargo build --quiet --offline --release --target $target -Z build-std=std,panic_abort)
	compile rust "$here/rust.c" "$crate/target/$target/release/libshop.a"
}

# maven GROUP:ARTIFACT:VERSION[:TYPE] FOLDER: an artifact, without what it depends on.
maven() {
	mvn -B -ntp -q dependency:copy -Dartifact="$1" -DoutputDirectory="$2"
}

# The compiler of Kotlin and its library come from Maven Central. No Wizer: its engine is started without garbage collection.
build_kotlin() {
	local version=2.4.10 tools=$work/kotlin java compiler
	java=${JAVA_HOME:+$JAVA_HOME/bin/java}
	if [[ ! -e $tools/kotlin-stdlib-wasm-wasi-$version.klib ]]; then
		mkdir -p "$tools"
		printf '%s\n' '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>programs</groupId><artifactId>kotlin</artifactId>' \
			'<version>1</version><packaging>pom</packaging><dependencies><dependency><groupId>org.jetbrains.kotlin</groupId>' \
			"<artifactId>kotlin-compiler-embeddable</artifactId><version>$version</version></dependency></dependencies></project>" >"$tools/pom.xml"
		mvn -B -ntp -q -f "$tools/pom.xml" dependency:copy-dependencies -DoutputDirectory=lib
		maven "org.jetbrains.kotlin:kotlin-stdlib-wasm-wasi:$version:klib" "$tools"
	fi
	compiler=(nice "${java:-java}" -cp "$tools/lib/*" org.jetbrains.kotlin.cli.js.KotlinWasmCompiler -Xwasm -Xwasm-target=wasm-wasi
		-libraries "$tools/kotlin-stdlib-wasm-wasi-$version.klib" -ir-output-dir "$tools/out" -ir-output-name shop -nowarn)
	"${compiler[@]}" -Xir-produce-klib-file "$here/kotlin/shop.kt"
	"${compiler[@]}" -Xir-produce-js -Xinclude="$tools/out/shop.klib" -Xir-dce -Xwasm-enable-array-range-checks -Xwasm-use-new-exception-proposal=true
	cp "$tools/out/shop.wasm" "$out/kotlin.wasm"
}

# Go 1.24 is not in bookworm; trixie's is one folder of files that need nothing else.
compile_go() {
	local source=$1 module=$2 version=1.24.4-1 tools=$work/go package
	if [[ ! -x $tools/usr/lib/go-1.24/bin/go ]]; then
		prepare_apt
		mkdir -p "$tools/lists/partial" "$tools/cache/archives/partial"
		printf '%s\n' "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(mirror bookworm) trixie main" >"$tools/sources.list"
		sed "s|$work/apt|$tools|" "$work/apt/apt.conf" >"$tools/apt.conf"
		export APT_CONFIG=$tools/apt.conf
		apt-get update >/dev/null
		for package in golang-1.24-go golang-1.24-src; do
			(cd "$tools" && apt-get download "$package=$version" && dpkg -x "$package"_*.deb .)
		done
		unset APT_CONFIG
	fi
	(cd "$(dirname "$source")" && GOROOT=$tools/usr/lib/go-1.24 GOOS=wasip1 GOARCH=wasm GO111MODULE=off GOCACHE=$work/go/cache nice "$tools/usr/lib/go-1.24/bin/go" build -buildmode=c-shared \
		-trimpath -ldflags=-s -o "$module" "$(basename "$source")")
}

build_go() {
	compile_go "$here/go/main.go" "$out/go.wasm"
}

# Not among the programs: loops with one idiom of Go each.
build_go_idioms() {
	compile_go "$here/../kernels/go-idioms.go" "$out/go-idioms.wasm"
	cp "$here/../kernels/go-idioms.runs" "$out/go-idioms.runs"
}

# Large modules as they are in npm: to be compiled only.
build_large() {
	mkdir -p "$out/compile-only"
	cp "$(npm_package esbuild-wasm 0.28.2)/esbuild.wasm" "$out/compile-only/esbuild.wasm"
	cp "$(npm_package @biomejs/wasm-nodejs 2.5.14)/biome_wasm_bg.wasm" "$out/compile-only/biome.wasm"
	cp "$(npm_package @yowasp/yosys 0.55.944)/gen/yosys.core.wasm" "$out/compile-only/yosys.wasm"
	cp "$(npm_package pyodide 314.0.7)/pyodide.asm.wasm" "$out/compile-only/pyodide.wasm"
	cp "$(npm_package z3-solver 5.2.0)/build/z3-built.wasm" "$out/compile-only/z3.wasm"
	cp "$(npm_package @swc/wasm 1.16.18)/wasm_bg.wasm" "$out/compile-only/swc.wasm"
}

all=(lua quickjs sqlite cmark expat cjson pcre2 zlib zstd bzip2 brotli lz4 libwebp libpng libjpeg opus sodium xz flac cxx sqlite-O0 rapier ruby ruff dprint lua_fmt resvg rust kotlin go large)

install_tools
shims
for name in "${@:-${all[@]}}"; do
	echo "$name"
	"build_${name//-/_}"
done
