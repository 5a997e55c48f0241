package dev.graft.compiler.text;

import dev.graft.artifact.spi.MalformedModuleException;
import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// A place between tokens, moving forward: what all parsers share.
///
/// Methods called `at…` look, `try…` step over what they are asked for if it is there,
/// and all others insist on it.
public final class TokenCursor {

	private final Tokens tokens;

	private int at;

	private @Nullable Annotations annotations;

	/// Starts before a token.
	public TokenCursor(Tokens tokens, int start) {
		this.tokens = tokens;
		this.at = start;
	}

	/// Gives the cursor the annotations of the module that it goes through.
	void annotate(Annotations annotations) {
		this.annotations = annotations;
	}

	/// The annotations of the module, null if nobody looks at them.
	@Nullable Annotations annotations() {
		return this.annotations;
	}

	/// Whether an identifier is next, or a name in an annotation.
	boolean atName() {
		return at(TokenKind.IDENTIFIER) || (this.annotations != null && this.annotations.hasName(this.at));
	}

	/// The name that stands before the next token in an annotation, null if there is
	/// none.
	@Nullable String tryAnnotatedName() {
		return (this.annotations != null) ? this.annotations.takeName(this.at) : null;
	}

	/// The index of the next token.
	public int token() {
		return this.at;
	}

	/// The tokens.
	public Tokens tokens() {
		return this.tokens;
	}

	/// Where the next token begins in the text.
	public int textOffset() {
		return this.tokens.start(this.at);
	}

	/// The kind of the next token.
	public TokenKind kind() {
		return this.tokens.kind(this.at);
	}

	/// The characters of the next token.
	public String text() {
		return this.tokens.text(this.at);
	}

	/// Goes to a token.
	public void moveTo(int token) {
		this.at = token;
	}

	/// Steps over the next token, whatever it is. Returns the token.
	public int skip() {
		return (kind() == TokenKind.END) ? this.at : this.at++;
	}

	/// Whether a token of this kind is next.
	public boolean at(TokenKind kind) {
		return kind() == kind;
	}

	/// Whether this keyword is next.
	public boolean atKeyword(String keyword) {
		return this.tokens.isKeyword(this.at, keyword);
	}

	/// Whether a form `(keyword …)` is next.
	public boolean atForm(String keyword) {
		return at(TokenKind.LEFT_PARENTHESIS) && this.tokens.isKeyword(this.at + 1, keyword);
	}

	/// Whether an index is next: a number or an identifier.
	public boolean atIndex() {
		return at(TokenKind.INTEGER) || at(TokenKind.IDENTIFIER);
	}

	/// Steps over a keyword if it is next.
	public boolean tryKeyword(String keyword) {
		boolean found = atKeyword(keyword);
		if (found) {
			this.at++;
		}
		return found;
	}

	/// Steps over `(keyword` if it is next.
	public boolean tryForm(String keyword) {
		boolean found = atForm(keyword);
		if (found) {
			this.at += 2;
		}
		return found;
	}

	/// Steps over a closing parenthesis if it is next.
	public boolean tryClose() {
		boolean found = at(TokenKind.RIGHT_PARENTHESIS);
		if (found) {
			this.at++;
		}
		return found;
	}

	/// Steps over `(keyword`.
	public void openForm(String keyword) {
		if (!tryForm(keyword)) {
			throw unexpectedForm("\"(" + keyword + "\"");
		}
	}

	/// Steps over a closing parenthesis.
	public void close() {
		take(TokenKind.RIGHT_PARENTHESIS, TokenKind.RIGHT_PARENTHESIS.toString());
	}

	/// Steps over the rest of the form that begins at this opening parenthesis.
	public void skipForm(int openingToken) {
		this.at = this.tokens.closing(openingToken);
		skip();
	}

	/// Steps over a token of this kind and returns it.
	public int take(TokenKind kind, String expected) {
		if (!at(kind)) {
			throw unexpected(expected);
		}
		return this.at++;
	}

	/// A string literal's bytes.
	public byte[] takeString() {
		int token = take(TokenKind.STRING, "a string");
		return StringLiteral.bytes(this.tokens.source(), this.tokens.start(token), this.tokens.end(token));
	}

	/// A string literal that is a name, so its bytes are UTF-8.
	public String takeName() {
		int token = this.at;
		byte[] bytes = takeString();
		if (!Utf8.isValid(bytes)) {
			throw error(token, "malformed UTF-8 encoding", "a name in UTF-8", this.tokens.text(token));
		}
		return new String(bytes, StandardCharsets.UTF_8);
	}

