package dev.graft.compiler.model;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What the name section says about the module and its functions. Names are decoded when
/// somebody asks for them.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/appendix/custom.html#name-section">Appendix,
/// "Name Section"</a>
public final class Names {

	private final byte[] binary;

	private final @Nullable String moduleName;

	private final int[] offsets;

	private final int[] lengths;

	/// @param binary the module's bytes
	/// @param moduleName the module's name, null if it has none
	/// @param offsets where in the bytes the name of each function begins
	/// @param lengths how many bytes it has, `0` for a function without a name
	public Names(byte[] binary, @Nullable String moduleName, int[] offsets, int[] lengths) {
		this.binary = binary;
		this.moduleName = moduleName;
		this.offsets = offsets;
		this.lengths = lengths;
	}

	/// The names of a module without a name section.
	public static Names none() {
		return new Names(new byte[0], null, new int[0], new int[0]);
	}

	/// The module's name, null if it has none.
	public @Nullable String moduleName() {
		return this.moduleName;
	}

	/// The name of a function, null if it has none.
	public @Nullable String functionName(int functionIndex) {
		if (functionIndex >= this.lengths.length || this.lengths[functionIndex] == 0) {
			return null;
		}
		return new String(this.binary, this.offsets[functionIndex], this.lengths[functionIndex],
				StandardCharsets.UTF_8);
	}

}
