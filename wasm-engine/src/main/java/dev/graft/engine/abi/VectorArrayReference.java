package dev.graft.engine.abi;

/// An array of `v128`: two elements of the Java array for each of its own, low half
/// first.
@EngineSide
public abstract non-sealed class VectorArrayReference extends ArrayReference {

	/// The halves of the elements.
	public final long[] elements;

	/// For the classes of array types.
	protected VectorArrayReference(long[] elements) {
		this.elements = elements;
	}

	@Override
	public final int length() {
		return this.elements.length >> 1;
	}

	@Override
	public final Object storage() {
		return this.elements;
	}

}
