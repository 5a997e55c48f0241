package dev.graft.engine.abi;

/// An array: an object around a Java array, so that array types whose elements look the
/// same to the JVM are still different classes.
///
/// @see dev.graft.artifact.abi.GeneratedTypes
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#array-instances">Execution,
/// Runtime Structure, "Array Instances"</a>
@EngineSide
public abstract sealed class ArrayReference extends EqReference
		permits ByteArrayReference, ShortArrayReference, IntArrayReference, LongArrayReference, FloatArrayReference,
		DoubleArrayReference, VectorArrayReference, ObjectArrayReference {

	ArrayReference() {
	}

	/// How many elements there are.
	public abstract int length();

	/// The Java array that holds the elements.
	public abstract Object storage();

}
