package dev.graft.compiler.decode;

import dev.graft.artifact.spi.Feature;
import org.jspecify.annotations.Nullable;

/// The opcodes that are not in the operator table yet, so that a module using one is told
/// which feature is missing.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/appendix/index-instructions.html">Appendix,
/// "Index of Instructions"</a>
final class ReservedOpcodes {

	private ReservedOpcodes() {
	}

	/// The feature that an opcode belongs to, null if there is none.
	/// @param first the first byte
	/// @param second the number after a prefix byte
	static @Nullable Feature feature(int first, int second) {
		return switch (first) {
			case 0xFB -> Feature.GC;
			default -> null;
		};
	}

}
