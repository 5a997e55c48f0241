package dev.graft.engine.abi;

/// An array of `i32`.
@EngineSide
public abstract non-sealed class IntArrayReference extends ArrayReference {

	/// The elements.
	public final int[] elements;

	/// For the classes of array types.
	protected IntArrayReference(int[] elements) {
		this.elements = elements;
	}

	@Override
	public final int length() {
		return this.elements.length;
	}

	@Override
	public final Object storage() {
		return this.elements;
	}

}
