package dev.graft.artifact.module;

import dev.graft.artifact.type.ReferenceType;

/// An element segment.
///
/// @param type what it holds
/// @param count how many
/// @param sectionOffset where, in the section `.wasm.elements`, `count` function indices
/// begin, four bytes each, with [#NULL_ITEM] for null; [#COMPUTED] if the generated
/// initializer makes the items
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/modules.html#element-segments">Structure,
/// Modules, "Element Segments"</a>
public record ElementSegment(ReferenceType type, int count, long sectionOffset) {

	/// The section offset of a segment whose items the generated initializer makes.
	public static final long COMPUTED = -1;

	/// The item that stands for a null reference.
	public static final int NULL_ITEM = 0xFFFF_FFFF;

	/// Whether the generated initializer makes the items.
	public boolean computed() {
		return this.sectionOffset == COMPUTED;
	}

}
