package dev.graft.engine.link;

import dev.graft.artifact.type.CompositeType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.Subtyping;

/// Subtyping among canonical types.
public final class CanonicalSubtyping extends Subtyping {

	/// The only one.
	public static final CanonicalSubtyping INSTANCE = new CanonicalSubtyping();

	private CanonicalSubtyping() {
	}

	@Override
	public CompositeType composite(HeapType defined) {
		return ((CanonicalType) defined).composite();
	}

	@Override
	protected boolean isDefinedSubtype(HeapType actual, HeapType expected) {
		return ((CanonicalType) actual).isSubtypeOf((CanonicalType) expected);
	}

}
