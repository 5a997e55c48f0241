package dev.graft.engine.abi;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

import org.jspecify.annotations.Nullable;

/// What an instance needs to know of its module: its functions, types and segments.
/// Immutable, shared by all instances of the module.
///
/// Indices are those of the module's index spaces; function indices start with the
/// imports.
@EngineSide
public interface ModuleCode {

	/// The size of the function index space.
	int functionCount();

	/// The type of a function.
	RuntimeType functionType(int functionIndex);

	/// The type at an index of the type section.
	RuntimeType type(int typeIndex);

	/// The place of a defined function in its module's dispatchers, -1 if it has none.
	int dispatchSlot(int functionIndex);

	/// The code of a defined function, of type `(parameters…, ModuleInstance)result`; the
	/// last parameter must be an instance of this module. Loads the class that holds the
	/// function.
	MethodHandle handle(int functionIndex);

	/// A defined function, for callers in the same instance that do not know before which
	/// one they call. Made on first use.
	CallTarget target(int functionIndex);

	/// What a method handle leads to, for callers in instances of this module.
	/// @param handle of type `(parameters…, ModuleInstance caller)result`
	CallTarget target(MethodHandle handle);

	/// The number of a defined function among those that leave for the functions they
	/// call in tail position, 0 if it never does.
	int tailNumber(int functionIndex);

	/// What calls functions that others have left for: `(ModuleInstance)result`. It
	/// returns when the next one, if there is one, belongs to another instance.
	/// @param result the first character of the descriptor of the result
	MethodHandle resume(char result);

	/// How many element segments there are.
	int elementSegmentCount();

	/// Whether there are element segments whose items the generated initializer computes.
	boolean computesElements();

	/// An element segment that consists of function indices, null if its items are
	/// computed by the generated initializer.
	@Nullable FunctionIndices elements(int segment);

	/// The bytes of a data segment.
	MemorySegment data(int segment);

}
