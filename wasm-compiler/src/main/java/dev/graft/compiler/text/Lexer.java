package dev.graft.compiler.text;

import dev.graft.artifact.spi.MalformedModuleException;
import java.util.ArrayDeque;
import java.util.Deque;

/// Cuts a text into tokens.
///
/// Like the specification's grammar it takes the longest token it can find, so `0drop` is
/// one token, though not one that means anything: it is "reserved", and the parser will
/// call it unknown.
///
/// @see <a href="https://webassembly.github.io/spec/core/text/lexical.html">Text Format,
/// "Lexical Format"</a>
public final class Lexer {

	private final SourceText source;

	private final Tokens tokens;

	private final Deque<Integer> open = new ArrayDeque<>();

	private int at;

	private Lexer(SourceText source) {
		this.source = source;
		this.tokens = new Tokens(source);
	}

	/// Cuts a text into tokens.
	/// @throws MalformedModuleException if something in it belongs to no token
	public static Tokens tokenize(SourceText source) {
		Utf8.check(source);
		Lexer lexer = new Lexer(source);
		lexer.run();
		return lexer.tokens;
	}

	private void run() {
		while (skipToToken()) {
			int start = this.at;
			switch (this.source.at(start)) {
				case '(' -> openParenthesis();
				case ')' -> closeParenthesis();
				default -> this.tokens.add(scanWord(), start, this.at);
			}
		}
		int end = this.tokens.add(TokenKind.END, this.source.length(), this.source.length());
		this.open.forEach((opening) -> this.tokens.close(opening, end));
	}

	private void openParenthesis() {
		if (this.source.at(this.at + 1) == '@') {
			skipAnnotation();
			return;
		}
		this.open.push(this.tokens.add(TokenKind.LEFT_PARENTHESIS, this.at, ++this.at));
	}

	private void closeParenthesis() {
		int token = this.tokens.add(TokenKind.RIGHT_PARENTHESIS, this.at, ++this.at);
		if (!this.open.isEmpty()) {
			this.tokens.close(this.open.pop(), token);
		}
	}

