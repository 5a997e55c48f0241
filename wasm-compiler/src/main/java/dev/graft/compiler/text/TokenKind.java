package dev.graft.compiler.text;

/// The kinds of tokens.
///
/// @see <a href="https://webassembly.github.io/spec/core/text/lexical.html#tokens">Text
/// Format, "Tokens"</a>
public enum TokenKind {

	LEFT_PARENTHESIS("\"(\""), RIGHT_PARENTHESIS("\")\""), KEYWORD("a keyword"), IDENTIFIER("an identifier"),
	STRING("a string"), INTEGER("an integer"), FLOAT("a number"), RESERVED("a reserved token"),
	END("the end of the text");

	private final String description;

	TokenKind(String description) {
		this.description = description;
	}

	/// As messages name it.
	@Override
	public String toString() {
		return this.description;
	}

}
