package dev.graft.compiler.text;

import java.util.Arrays;

/// Which place in the text each byte of the binary module comes from.
///
/// Holds one entry per instruction, module field and section entry, sorted by offset.
/// Immutable.
public final class SourceMap {

	private final SourceText source;

	private final int[] binaryOffsets;

	private final int[] textOffsets;

	/// Both arrays in step, the first one ascending.
	SourceMap(SourceText source, int[] binaryOffsets, int[] textOffsets) {
		this.source = source;
		this.binaryOffsets = binaryOffsets;
		this.textOffsets = textOffsets;
	}

	/// The place in the text that the byte at this offset of the binary module comes
	/// from: that of the closest entry at or before the offset, or the beginning of the
	/// text.
	public SourcePosition position(long binaryOffset) {
		int offset = (int) Math.min(binaryOffset, Integer.MAX_VALUE);
		int found = Arrays.binarySearch(this.binaryOffsets, offset);
		int entry = (found >= 0) ? found : -found - 2;
		return this.source.position((entry >= 0) ? this.textOffsets[entry] : 0);
	}

	/// How many places the map knows.
	public int size() {
		return this.binaryOffsets.length;
	}

}
