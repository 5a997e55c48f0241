package dev.graft.compiler.validate;

import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Subtyping: whether a value of one type may stand where another type is asked for.
///
/// @see <a href="https://webassembly.github.io/spec/core/valid/matching.html">Validation,
/// "Matching"</a>
final class Matching {

	private Matching() {
	}

	/// Whether a value of this type may stand where the other type is expected.
	/// @param actual the value's type, null if it is whatever is needed
	static boolean matches(@Nullable ValueType actual, ValueType expected) {
		if (actual == null || actual.equals(expected)) {
			return true;
		}
		return actual instanceof ReferenceType from && expected instanceof ReferenceType to && references(from, to);
	}

	/// Whether values of these types, one by one, may stand where the others are
	/// expected.
	static boolean matches(List<ValueType> actual, List<ValueType> expected) {
		if (actual.size() != expected.size()) {
			return false;
		}
		for (int i = 0; i < actual.size(); i++) {
			if (!matches(actual.get(i), expected.get(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean references(ReferenceType actual, ReferenceType expected) {
		return (!actual.nullable() || expected.nullable()) && heapTypes(actual.heapType(), expected.heapType());
	}

	/// The three hierarchies have no common supertype; in this version each consists of
	/// its top alone.
	private static boolean heapTypes(HeapType actual, HeapType expected) {
		return actual.equals(expected);
	}

}
