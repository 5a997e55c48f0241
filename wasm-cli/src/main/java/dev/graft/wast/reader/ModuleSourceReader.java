package dev.graft.wast.reader;

import dev.graft.compiler.text.SourceText;
import dev.graft.compiler.text.TokenCursor;
import dev.graft.compiler.text.TokenKind;
import dev.graft.compiler.text.Tokens;
import dev.graft.wast.ModuleSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Cuts modules out of a script.
final class ModuleSourceReader {

	private static final Set<String> FIELDS = Set.of("type", "rec", "import", "func", "table", "memory", "global",
			"tag", "export", "start", "elem", "data");

	private final TokenCursor cursor;

	ModuleSourceReader(TokenCursor cursor) {
		this.cursor = cursor;
	}

	/// Whether the script consists of the fields of a module.
	boolean atInlineModule() {
		return FIELDS.stream().anyMatch(this.cursor::atForm);
	}

	/// The script as a module.
	ModuleSource wholeText() {
		SourceText source = this.cursor.tokens().source();
		return ModuleSource.Inline.text(source.sliceBytes(0, source.length()));
	}

	/// `(module …)`, in any of its forms.
	ModuleSource read() {
		int opening = this.cursor.token();
		this.cursor.openForm("module");
		int keywordEnd = this.cursor.tokens().end(opening + 1);
		if (this.cursor.tryKeyword("definition")) {
			keywordEnd = this.cursor.tokens().end(this.cursor.token() - 1);
		}
		if (this.cursor.at(TokenKind.IDENTIFIER)) {
			this.cursor.takeIdentifier();
		}
		if (this.cursor.tryKeyword("binary")) {
			return ModuleSource.Inline.binary(strings());
		}
		if (this.cursor.tryKeyword("quote")) {
			return ModuleSource.Inline.text(strings());
		}
		return text(opening, keywordEnd);
	}

	/// The text of a module, without `definition`, which belongs to the script.
	private ModuleSource text(int opening, int keywordEnd) {
		this.cursor.skipForm(opening);
		Tokens tokens = this.cursor.tokens();
		ByteArrayOutputStream text = new ByteArrayOutputStream();
		text.writeBytes("(module".getBytes(StandardCharsets.US_ASCII));
		text.writeBytes(tokens.source().sliceBytes(keywordEnd, tokens.end(this.cursor.token() - 1)));
		return ModuleSource.Inline.text(text.toByteArray());
	}

	/// Strings up to the closing parenthesis, one after the other.
	private byte[] strings() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		while (!this.cursor.tryClose()) {
			bytes.writeBytes(this.cursor.takeString());
		}
		return bytes.toByteArray();
	}

}