	/// Skips white space and comments. Returns false at the end of the text.
	private boolean skipToToken() {
		while (true) {
			int c = this.source.at(this.at);
			if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
				this.at++;
			}
			else if (c == ';' && this.source.at(this.at + 1) == ';') {
				skipLineComment();
			}
			else if (c == '(' && this.source.at(this.at + 1) == ';') {
				skipBlockComment();
			}
			else {
				return c != -1;
			}
		}
	}

	private void skipLineComment() {
		int c = this.source.at(this.at);
		while (c != -1 && c != '\n' && c != '\r') {
			c = this.source.at(++this.at);
		}
	}

	/// Block comments nest.
	private void skipBlockComment() {
		int start = this.at;
		int depth = 0;
		do {
			int c = this.source.at(this.at);
			int next = this.source.at(this.at + 1);
			if (c == '(' && next == ';') {
				depth++;
				this.at += 2;
			}
			else if (c == ';' && next == ')') {
				depth--;
				this.at += 2;
			}
			else if (c == -1) {
				throw this.source.malformed(start, "unclosed comment", "\";)\"", "the end of the text");
			}
			else {
				this.at++;
			}
		}
		while (depth > 0);
	}

	/// Annotations may hold any tokens, with balanced parentheses. None of them means
	/// anything to us yet.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/text/lexical.html#annotations">Text
	/// Format, "Annotations"</a>
	private void skipAnnotation() {
		int start = this.at;
		this.at += 2;
		scanAnnotationId(start);
		int depth = 1;
		while (depth > 0) {
			if (!skipToToken()) {
				throw this.source.malformed(start, "unclosed annotation", "\")\"", "the end of the text");
			}
			switch (this.source.at(this.at)) {
				case '(' -> {
					depth++;
					this.at++;
				}
				case ')' -> {
					depth--;
					this.at++;
				}
				default -> skipAnnotationWord();
			}
		}
	}

	private void skipAnnotationWord() {
		int start = this.at;
		int c = this.source.at(start);
		while (isIdentifierCharacter(c) || isReservedPunctuation(c) || c == '"') {
			if (c == '"') {
				scanString();
			}
			else {
				this.at++;
			}
			c = this.source.at(this.at);
		}
		if (this.at == start) {
			throw illegalCharacter(start);
		}
	}

	private void scanAnnotationId(int start) {
		int idStart = this.at;
		if (this.source.at(this.at) == '"') {
			scanNameString(start, "empty annotation id");
			return;
		}
		while (isIdentifierCharacter(this.source.at(this.at))) {
			this.at++;
		}
		if (this.at == idStart) {
			throw emptyName(start, "empty annotation id");
		}
	}

	/// Scans characters and strings up to the next white space, parenthesis or comment.
	private TokenKind scanWord() {
		int start = this.at;
		boolean plain = true;
		int stringEnd = -1;
		while (true) {
			int c = this.source.at(this.at);
			if (isIdentifierCharacter(c)) {
				this.at++;
			}
			else if (c == '"') {
				plain = false;
				stringEnd = scanStringOfWord(start);
			}
			else if (isReservedPunctuation(c)) {
				plain = false;
				this.at++;
			}
			else {
				break;
			}
		}
		if (this.at == start) {
			throw illegalCharacter(start);
		}
		if (plain) {
			return classify(start);
		}
		return classifyQuoted(start, stringEnd);
	}

	private boolean isReservedPunctuation(int c) {
		return switch (c) {
			case ',', '[', ']', '{', '}' -> true;
			case ';' -> this.source.at(this.at + 1) != ';';
			default -> false;
		};
	}

	/// A string that begins where the word begins is a token of its own or, behind a
	/// dollar sign, a quoted identifier; anywhere else it makes the word a reserved
	/// token. Returns the end of a string of the first two sorts.
	private int scanStringOfWord(int wordStart) {
		int offset = this.at - wordStart;
		if (offset == 1 && this.source.at(wordStart) == '$') {
			scanNameString(wordStart, "empty identifier");
			return this.at;
		}
		scanString();
		return (offset == 0) ? this.at : -1;
	}

	private TokenKind classifyQuoted(int start, int stringEnd) {
		if (this.at != stringEnd) {
			return TokenKind.RESERVED;
		}
		return (this.source.at(start) == '$') ? TokenKind.IDENTIFIER : TokenKind.STRING;
	}

	private TokenKind classify(int start) {
		int first = this.source.at(start);
		if (first == '$') {
			if (this.at == start + 1) {
				throw emptyName(start, "empty identifier");
			}
			return TokenKind.IDENTIFIER;
		}
		TokenKind number = NumberShape.of(this.source, start, this.at);
		if (number != TokenKind.RESERVED) {
			return number;
		}
		return (first >= 'a' && first <= 'z') ? TokenKind.KEYWORD : TokenKind.RESERVED;
	}

	/// A string that stands for a name must not be empty and must be UTF-8 after its
	/// escapes are resolved. The reference implementation's lexer knows no broken string
	/// in this place; hence the same message.
	private void scanNameString(int tokenStart, String messageWhenEmpty) {
		int start = this.at;
		try {
			scanString();
		}
		catch (MalformedModuleException ex) {
			throw (MalformedModuleException) emptyName(tokenStart, messageWhenEmpty).initCause(ex);
		}
		byte[] name = StringLiteral.bytes(this.source, start, this.at);
		if (name.length == 0) {
			throw emptyName(tokenStart, messageWhenEmpty);
		}
		if (!Utf8.isValid(name)) {
			throw this.source.malformed(tokenStart, "malformed UTF-8 encoding", "a name in UTF-8",
					this.source.slice(tokenStart, this.at));
		}
	}

	private void scanString() {
		this.at = StringLiteral.end(this.source, this.at);
	}

	private MalformedModuleException emptyName(int offset, String what) {
		return this.source.malformed(offset, what, "at least one character", "none");
	}

	private MalformedModuleException illegalCharacter(int offset) {
		return this.source.malformed(offset, "illegal character", "a token",
				"0x%02x".formatted(this.source.at(offset)));
	}

	/// @see <a
	/// href="https://webassembly.github.io/spec/core/text/values.html#text-idchar">Text
	/// Format, "Identifiers"</a>
	private static boolean isIdentifierCharacter(int c) {
		return switch (c) {
			case '"', '(', ')', ',', ';', '[', ']', '{', '}' -> false;
			default -> c > ' ' && c < 0x7F;
		};
	}

}
