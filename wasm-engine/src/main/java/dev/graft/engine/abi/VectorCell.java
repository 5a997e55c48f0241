package dev.graft.engine.abi;

/// A global of type `v128`.
public final class VectorCell extends GlobalCell {

	/// The lower half of the value, which holds the first lanes.
	public long low;

	/// The upper half of the value.
	public long high;

	/// A global with this value.
	@EngineSide
	public VectorCell(long low, long high) {
		this.low = low;
		this.high = high;
	}

}
