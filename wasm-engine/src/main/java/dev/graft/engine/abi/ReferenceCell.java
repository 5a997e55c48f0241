package dev.graft.engine.abi;

import org.jspecify.annotations.Nullable;

/// A global of any reference type.
public final class ReferenceCell extends GlobalCell {

	/// The value.
	public @Nullable Object value;

	/// A global with this value.
	@EngineSide
	public ReferenceCell(@Nullable Object value) {
		this.value = value;
	}

}
