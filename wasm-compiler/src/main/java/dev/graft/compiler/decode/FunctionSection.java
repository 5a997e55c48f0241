package dev.graft.compiler.decode;

/// The types of the functions that the code section defines.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/modules.html#function-section">Binary
/// Format, "Function Section"</a>
final class FunctionSection {

	private FunctionSection() {
	}

	static void decode(SectionInput in) {
		int[] typeIndices = new int[in.count(ImplementationLimits.FUNCTIONS, "functions")];
		for (int i = 0; i < typeIndices.length; i++) {
			typeIndices[i] = in.cursor().u32();
		}
		in.module().functionTypeIndices(typeIndices);
	}

}
