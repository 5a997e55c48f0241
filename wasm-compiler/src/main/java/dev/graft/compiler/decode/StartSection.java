package dev.graft.compiler.decode;

/// The start function.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/modules.html#start-section">Binary
/// Format, "Start Section"</a>
final class StartSection {

	private StartSection() {
	}

	static void decode(SectionInput in) {
		int offset = in.cursor().position();
		in.module().start(in.cursor().u32(), offset);
	}

}
