package dev.graft.engine.abi;

/// A global of type `f64`.
public final class DoubleCell extends GlobalCell {

	/// The value.
	public double value;

	/// A global with this value.
	@EngineSide
	public DoubleCell(double value) {
		this.value = value;
	}

}
