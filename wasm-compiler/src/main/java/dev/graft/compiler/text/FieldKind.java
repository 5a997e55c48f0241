package dev.graft.compiler.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The kinds of module fields, by their keywords.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/text/modules.html#text-module">Text
/// Format, "Modules"</a>
enum FieldKind {

	TYPE("type"), REC("rec"), IMPORT("import"), FUNCTION("func"), TABLE("table"), MEMORY("memory"), GLOBAL("global"),
	TAG("tag"), EXPORT("export"), START("start"), ELEMENT("elem"), DATA("data");

	private final String keyword;

	FieldKind(String keyword) {
		this.keyword = keyword;
	}

	/// The kind of the field that is next, whose parenthesis and keyword are stepped
	/// over.
	static FieldKind open(TokenCursor cursor) {
		@Nullable FieldKind kind = Arrays.stream(values())
			.filter((candidate) -> cursor.atForm(candidate.keyword))
			.findFirst()
			.orElse(null);
		if (kind == null) {
			throw cursor.unexpectedForm("a module field");
		}
		cursor.openForm(kind.keyword);
		return kind;
	}

}
