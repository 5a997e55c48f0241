package dev.graft.spring.canonical;

import java.util.List;

/// Where the elements of a tuple lie in memory: one after the other, each at its
/// alignment.
///
/// @see <a
/// href="https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#element-size">Canonical
/// ABI, "Element Size"</a>
final class TupleLayout {

	private final int[] offsets;

	private final int alignment;

	private final int bytes;

	TupleLayout(List<CanonicalType> types) {
		this.offsets = new int[types.size()];
		this.alignment = types.stream().mapToInt(CanonicalType::alignment).max().orElse(1);
		int end = 0;
		for (int i = 0; i < this.offsets.length; i++) {
			this.offsets[i] = align(end, types.get(i).alignment());
			end = this.offsets[i] + types.get(i).bytes();
		}
		this.bytes = align(end, this.alignment);
	}

	private static int align(int offset, int alignment) {
		return (offset + alignment - 1) / alignment * alignment;
	}

	int offset(int index) {
		return this.offsets[index];
	}

	int alignment() {
		return this.alignment;
	}

	int bytes() {
		return this.bytes;
	}

}
