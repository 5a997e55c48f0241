package dev.graft.engine.abi;

/// An array of `f64`.
@EngineSide
public abstract non-sealed class DoubleArrayReference extends ArrayReference {

	/// The elements.
	public final double[] elements;

	/// For the classes of array types.
	protected DoubleArrayReference(double[] elements) {
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
