package dev.graft.compiler.text;

/// An annotation that means something to us, `(@id …)`.
///
/// @param id which one
/// @param offset where it begins in the text
/// @param contents where what follows its identifier begins
/// @param end where its closing parenthesis is
/// @param nextToken the token behind it
/// @param enclosing the opening parenthesis of the form that it stands in, -1 if it
/// stands in none
/// @param inFunction whether one of the forms around it is a function
/// @see <a
/// href="https://webassembly.github.io/spec/core/text/lexical.html#annotations">Text
/// Format, "Annotations"</a>
record Annotation(String id, int offset, int contents, int end, int nextToken, int enclosing, boolean inFunction) {

	/// A custom section.
	static final String CUSTOM = "custom";

	/// A name for debuggers.
	static final String NAME = "name";

	/// Which way a branch will probably go.
	static final String BRANCH_HINT = "metadata.code.branch_hint";

	/// Whether annotations with this identifier mean something to us.
	static boolean isKnown(String id) {
		return id.equals(CUSTOM) || id.equals(NAME) || id.equals(BRANCH_HINT);
	}

	/// As messages begin.
	String what(String problem) {
		return "@%s annotation: %s".formatted(this.id, problem);
	}

}
