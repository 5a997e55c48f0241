package dev.graft.artifact.spi;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// A feature of WebAssembly that can be switched on and off: everything that was once a
/// proposal of its own.
///
/// A module that uses a feature that is off is refused with the feature's name.
///
/// @see <a href="https://webassembly.github.io/spec/core/appendix/changes.html">Appendix,
/// "Change History"</a>
public enum Feature {

	/// The first version of the standard.
	MVP("mvp"),

	/// Globals that are mutable and imported or exported.
	MUTABLE_GLOBALS("mutable-globals"),

	/// `i32.extend8_s` and its relatives.
	SIGN_EXTENSION("sign-extension"),

	/// `i32.trunc_sat_f32_s` and its relatives.
	SATURATING_FLOAT_TO_INT("saturating-float-to-int"),

	/// More than one result, and blocks with parameters.
	MULTI_VALUE("multi-value"),

	/// `memory.copy`, `table.init` and their relatives, passive segments.
	BULK_MEMORY("bulk-memory"),

	/// `externref`, more than one table, reference instructions.
	REFERENCE_TYPES("reference-types"),

	/// 128-bit vectors.
	SIMD("simd"),

	/// Vector instructions whose results may differ between machines.
	RELAXED_SIMD("relaxed-simd"),

	/// More than one memory.
	MULTI_MEMORY("multi-memory"),

	/// Memories and tables with 64-bit addresses.
	MEMORY64("memory64"),

	/// Calls in tail position that take no stack space.
	TAIL_CALL("tail-call"),

	/// Exceptions with `try_table` and `exnref`.
	EXCEPTION_HANDLING("exception-handling"),

	/// References to functions of a known type.
	FUNCTION_REFERENCES("function-references"),

	/// Structures, arrays, `i31ref`, recursive types and subtyping.
	GC("gc"),

	/// Arithmetic, and any immutable global defined before, in constant expressions.
	EXTENDED_CONST("extended-const"),

	/// Shared memories and atomic instructions.
	THREADS("threads"),

	/// Memories whose pages are not 64 KiB.
	CUSTOM_PAGE_SIZES("custom-page-sizes"),

	/// 128-bit integer arithmetic on pairs of `i64`.
	WIDE_ARITHMETIC("wide-arithmetic"),

	/// The deprecated instructions `try`, `catch`, `delegate` and `rethrow`.
	LEGACY_EXCEPTIONS("legacy-exceptions");

	/// WebAssembly 2.0.
	public static final Set<Feature> WASM2 = Collections.unmodifiableSet(EnumSet.of(MVP, MUTABLE_GLOBALS,
			SIGN_EXTENSION, SATURATING_FLOAT_TO_INT, MULTI_VALUE, BULK_MEMORY, REFERENCE_TYPES, SIMD));

	/// WebAssembly 3.0.
	public static final Set<Feature> WASM3 = Collections.unmodifiableSet(EnumSet.range(MVP, EXTENDED_CONST));

	/// What is on unless somebody says otherwise, as in Wasmtime: version 3.0, threads
	/// and wide arithmetic.
	public static final Set<Feature> DEFAULT = Collections
		.unmodifiableSet(EnumSet.complementOf(EnumSet.of(CUSTOM_PAGE_SIZES, LEGACY_EXCEPTIONS)));

	private final String specName;

	Feature(String specName) {
		this.specName = specName;
	}

	/// The name of the proposal: `sign-extension`.
	public String specName() {
		return this.specName;
	}

	/// The feature of a proposal.
	/// @param specName the name of the proposal: `sign-extension`
	public static Optional<Feature> of(String specName) {
		return Arrays.stream(values()).filter((feature) -> feature.specName.equals(specName)).findAny();
	}

	/// What this feature is built on, and cannot be on without.
	public Set<Feature> needs() {
		return switch (this) {
			case REFERENCE_TYPES -> EnumSet.of(BULK_MEMORY);
			case RELAXED_SIMD -> EnumSet.of(SIMD);
			case EXCEPTION_HANDLING, FUNCTION_REFERENCES -> EnumSet.of(REFERENCE_TYPES);
			case GC -> EnumSet.of(FUNCTION_REFERENCES);
			default -> EnumSet.noneOf(Feature.class);
		};
	}

	/// Checks that everything that some features are built on is among them.
	/// @throws MissingFeatureException if something is not
	public static void requireComplete(Set<Feature> features) {
		for (Feature feature : features) {
			for (Feature needed : feature.needs()) {
				if (!features.contains(needed)) {
					throw new MissingFeatureException(feature, needed);
				}
			}
		}
	}

	@Override
	public String toString() {
		return this.specName;
	}

}
