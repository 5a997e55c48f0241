package dev.graft.artifact.type;

import java.util.Locale;

/// The kinds of things that can be imported and exported, in the order of their binary
/// codes.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/modules.html#export-section">Binary
/// Format, "Export Section"</a>
public enum ExternalKind {

	FUNCTION, TABLE, MEMORY, GLOBAL, TAG;

	/// In lower case, for messages: `function`.
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
