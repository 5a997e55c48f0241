package dev.graft.compiler.model;

import java.util.List;

/// The code of a function that the module defines.
///
/// @param offset where the entry of the code section begins, after its size
/// @param locals the declared locals, run by run; parameters come before them
/// @param codeOffset where the instructions begin
/// @param endOffset where the entry ends, after the final `end`
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/modules.html#code-section">Binary
/// Format, "Code Section"</a>
public record FunctionBody(int offset, List<LocalGroup> locals, int codeOffset, int endOffset) {

	/// Copies the list.
	public FunctionBody {
		locals = List.copyOf(locals);
	}

	/// How many locals are declared, without the parameters.
	public int localCount() {
		int count = 0;
		for (LocalGroup group : this.locals) {
			count += group.count();
		}
		return count;
	}

}
