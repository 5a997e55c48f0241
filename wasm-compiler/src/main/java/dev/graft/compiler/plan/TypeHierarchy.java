package dev.graft.compiler.plan;

import java.util.List;

import dev.graft.artifact.type.TypeTable;

/// The types of a module in an order in which each is followed by all its subtypes, so
/// that being a subtype is being within a range.
///
/// ```
///   0        type 0, types 1 and 3 below it, type 2 below type 1:   0  1  2  3
///   | \       the range of type 1 is 1..3, that of type 0 is 0..4
///   1  3
///   |
///   2
/// ```
final class TypeHierarchy {

	private static final int NONE = -1;

	private final int[] first;

	private final int[] sizes;

	/// @param types the types, each after its supertype
	/// @param canonical for each type the first that is equal to it
	TypeHierarchy(TypeTable types, int[] canonical) {
		int[] supertypes = new int[canonical.length];
		this.sizes = new int[canonical.length];
		for (int type = canonical.length - 1; type >= 0; type--) {
			supertypes[type] = NONE;
			if (canonical[type] == type) {
				List<Integer> declared = types.types().get(type).supertypes();
				this.sizes[type]++;
				if (!declared.isEmpty()) {
					supertypes[type] = canonical[declared.getFirst()];
					this.sizes[supertypes[type]] += this.sizes[type];
				}
			}
		}
		this.first = order(supertypes);
	}

	/// Supertypes come first, so each type finds where its supertype has left off.
	private int[] order(int[] supertypes) {
		int[] places = new int[supertypes.length];
		int[] next = new int[supertypes.length];
		int nextRoot = 0;
		for (int type = 0; type < places.length; type++) {
			if (supertypes[type] == NONE) {
				places[type] = nextRoot;
				nextRoot += this.sizes[type];
			}
			else {
				places[type] = next[supertypes[type]];
				next[supertypes[type]] += this.sizes[type];
			}
			next[type] = places[type] + 1;
		}
		return places;
	}

	/// The place of a type that no earlier one is equal to; its subtypes follow.
	int first(int canonicalType) {
		return this.first[canonicalType];
	}

	/// The place after the last subtype of a type that no earlier one is equal to.
	int end(int canonicalType) {
		return this.first[canonicalType] + this.sizes[canonicalType];
	}

}
