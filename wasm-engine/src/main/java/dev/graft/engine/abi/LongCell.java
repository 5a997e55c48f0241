package dev.graft.engine.abi;

/// A global of type `i64`.
public final class LongCell extends GlobalCell {

	/// The value.
	public long value;

	/// A global with this value.
	@EngineSide
	public LongCell(long value) {
		this.value = value;
	}

}
