package dev.graft.engine.abi;

/// A global of type `f32`.
public final class FloatCell extends GlobalCell {

	/// The value.
	public float value;

	/// A global with this value.
	@EngineSide
	public FloatCell(float value) {
		this.value = value;
	}

}
