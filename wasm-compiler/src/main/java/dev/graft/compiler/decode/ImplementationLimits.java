package dev.graft.compiler.decode;

/// How large the parts of a module may be. The numbers are those of the JavaScript API,
/// so that what browsers accept is accepted, but for the size of a body, which may be
/// about twice as large; operands and nesting are limited besides, for a few bytes of a
/// module can ask for any number of them.
///
/// @see <a href="https://webassembly.github.io/spec/js-api/index.html#limits">JavaScript
/// API, "Implementation-defined Limits"</a>
public final class ImplementationLimits {

	/// How many operands a function may have on its stack.
	public static final int OPERANDS = 100_000;

	/// How deeply blocks may be nested.
	public static final int NESTED_BLOCKS = 1_000_000;

	static final int TYPES = 1_000_000;

	static final int FUNCTIONS = 1_000_000;

	static final int IMPORTS = 1_000_000;

	static final int EXPORTS = 1_000_000;

	static final int GLOBALS = 1_000_000;

	static final int TAGS = 1_000_000;

	static final int CATCH_CLAUSES = 10_000;

	static final int TABLES = 100_000;

	static final int MEMORIES = 100;

	static final int DATA_SEGMENTS = 100_000;

	static final int ELEMENT_SEGMENTS = 10_000_000;

	static final int SEGMENT_ELEMENTS = 10_000_000;

	static final int PARAMETERS = 1_000;

	static final int RESULTS = 1_000;

	static final int FIELDS = 10_000;

	/// The operands of `array.new_fixed`.
	public static final int FIXED_ELEMENTS = 10_000;

	static final int LOCALS = 50_000;

	static final int FUNCTION_BODY_BYTES = 16_000_000;

	private ImplementationLimits() {
	}

	/// Refuses what is too large.
	/// @param cursor what is being read
	/// @param at where it says how large
	/// @param count how large it is
	/// @param most how large it may be
	/// @param what what is counted
	static void check(ByteCursor cursor, int at, long count, int most, String what) {
		if (count > most) {
			throw cursor.unsupported(at, "more than %d %s".formatted(most, what), "%d found".formatted(count));
		}
	}

}
