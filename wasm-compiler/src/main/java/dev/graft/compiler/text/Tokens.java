package dev.graft.compiler.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A text, cut into tokens. White space and comments are gone, and annotations
/// stand beside.
///
/// Tokens are rows of parallel arrays rather than objects, because there are as many of
/// them as there are words in the text. The last token is always [TokenKind#END].
/// Parentheses know their partners, which lets a first pass over a module skip what it
/// does not care about.
public final class Tokens {

	private final SourceText source;

	private TokenKind[] kinds = new TokenKind[64];

	private int[] starts = new int[64];

	private int[] ends = new int[64];

	private int[] closing = new int[64];

	private int count;

	private final List<Annotation> annotations = new ArrayList<>();

	Tokens(SourceText source) {
		this.source = source;
	}

	/// Appends a token and returns its index.
	int add(TokenKind kind, int start, int end) {
		if (this.count == this.kinds.length) {
			grow(this.count * 2);
		}
		this.kinds[this.count] = kind;
		this.starts[this.count] = start;
		this.ends[this.count] = end;
		return this.count++;
	}

	/// Notes an annotation before the next token.
	void add(Annotation annotation) {
		this.annotations.add(annotation);
	}

	/// The annotations that mean something to us.
	List<Annotation> annotations() {
		return this.annotations;
	}

	/// Notes which token closes an opening parenthesis: its partner, or the end of the
	/// text if it has none.
	void close(int opening, int closingToken) {
		this.closing[opening] = closingToken;
	}

	private void grow(int capacity) {
		this.kinds = Arrays.copyOf(this.kinds, capacity);
		this.starts = Arrays.copyOf(this.starts, capacity);
		this.ends = Arrays.copyOf(this.ends, capacity);
		this.closing = Arrays.copyOf(this.closing, capacity);
	}

	/// The text that the tokens were cut from.
	public SourceText source() {
		return this.source;
	}

	/// How many tokens there are, including the end.
	public int count() {
		return this.count;
	}

	/// What kind of token this is.
	public TokenKind kind(int token) {
		return this.kinds[token];
	}

	/// Where the token begins in the text.
	public int start(int token) {
		return this.starts[token];
	}

	/// Where the token ends in the text, exclusively.
	public int end(int token) {
		return this.ends[token];
	}

	/// The token that closes this opening parenthesis, or the end of the text.
	public int closing(int openingToken) {
		return this.closing[openingToken];
	}

	/// The token's characters.
	public String text(int token) {
		return this.source.slice(this.starts[token], this.ends[token]);
	}

	/// Whether the token is this keyword.
	public boolean isKeyword(int token, String keyword) {
		return kind(token) == TokenKind.KEYWORD && this.source.contains(this.starts[token], this.ends[token], keyword);
	}

}
