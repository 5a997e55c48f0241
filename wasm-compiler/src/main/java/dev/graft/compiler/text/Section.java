package dev.graft.compiler.text;

/// The sections of a binary module other than custom ones, in the order in which they
/// stand there.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/modules.html#sections">Binary
/// Format, "Sections"</a>
enum Section {

	TYPE(1), IMPORT(2), FUNCTION(3), TABLE(4), MEMORY(5), TAG(13), GLOBAL(6), EXPORT(7), START(8), ELEMENT(9),
	DATA_COUNT(12), CODE(10), DATA(11);

	private final int id;

	Section(int id) {
		this.id = id;
	}

	/// The byte that the section begins with.
	int id() {
		return this.id;
	}

	/// Whether the section is a vector of entries.
	boolean isVector() {
		return this != START && this != DATA_COUNT;
	}

}
