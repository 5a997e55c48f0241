package dev.graft.engine.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.type.FunctionType;
import dev.graft.engine.abi.ModuleInstance;
import org.jspecify.annotations.Nullable;

/// A function type as the engine knows it: equal types are the same object, so that
/// comparing them is comparing references. Made by [CanonicalTypes] only.
public final class CanonicalType {

	private static final ClassLoader HERE = CanonicalType.class.getClassLoader();

	private static final String LAST_PARAMETER = ModuleInstance.class.getName().replace('.', '/');

	private final FunctionType functionType;

	private final MethodType methodType;

	private final boolean wide;

	private @Nullable MethodHandle untyped;

	CanonicalType(FunctionType functionType) {
		this.functionType = functionType;
		this.methodType = MethodType
			.fromMethodDescriptorString(GeneratedSignatures.descriptor(functionType, LAST_PARAMETER), HERE);
		this.wide = GeneratedSignatures.isWide(functionType);
	}

	/// The type.
	public FunctionType functionType() {
		return this.functionType;
	}

	/// The type of the method handles of functions of this type: `(parameters…,
	/// ModuleInstance)result`.
	public MethodType methodType() {
		return this.methodType;
	}

	/// Whether there are so many parameters that they are passed in arrays.
	public boolean wide() {
		return this.wide;
	}

	/// Calls a function of this type, with boxed values: of type `(MethodHandle,
	/// Object[], ModuleInstance)Object`. Not for [wide][#wide] types.
	///
	/// Threads that come here together arrive at equivalent handles.
	public MethodHandle untyped() {
		MethodHandle untyped = this.untyped;
		if (untyped == null) {
			MethodType boxed = this.methodType.generic()
				.changeParameterType(this.methodType.parameterCount() - 1, ModuleInstance.class)
				.insertParameterTypes(0, MethodHandle.class);
			untyped = MethodHandles.exactInvoker(this.methodType)
				.asType(boxed)
				.asSpreader(1, Object[].class, this.methodType.parameterCount() - 1);
			this.untyped = untyped;
		}
		return untyped;
	}

	@Override
	public String toString() {
		return this.functionType.toString();
	}

}
