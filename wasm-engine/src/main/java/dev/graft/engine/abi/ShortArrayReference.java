package dev.graft.engine.abi;

/// An array of `i16`.
@EngineSide
public abstract non-sealed class ShortArrayReference extends ArrayReference {

	/// The elements.
	public final short[] elements;

	/// For the classes of array types.
	protected ShortArrayReference(short[] elements) {
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
