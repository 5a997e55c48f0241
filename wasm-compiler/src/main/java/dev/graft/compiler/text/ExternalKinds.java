package dev.graft.compiler.text;

import dev.graft.artifact.type.ExternalKind;

/// The keywords of the five kinds of things that can be imported and exported.
///
/// @see <a href="https://webassembly.github.io/spec/core/text/modules.html#exports">Text
/// Format, "Exports"</a>
final class ExternalKinds {

	private ExternalKinds() {
	}

	/// Steps over `(func`, `(table`, `(memory`, `(global` or `(tag` and says which it
	/// was.
	static ExternalKind open(TokenCursor cursor) {
		for (ExternalKind kind : ExternalKind.values()) {
			if (cursor.tryForm(keyword(kind))) {
				return kind;
			}
		}
		throw cursor.unexpectedForm("\"(func\", \"(table\", \"(memory\", \"(global\" or \"(tag\"");
	}

	private static String keyword(ExternalKind kind) {
		return switch (kind) {
			case FUNCTION -> "func";
			case TABLE -> "table";
			case MEMORY -> "memory";
			case GLOBAL -> "global";
			case TAG -> "tag";
		};
	}

}
