package dev.graft.engine.abi;

/// A tag instance: what tells exceptions apart. Identity is all there is to it.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#tag-instances">Execution,
/// Runtime Structure, "Tag Instances"</a>
@EngineSide
public final class TagInstance {

	private final RuntimeType type;

	private final ExecutionContext home;

	/// A new tag, different from all others.
	/// @param type its canonical type
	/// @param home the context of the store where it lives
	public TagInstance(RuntimeType type, ExecutionContext home) {
		this.type = type;
		this.home = home;
	}

	/// The canonical type: two tags have the same type exactly when these are the same
	/// object.
	public RuntimeType type() {
		return this.type;
	}

	/// The context of the store where it lives, and with it all exceptions that have it.
	public ExecutionContext home() {
		return this.home;
	}

}
