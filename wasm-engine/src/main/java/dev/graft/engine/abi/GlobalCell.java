package dev.graft.engine.abi;

/// A global instance that more than one module, or the host, can see. Globals that only
/// their module sees are plain fields of its generated `Instance`.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#global-instances">Execution,
/// Runtime Structure, "Global Instances"</a>
public abstract sealed class GlobalCell permits IntCell, LongCell, FloatCell, DoubleCell, VectorCell, ReferenceCell {

	GlobalCell() {
	}

}
