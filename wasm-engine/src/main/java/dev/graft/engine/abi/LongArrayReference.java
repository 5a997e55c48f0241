package dev.graft.engine.abi;

/// An array of `i64`.
@EngineSide
public abstract non-sealed class LongArrayReference extends ArrayReference {

	/// The elements.
	public final long[] elements;

	/// For the classes of array types.
	protected LongArrayReference(long[] elements) {
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
