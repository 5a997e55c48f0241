package dev.graft.wast.spec;

import dev.graft.artifact.spi.Feature;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the suite's files are about, in the order of `docs/PROPOSALS.md`: a row for each
/// feature, and one for what cannot be switched off.
///
/// A file that is about several things counts for the first one here whose pattern it
/// matches, going backwards from the last one; what matches none is about the core.
enum Proposal {

	CORE(Feature.MVP, "1.0", "1", ""),

	MUTABLE_GLOBALS(Feature.MUTABLE_GLOBALS, "1.0", "1", "", "in `global.wast`, `imports.wast`, `linking.wast`"),

	SIGN_EXTENSION(Feature.SIGN_EXTENSION, "2.0", "1", "", "in `i32.wast`, `i64.wast`"),

	SATURATING_FLOAT_TO_INT(Feature.SATURATING_FLOAT_TO_INT, "2.0", "1", "", "in `conversions.wast`"),

	MULTI_VALUE(Feature.MULTI_VALUE, "2.0", "1", "", "in `block.wast`, `call.wast`, `func.wast` and others"),

	BULK_MEMORY(Feature.BULK_MEMORY, "2.0", "1", "bulk|memory_(copy|fill|init)|table_(copy|init)"),

	REFERENCE_TYPES(Feature.REFERENCE_TYPES, "2.0", "1",
			"ref_func|ref_is_null|ref_null|table-sub|table_(get|set|grow|size|fill)"),

	SIMD(Feature.SIMD, "2.0", "1", "simd_.*", "scalar code without flags, `--add-modules jdk.incubator.vector` or not"),

	RELAXED_SIMD(Feature.RELAXED_SIMD, "3.0", "1", ".*relaxed_.*", "deterministic, always"),

	MULTI_MEMORY(Feature.MULTI_MEMORY, "3.0", "1", "[a-z_]+[0-9]|memory-multi|simd_memory-multi|memory_size_import"),

	MEMORY64(Feature.MEMORY64, "3.0", "1", "(?!i64|f64).*64(-.*)?|binary_leb128_64|table_copy_mixed"),

	TAIL_CALL(Feature.TAIL_CALL, "3.0", "1", "return_call.*"),

	EXCEPTION_HANDLING(Feature.EXCEPTION_HANDLING, "3.0", "1", "tag|throw|throw_ref|try_table|instance"),

	FUNCTION_REFERENCES(Feature.FUNCTION_REFERENCES, "3.0", "1",
			"br_on_(non_)?null|call_ref|local_init|ref|ref_as_non_null|type-equivalence|unreached-valid"),

	GC(Feature.GC, "3.0", "1",
			"array.*|struct|i31|extern|ref_(cast|test|eq)|br_on_cast.*|type-(canon|rec|subtyping)|binary-gc"),

	EXTENDED_CONST(Feature.EXTENDED_CONST, "3.0", "1", "", "in `global.wast`, `data.wast`, `elem.wast`"),

	THREADS(Feature.THREADS, "phase 4", "2", "proposals/threads/.*"),

	CUSTOM_PAGE_SIZES(Feature.CUSTOM_PAGE_SIZES, "phase 3", "2", "proposals/custom-page-sizes/.*"),

	WIDE_ARITHMETIC(Feature.WIDE_ARITHMETIC, "phase 4", "1", "proposals/wide-arithmetic/.*"),

	LEGACY_EXCEPTIONS(Feature.LEGACY_EXCEPTIONS, "deprecated", "none", "legacy/.*",
			"modules in the wild still use them"),

	/// Annotations, which change nothing but what tools see.
	ANNOTATIONS(null, "3.0", "3", "custom/.*", "annotations in the text format, branch hints, names; always on");

	private final @Nullable Feature feature;

	private final String standard;

	private final String tier;

	private final Pattern files;

	private final String notes;

	Proposal(@Nullable Feature feature, String standard, String tier, String files) {
		this(feature, standard, tier, files, "");
	}

	Proposal(@Nullable Feature feature, String standard, String tier, String files, String notes) {
		this.feature = feature;
		this.standard = standard;
		this.tier = tier;
		this.files = Pattern.compile(files);
		this.notes = notes;
	}

	/// What a file of the suite is about.
	/// @param file its path, relative to the suite
	static Proposal of(String file) {
		String name = file.substring(0, file.length() - ".wast".length());
		Proposal[] all = values();
		for (int i = all.length - 1; i > 0; i--) {
			if (all[i].files.matcher(name).matches()) {
				return all[i];
			}
		}
		return CORE;
	}

	/// Whether there is a row for each feature.
	static boolean knows(Feature feature) {
		return Arrays.stream(values()).anyMatch((proposal) -> proposal.feature == feature);
	}

	/// The feature's name, or what it is if it is none.
	String title() {
		return (this.feature != null) ? "`" + this.feature.specName() + "`" : "annotations";
	}

	String byDefault() {
		return (this.feature == null || Feature.DEFAULT.contains(Objects.requireNonNull(this.feature))) ? "on" : "off";
	}

	String standard() {
		return this.standard;
	}

	String tier() {
		return this.tier;
	}

	String notes() {
		return this.notes;
	}

}
