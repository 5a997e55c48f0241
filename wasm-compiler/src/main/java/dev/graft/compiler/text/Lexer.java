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

	private final int end;

	private int at;

	private Lexer(SourceText source, int from, int end) {
		this.source = source;
		this.tokens = new Tokens(source);
		this.at = from;
		this.end = end;
	}

	/// Cuts a text into tokens.
	/// @throws MalformedModuleException if something in it belongs to no token
	public static Tokens tokenize(SourceText source) {
		Utf8.check(source);
		return tokenize(source, 0, source.length());
	}

	/// Cuts a part of a text into tokens.
	static Tokens tokenize(SourceText source, int from, int end) {
		Lexer lexer = new Lexer(source, from, end);
		lexer.run();
		return lexer.tokens;
	}

	/// The byte at an offset, as an unsigned number, or -1 behind the end.
	private int at(int offset) {
		return (offset < this.end) ? this.source.at(offset) : -1;
	}

	private void run() {
		while (skipToToken()) {
			int start = this.at;
			switch (at(start)) {
				case '(' -> openParenthesis();
				case ')' -> closeParenthesis();
				default -> this.tokens.add(scanWord(), start, this.at);
			}
		}
		int last = this.tokens.add(TokenKind.END, this.end, this.end);
		this.open.forEach((opening) -> this.tokens.close(opening, last));
	}

	private void openParenthesis() {
		if (at(this.at + 1) == '@') {
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
			int c = at(this.at);
			if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
				this.at++;
			}
			else if (c == ';' && at(this.at + 1) == ';') {
				skipLineComment();
			}
			else if (c == '(' && at(this.at + 1) == ';') {
				skipBlockComment();
			}
			else {
				return c != -1;
			}
		}
	}

	private void skipLineComment() {
		int c = at(this.at);
		while (c != -1 && c != '\n' && c != '\r') {
			c = at(++this.at);
		}
	}

	/// Block comments nest.
	private void skipBlockComment() {
		int start = this.at;
		int depth = 0;
		do {
			int c = at(this.at);
			int next = at(this.at + 1);
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

	/// Annotations may hold any tokens, with balanced parentheses. Those that mean
	/// something to us are kept for the parser.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/text/lexical.html#annotations">Text
	/// Format, "Annotations"</a>
	private void skipAnnotation() {
		int start = this.at;
		this.at += 2;
		scanAnnotationId(start);
		String id = this.source.slice(start + 2, this.at);
		int contents = this.at;
		skipAnnotationContents(start);
		if (Annotation.isKnown(id)) {
			int enclosing = this.open.isEmpty() ? -1 : this.open.peek();
			boolean inFunction = this.open.stream().anyMatch((opening) -> this.tokens.isKeyword(opening + 1, "func"));
			this.tokens
				.add(new Annotation(id, start, contents, this.at - 1, this.tokens.count(), enclosing, inFunction));
		}
	}

	private void skipAnnotationContents(int start) {
		int depth = 1;
		while (depth > 0) {
			if (!skipToToken()) {
				throw this.source.malformed(start, "unclosed annotation", "\")\"", "the end of the text");
			}
			switch (at(this.at)) {
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
		int c = at(start);
		while (isIdentifierCharacter(c) || isReservedPunctuation(c) || c == '"') {
			if (c == '"') {
				scanString();
			}
			else {
				this.at++;
			}
			c = at(this.at);
		}
		if (this.at == start) {
			throw illegalCharacter(start);
		}
	}

	private void scanAnnotationId(int start) {
		int idStart = this.at;
		if (at(this.at) == '"') {
			scanNameString(start, "empty annotation id");
			return;
		}
		while (isIdentifierCharacter(at(this.at))) {
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
			int c = at(this.at);
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
			case ';' -> at(this.at + 1) != ';';
			default -> false;
		};
	}

	/// A string that begins where the word begins is a token of its own or, behind a
	/// dollar sign, a quoted identifier; anywhere else it makes the word a reserved
	/// token. Returns the end of a string of the first two sorts.
	private int scanStringOfWord(int wordStart) {
		int offset = this.at - wordStart;
		if (offset == 1 && at(wordStart) == '$') {
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
		return (at(start) == '$') ? TokenKind.IDENTIFIER : TokenKind.STRING;
	}

	private TokenKind classify(int start) {
		int first = at(start);
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
		return this.source.malformed(offset, "illegal character", "a token", "0x%02x".formatted(at(offset)));
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
