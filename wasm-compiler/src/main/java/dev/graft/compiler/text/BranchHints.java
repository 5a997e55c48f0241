package dev.graft.compiler.text;

import java.util.ArrayList;
import java.util.List;

/// Which way the branches of a function will probably go.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/appendix/custom.html#branch-hints">Appendix,
/// "Branch Hints"</a>
final class BranchHints {

	private final List<Integer> offsets = new ArrayList<>();

	private final List<Integer> values = new ArrayList<>();

	/// @param offset where the instruction begins in the function's body
	/// @param value 1 if the condition is likely to hold, 0 if not
	void add(int offset, int value) {
		this.offsets.add(offset);
		this.values.add(value);
	}

	boolean isEmpty() {
		return this.offsets.isEmpty();
	}

	/// Writes the hints of a function.
	void write(int functionIndex, BinaryWriter section) {
		section.u32(functionIndex);
		section.u32(this.offsets.size());
		for (int hint = 0; hint < this.offsets.size(); hint++) {
			section.u32(this.offsets.get(hint));
			section.u32(1);
			section.u8(this.values.get(hint));
		}
	}

}
