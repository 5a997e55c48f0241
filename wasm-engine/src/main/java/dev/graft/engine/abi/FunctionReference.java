package dev.graft.engine.abi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/// A function instance, and at the same time the reference to it: a Wasm function closed
/// over its instance, or a host function.
///
/// There is one object per function instance, so identity is function identity.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#function-instances">Execution,
/// Runtime Structure, "Function Instances"</a>
public final class FunctionReference {

	/// The instance whose code this is; null for a host function.
	public final @Nullable ModuleInstance owner;

	/// The function's number among those of its own module that can become references, -1
	/// if it cannot: the shortcut for indirect calls within a module. Slots of one type
	/// and its subtypes are contiguous, so that a comparison of numbers is the type
	/// check.
	public final int dispatchSlot;

	/// The function's number among those of its own module that leave for the functions
	/// they call in tail position; 0 if it never does, like all that the host defines.
	public final int tailNumber;

	/// The type: two functions have the same type exactly when these are the same object.
	@EngineSide
	public final RuntimeType type;

	private final int functionIndex;

	private final @Nullable Supplier<MethodHandle> adapter;

	/// What callers in the instance of the function call, once one has done so.
	public @Nullable CallTarget target;

	private @Nullable ForeignTarget foreign;

	private @Nullable MethodHandle handle;

	private @Nullable MethodHandle code;

	/// A function that an instance defines.
	FunctionReference(ModuleInstance owner, int functionIndex, ModuleCode code) {
		this.owner = owner;
		this.functionIndex = functionIndex;
		this.dispatchSlot = code.dispatchSlot(functionIndex);
		this.tailNumber = code.tailNumber(functionIndex);
		this.type = code.functionType(functionIndex);
		this.adapter = null;
	}

	/// A host function.
	/// @param type its canonical type
	/// @param handle its code, of type `(parameters…, ModuleInstance caller)result`
	@EngineSide
	public FunctionReference(RuntimeType type, MethodHandle handle) {
		this(type, () -> handle);
		this.handle = handle;
	}

	/// A host function whose code is made when it is first asked for. Whoever links it
	/// with a module asks, so that this does not happen as deep in the stack as a guest
	/// likes.
	/// @param type its canonical type
	/// @param adapter makes its code, of type `(parameters…, ModuleInstance
	/// caller)result`
	@EngineSide
	public FunctionReference(RuntimeType type, Supplier<MethodHandle> adapter) {
		this.owner = null;
		this.functionIndex = -1;
		this.dispatchSlot = -1;
		this.tailNumber = 0;
		this.type = type;
		this.adapter = adapter;
	}

	/// The code, of type `(parameters…, ModuleInstance caller)result`: what calls between
	/// modules and to the host go through. Made on first use, which loads the function's
	/// class.
	public MethodHandle handle() {
		MethodHandle handle = this.handle;
		return handle != null ? handle : link();
	}

	/// The code of a function that an instance defines, of type `(parameters…,
	/// ModuleInstance owner)result`: what the host calls, which needs no handle for each
	/// instance.
	@EngineSide
	public MethodHandle code(ModuleInstance owner) {
		MethodHandle code = this.code;
		if (code == null) {
			code = owner.code().handle(this.functionIndex);
			this.code = code;
		}
		return code;
	}

	/// What calls the function, with the caller's instance as last argument.
	@SuppressWarnings("ReferenceEquality") // instances are themselves
	CallTarget targetFor(ModuleInstance caller) {
		if (this.owner != caller) {
			return foreignTarget(caller.code());
		}
		CallTarget made = caller.code().target(this.functionIndex);
		this.target = made;
		return made;
	}

	// Its class belongs to the module that calls. Functions of the host may be called by
	// several threads and modules: who finds that of another module makes its own again.
	@SuppressWarnings("ReferenceEquality") // modules are themselves
	private CallTarget foreignTarget(ModuleCode code) {
		ForeignTarget known = this.foreign;
		if (known == null || known.code != code) {
			known = new ForeignTarget(code, code.target(handle()));
			this.foreign = known;
		}
		return known.target;
	}

	/// The index in its own module's function index space, -1 for a host function.
	@EngineSide
	public int functionIndex() {
		return this.functionIndex;
	}

	// Threads that come here together arrive at equivalent handles.
	private MethodHandle link() {
		MethodHandle handle = (this.adapter != null) ? this.adapter.get() : bound(Objects.requireNonNull(this.owner));
		this.handle = handle;
		return handle;
	}

	private MethodHandle bound(ModuleInstance owner) {
		MethodHandle code = owner.code().handle(this.functionIndex);
		int last = code.type().parameterCount() - 1;
		MethodHandle bound = MethodHandles.insertArguments(code, last, owner);
		return MethodHandles.dropArguments(bound, last, ModuleInstance.class);
	}

	/// What code of another module calls.
	private record ForeignTarget(ModuleCode code, CallTarget target) {
	}

}
