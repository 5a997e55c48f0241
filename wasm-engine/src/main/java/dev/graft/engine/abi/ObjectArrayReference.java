package dev.graft.engine.abi;

import org.jspecify.annotations.Nullable;

/// An array of references.
@EngineSide
public abstract non-sealed class ObjectArrayReference extends ArrayReference {

	/// The elements.
	public final @Nullable Object[] elements;

	/// For the classes of array types.
	protected ObjectArrayReference(@Nullable Object[] elements) {
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
