package dev.graft.compiler.text;

import dev.graft.compiler.op.OpTable;
import java.util.Set;

/// The words that mean something somewhere.
///
/// The specification's tests tell apart a known word in the wrong place ("unexpected
/// token") from a word that does not exist at all ("unknown operator").
final class Keywords {

	private static final Set<String> STRUCTURE = Set.of("module", "type", "rec", "sub", "final", "func", "struct",
			"array", "field", "param", "result", "local", "import", "export", "table", "memory", "global", "tag",
			"elem", "data", "start", "declare", "offset", "item", "mut", "shared", "pagesize", "then", "do", "catch",
			"catch_ref", "catch_all", "catch_all_ref", "ref", "null", "definition", "instance", "binary", "quote",
			"nan:canonical", "nan:arithmetic");

	private static final Set<String> TYPES = Set.of("i8", "i16", "i32", "i64", "f32", "f64", "v128", "i8x16", "i16x8",
			"i32x4", "i64x2", "f32x4", "f64x2", "funcref", "externref", "anyref", "eqref", "i31ref", "structref",
			"arrayref", "exnref", "nullref", "nullfuncref", "nullexternref", "nullexnref", "extern", "any", "eq", "i31",
			"exn", "none", "nofunc", "noextern", "noexn");

	private Keywords() {
	}

	/// Whether the word means something somewhere.
	static boolean isKnown(String word) {
		return STRUCTURE.contains(word) || TYPES.contains(word) || OpTable.byMnemonic(word) != null
				|| word.startsWith("offset=") || word.startsWith("align=");
	}

}
