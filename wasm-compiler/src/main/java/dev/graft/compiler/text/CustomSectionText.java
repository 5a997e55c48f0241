package dev.graft.compiler.text;

import dev.graft.artifact.spi.MalformedModuleException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A custom section that an annotation describes: `(@custom "name" (before section)?
/// "contents"*)`.
///
/// @param name its name, in UTF-8
/// @param section the section that it stands next to, null for none
/// @param isBefore whether it stands before that section; without one, before the first
/// or behind the last
/// @param contents what is in it
/// @see <a
/// href="https://webassembly.github.io/spec/core/appendix/custom.html#custom-annotations">Appendix,
/// "Custom Annotations"</a>
@SuppressWarnings("ArrayRecordComponent") // never compared or printed
record CustomSectionText(byte[] name, @Nullable Section section, boolean isBefore, byte[] contents) {

	private static final Map<String, Section> SECTIONS = Map.ofEntries(Map.entry("type", Section.TYPE),
			Map.entry("import", Section.IMPORT), Map.entry("func", Section.FUNCTION), Map.entry("table", Section.TABLE),
			Map.entry("memory", Section.MEMORY), Map.entry("tag", Section.TAG), Map.entry("global", Section.GLOBAL),
			Map.entry("export", Section.EXPORT), Map.entry("start", Section.START), Map.entry("elem", Section.ELEMENT),
			Map.entry("datacount", Section.DATA_COUNT), Map.entry("code", Section.CODE),
			Map.entry("data", Section.DATA));

	/// Parses the contents of an annotation.
	static CustomSectionText parse(Annotation annotation, TokenCursor cursor) {
		if (!cursor.at(TokenKind.STRING)) {
			throw error(annotation, cursor, "missing section name", "a string");
		}
		byte[] name = Annotations.string(cursor, annotation);
		@Nullable Section section = null;
		boolean isBefore = false;
		if (cursor.at(TokenKind.LEFT_PARENTHESIS)) {
			cursor.skip();
			isBefore = cursor.atKeyword("before");
			if (!isBefore && !cursor.atKeyword("after")) {
				throw error(annotation, cursor, "malformed placement", "\"before\" or \"after\"");
			}
			cursor.skip();
			boolean atEdge = cursor.tryKeyword(isBefore ? "first" : "last");
			section = atEdge ? null : section(annotation, cursor);
			cursor.close();
		}
		return new CustomSectionText(name, section, isBefore, Annotations.strings(cursor, annotation));
	}

	private static Section section(Annotation annotation, TokenCursor cursor) {
		@Nullable Section section = cursor.at(TokenKind.KEYWORD) ? SECTIONS.get(cursor.text()) : null;
		if (section == null) {
			throw error(annotation, cursor, "malformed section kind", "the keyword of a section");
		}
		cursor.skip();
		return section;
	}

	private static MalformedModuleException error(Annotation annotation, TokenCursor cursor, String problem,
			String expected) {
		return cursor.error(cursor.token(), annotation.what(problem), expected,
				cursor.at(TokenKind.END) ? "\")\"" : cursor.text());
	}

	/// Writes the section.
	void write(BinaryWriter module) {
		BinaryWriter payload = new BinaryWriter();
		payload.vector(this.name);
		payload.raw(this.contents);
		module.u8(0);
		module.sized(payload);
	}

}
