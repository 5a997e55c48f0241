package dev.graft.engine.abi;

/// A global of type `i32`.
public final class IntCell extends GlobalCell {

	/// The value.
	public int value;

	/// A global with this value.
	@EngineSide
	public IntCell(int value) {
		this.value = value;
	}

}
