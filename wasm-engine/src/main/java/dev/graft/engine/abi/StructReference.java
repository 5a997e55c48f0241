package dev.graft.engine.abi;

/// A structure. Each structure type has a subclass, made by the engine, with a Java field
/// for each field, so that the JVM's checks of classes are WebAssembly's casts.
///
/// @see dev.graft.artifact.abi.GeneratedTypes
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#structure-instances">Execution,
/// Runtime Structure, "Structure Instances"</a>
@EngineSide
public abstract non-sealed class StructReference extends EqReference {

	/// For the classes of structure types.
	protected StructReference() {
	}

}
