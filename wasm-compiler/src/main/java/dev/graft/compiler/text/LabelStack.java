package dev.graft.compiler.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The labels in scope, innermost last. Unlike all other identifiers they may shadow each
/// other.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/text/instructions.html#labels">Text
/// Format, "Labels"</a>
final class LabelStack {

	private final List<@Nullable String> labels = new ArrayList<>();

	/// Enters a block; null if it has no identifier.
	void push(@Nullable String label) {
		this.labels.add(label);
	}

	/// Leaves the innermost block.
	void pop() {
		this.labels.removeLast();
	}

	/// The innermost block's identifier.
	@Nullable String innermost() {
		return this.labels.getLast();
	}

	/// The label that is next, as a number or an identifier.
	int resolve(TokenCursor cursor) {
		if (cursor.at(TokenKind.INTEGER)) {
			return cursor.takeU32();
		}
		int token = cursor.token();
		if (!cursor.at(TokenKind.IDENTIFIER)) {
			throw cursor.unexpected("a label");
		}
		String name = cursor.takeIdentifier();
		int found = this.labels.lastIndexOf(name);
		if (found < 0) {
			throw cursor.error(token, "unknown label", "a label in scope", "$" + name);
		}
		return this.labels.size() - 1 - found;
	}

}