	/// An identifier, without its dollar sign and with its escapes resolved.
	public String takeIdentifier() {
		int token = take(TokenKind.IDENTIFIER, "an identifier");
		SourceText source = this.tokens.source();
		int start = this.tokens.start(token) + 1;
		int end = this.tokens.end(token);
		if (source.at(start) != '"') {
			return source.slice(start, end);
		}
		return new String(StringLiteral.bytes(source, start, end), StandardCharsets.UTF_8);
	}

	/// An unsigned 32-bit number.
	public int takeU32() {
		return takeInt(TokenKind.INTEGER, IntegerLiteral::unsigned32, "i32 constant out of range");
	}

	/// An unsigned 64-bit number.
	public long takeU64() {
		return takeLong(TokenKind.INTEGER, IntegerLiteral::unsigned64, "i64 constant out of range");
	}

	/// The unsigned 64-bit number of a keyword such as `offset=16`, or `otherwise` if the
	/// next token is no such keyword.
	public long takeSettingOr(String prefix, long otherwise) {
		if (!at(TokenKind.KEYWORD) || !text().startsWith(prefix)) {
			return otherwise;
		}
		int numberStart = textOffset() + prefix.length();
		boolean number = NumberShape.of(this.tokens.source(), numberStart,
				this.tokens.end(this.at)) == TokenKind.INTEGER;
		if (!number || NumberShape.isSign(text().charAt(prefix.length()))) {
			throw error(this.at, "unknown operator " + text(), prefix + " and a number", text());
		}
		long value = unsigned(text().substring(prefix.length()));
		this.at++;
		return value;
	}

	private long unsigned(String digits) {
		try {
			return IntegerLiteral.unsigned64(digits);
		}
		catch (NumberFormatException ex) {
			MalformedModuleException outOfRange = error(this.at, "i64 constant out of range", "a number in range",
					digits);
			throw (MalformedModuleException) outOfRange.initCause(ex);
		}
	}

	/// A lane of an `i8x16`.
	public int takeI8() {
		return takeInt(TokenKind.INTEGER, IntegerLiteral::either8, "constant out of range");
	}

	/// A lane of an `i16x8`.
	public int takeI16() {
		return takeInt(TokenKind.INTEGER, IntegerLiteral::either16, "constant out of range");
	}

	/// The value of an `i32.const`.
	public int takeI32() {
		return takeInt(TokenKind.INTEGER, IntegerLiteral::either32, "constant out of range");
	}

	/// The value of an `i64.const`.
	public long takeI64() {
		return takeLong(TokenKind.INTEGER, IntegerLiteral::either64, "constant out of range");
	}

	/// The bits of an `f32.const`.
	public int takeF32() {
		return takeInt(TokenKind.FLOAT, FloatLiteral::bits32, "constant out of range");
	}

	/// The bits of an `f64.const`.
	public long takeF64() {
		return takeLong(TokenKind.FLOAT, FloatLiteral::bits64, "constant out of range");
	}

	private int takeInt(TokenKind kind, ToIntFunction<String> parse, String messageOutOfRange) {
		return (int) takeLong(kind, parse::applyAsInt, messageOutOfRange);
	}

	private long takeLong(TokenKind kind, ToLongFunction<String> parse, String messageOutOfRange) {
		if (!at(kind) && !at(TokenKind.INTEGER)) {
			throw unexpected(kind.toString());
		}
		try {
			long value = parse.applyAsLong(text());
			this.at++;
			return value;
		}
		catch (NumberFormatException ex) {
			MalformedModuleException outOfRange = error(this.at, messageOutOfRange, "a number in range", text());
			throw (MalformedModuleException) outOfRange.initCause(ex);
		}
	}

	/// Complains about the next token.
	/// @param expected what should be there, as a noun with its article
	public MalformedModuleException unexpected(String expected) {
		return unexpected(this.at, expected);
	}

	/// Complains about the next form: about its keyword if there is one, since that is
	/// what tells forms apart.
	public MalformedModuleException unexpectedForm(String expected) {
		boolean named = at(TokenKind.LEFT_PARENTHESIS) && isWord(this.at + 1);
		return unexpected(named ? this.at + 1 : this.at, expected);
	}

	private MalformedModuleException unexpected(int token, String expected) {
		if (this.tokens.kind(token) == TokenKind.END) {
			return error(token, "unexpected token", expected, TokenKind.END.toString());
		}
		String found = this.tokens.text(token);
		if (isWord(token) && !Keywords.isKnown(found)) {
			return error(token, "unknown operator " + found, expected, found);
		}
		return error(token, "unexpected token", expected, found);
	}

	private boolean isWord(int token) {
		TokenKind kind = this.tokens.kind(token);
		return kind == TokenKind.KEYWORD || kind == TokenKind.RESERVED;
	}

	/// Complains about a token.
	public MalformedModuleException error(int token, String what, String expected, String found) {
		return this.tokens.source().malformed(this.tokens.start(token), what, expected, found);
	}

}
