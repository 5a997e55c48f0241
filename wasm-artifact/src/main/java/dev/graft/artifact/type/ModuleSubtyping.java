package dev.graft.artifact.type;

import dev.graft.artifact.type.HeapType.Concrete;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Subtyping among the types of one module. Thread-safe.
///
/// The type table must be in order: types refer to types of their own group and of
/// earlier ones, and each is defined after its supertypes.
public final class ModuleSubtyping extends Subtyping {

	/// Between modules without type definitions, or as long as none is mentioned.
	public static final ModuleSubtyping ABSTRACT = new ModuleSubtyping(TypeTable.EMPTY);

	private final TypeTable types;

	/// For each type, the first that is equal to it; made when it is first needed, which
	/// in most modules is never.
	private volatile int @Nullable [] canonical;

	/// @param types the module's types
	public ModuleSubtyping(TypeTable types) {
		this.types = types;
	}

	@Override
	public CompositeType composite(HeapType defined) {
		return this.types.types().get(((Concrete) defined).typeIndex()).composite();
	}

	@Override
	protected boolean isDefinedSubtype(HeapType actual, HeapType expected) {
		return isSubtype(((Concrete) actual).typeIndex(), ((Concrete) expected).typeIndex());
	}

	/// Whether two types of the module are equal.
	public boolean isSame(int typeIndex, int otherIndex) {
		return typeIndex == otherIndex || canonical()[typeIndex] == canonical()[otherIndex];
	}

	/// Whether a type of the module is another one, or declared to be a subtype of it,
	/// perhaps by way of others.
	public boolean isSubtype(int typeIndex, int superIndex) {
		return declares(typeIndex, superIndex) || isEqualSubtype(typeIndex, superIndex);
	}

	/// The usual case, for which nobody needs to know which types are equal.
	private boolean declares(int typeIndex, int superIndex) {
		int index = typeIndex;
		while (index > superIndex) {
			List<Integer> supertypes = this.types.types().get(index).supertypes();
			if (supertypes.isEmpty()) {
				return false;
			}
			index = supertypes.getFirst();
		}
		return index == superIndex;
	}

	private boolean isEqualSubtype(int typeIndex, int superIndex) {
		int[] indices = canonical();
		int wanted = indices[superIndex];
		int index = indices[typeIndex];
		while (index > wanted) {
			List<Integer> supertypes = this.types.types().get(index).supertypes();
			if (supertypes.isEmpty()) {
				return false;
			}
			index = indices[supertypes.getFirst()];
		}
		return index == wanted;
	}

	/// For each type, the index of the first that is equal to it.
	public int[] canonicalIndices() {
		return canonical().clone();
	}

	private int[] canonical() {
		int[] indices = this.canonical;
		if (indices == null) {
			indices = this.types.isPlain() ? equalShapes() : TypeDigests.of(this.types).canonicalIndices();
			this.canonical = indices;
		}
		return indices;
	}

	private int[] equalShapes() {
		int[] first = new int[this.types.size()];
		Map<CompositeType, Integer> known = new HashMap<>();
		for (int i = 0; i < first.length; i++) {
			@Nullable Integer earlier = known.putIfAbsent(this.types.types().get(i).composite(), i);
			first[i] = (earlier != null) ? earlier : i;
		}
		return first;
	}

}
