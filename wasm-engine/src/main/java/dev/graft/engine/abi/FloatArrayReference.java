package dev.graft.engine.abi;

/// An array of `f32`.
@EngineSide
public abstract non-sealed class FloatArrayReference extends ArrayReference {

	/// The elements.
	public final float[] elements;

	/// For the classes of array types.
	protected FloatArrayReference(float[] elements) {
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
