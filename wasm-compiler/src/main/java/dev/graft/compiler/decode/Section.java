package dev.graft.compiler.decode;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The sections, in the order in which they must come; custom sections may be anywhere.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/modules.html#sections">Binary
/// Format, "Sections"</a>
public enum Section {

	CUSTOM(0), TYPE(1), IMPORT(2), FUNCTION(3), TABLE(4), MEMORY(5), TAG(13), GLOBAL(6), EXPORT(7), START(8),
	ELEMENT(9), DATA_COUNT(12), CODE(10), DATA(11);

	private static final @Nullable Section[] BY_ID = new @Nullable Section[values().length];

	static {
		for (Section section : values()) {
			BY_ID[section.id] = section;
		}
	}

	private final int id;

	Section(int id) {
		this.id = id;
	}

	/// The section with an id, null if there is none.
	static @Nullable Section byId(int id) {
		return (id < BY_ID.length) ? BY_ID[id] : null;
	}

	/// In lower case, for messages: `data count`.
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}
