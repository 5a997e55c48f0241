package dev.graft.engine.abi;

/// An array of `i8`.
@EngineSide
public abstract non-sealed class ByteArrayReference extends ArrayReference {

	/// The elements.
	public final byte[] elements;

	/// For the classes of array types.
	protected ByteArrayReference(byte[] elements) {
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
