package dev.graft.compiler.text;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One of the index spaces of a module or a function: which identifier stands for which
/// number.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/text/conventions.html#contexts">Text
/// Format, "Contexts"</a>
final class IndexSpace {

	private final String noun;

	private final Map<String, Integer> indices = new HashMap<>();

	private final Map<Integer, String> names = new LinkedHashMap<>();

	private int size;

	/// @param noun what messages call its members
	IndexSpace(String noun) {
		this.noun = noun;
	}

	/// How many members there are.
	int size() {
		return this.size;
	}

	/// Adds a member without an identifier.
	int define() {
		return this.size++;
	}

	/// Adds a member, with the identifier that is next if there is one. A name in an
	/// annotation is what debuggers shall see instead.
	int define(TokenCursor cursor) {
		if (cursor.at(TokenKind.IDENTIFIER)) {
			int token = cursor.token();
			String name = cursor.takeIdentifier();
			if (this.indices.putIfAbsent(name, this.size) != null) {
				throw cursor.error(token, "duplicate " + this.noun, "a new identifier", "$" + name);
			}
			this.names.put(this.size, name);
		}
		@Nullable String annotated = cursor.tryAnnotatedName();
		if (annotated != null) {
			this.names.put(this.size, annotated);
		}
		return this.size++;
	}

	/// The index that is next, as a number or an identifier. Whether the number is in
	/// range is for the validator to say.
	int resolve(TokenCursor cursor) {
		if (cursor.at(TokenKind.INTEGER)) {
			return cursor.takeU32();
		}
		int token = cursor.token();
		if (!cursor.at(TokenKind.IDENTIFIER)) {
			throw cursor.unexpected("a " + this.noun + " index");
		}
		String name = cursor.takeIdentifier();
		@Nullable Integer index = this.indices.get(name);
		if (index == null) {
			throw cursor.error(token, "unknown " + this.noun, "an identifier in scope", "$" + name);
		}
		return index;
	}

	/// The index that is next, or `otherwise` if none is.
	int resolveOr(TokenCursor cursor, int otherwise) {
		return cursor.atIndex() ? resolve(cursor) : otherwise;
	}

	/// The names by index, ascending.
	Map<Integer, String> names() {
		return this.names;
	}

}
