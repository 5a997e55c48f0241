package dev.graft.artifact.type;

import dev.graft.artifact.type.HeapType.Abstract;
import java.util.List;

/// Whether something of one type may stand where another type is asked for.
///
/// ```
///        any               func       extern       exn
///         |                 |           |           |
///         eq             functions      |           |
///      /  |   \             |           |           |
///   i31 struct array        |           |           |
///    |    |     |           |           |           |
///    | structs arrays       |           |           |
///     \   |   /             |           |           |
///        none             nofunc     noextern     noexn
/// ```
///
/// @see <a href="https://webassembly.github.io/spec/core/valid/matching.html">Validation,
/// "Matching"</a>
public abstract class Subtyping {

	/// The rules for types whose definitions [#composite] and [#isDefinedSubtype] know.
	protected Subtyping() {
	}

	/// The shape of a defined type.
	/// @param defined a heap type that is not abstract
	public abstract CompositeType composite(HeapType defined);

	/// Whether a defined type is another one, or declared to be a subtype of it, perhaps
	/// by way of others.
	/// @param actual a heap type that is not abstract
	/// @param expected a heap type that is not abstract
	protected abstract boolean isDefinedSubtype(HeapType actual, HeapType expected);

	/// Value types.
	public final boolean matches(ValueType actual, ValueType expected) {
		if (actual.equals(expected)) {
			return true;
		}
		return actual instanceof ReferenceType from && expected instanceof ReferenceType to
				&& (!from.nullable() || to.nullable()) && matches(from.heapType(), to.heapType());
	}

	/// Lists of value types, one by one.
	public final boolean matches(List<ValueType> actual, List<ValueType> expected) {
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

	/// Heap types.
	public final boolean matches(HeapType actual, HeapType expected) {
		if (actual.equals(expected)) {
			return true;
		}
		if (expected instanceof Abstract to) {
			return (actual instanceof Abstract from) ? matches(from, to) : matches(kind(actual), to);
		}
		return (actual instanceof Abstract from) ? isBottom(from) && top(from) == top(kind(expected))
				: isDefinedSubtype(actual, expected);
	}

	/// Shapes: what a type must have in common with the supertype it declares.
	public final boolean matches(CompositeType actual, CompositeType expected) {
		return switch (expected) {
			case FunctionType to -> actual instanceof FunctionType from && matches(to.parameters(), from.parameters())
					&& matches(from.results(), to.results());
			case StructType to -> actual instanceof StructType from && matches(from, to);
			case ArrayType to -> actual instanceof ArrayType from && matches(from.element(), to.element());
		};
	}

	private boolean matches(StructType actual, StructType expected) {
		int shared = expected.fields().size();
		if (actual.fields().size() < shared) {
			return false;
		}
		for (int i = 0; i < shared; i++) {
			if (!matches(actual.fields().get(i), expected.fields().get(i))) {
				return false;
			}
		}
		return true;
	}

	/// Fields: those that can be set must have the same type, which is to match both
	/// ways.
	public final boolean matches(FieldType actual, FieldType expected) {
		return actual.mutable() == expected.mutable() && matches(actual.storage(), expected.storage())
				&& (!actual.mutable() || matches(expected.storage(), actual.storage()));
	}

	private boolean matches(StorageType actual, StorageType expected) {
		return (actual instanceof ValueType from && expected instanceof ValueType to) ? matches(from, to)
				: actual.equals(expected);
	}

	/// Globals: those that can be set must have the same type, which is to match both
	/// ways.
	public final boolean matches(ExternalType.Global actual, ExternalType.Global expected) {
		return actual.mutable() == expected.mutable() && matches(actual.valueType(), expected.valueType())
				&& (!actual.mutable() || matches(expected.valueType(), actual.valueType()));
	}

	/// The abstract type right above a type: the one that has all functions, structures
	/// or arrays.
	public final Abstract kind(HeapType type) {
		return (type instanceof Abstract named) ? named : switch (composite(type)) {
			case FunctionType _ -> Abstract.FUNC;
			case StructType _ -> Abstract.STRUCT;
			case ArrayType _ -> Abstract.ARRAY;
		};
	}

	/// The type above all others of the same hierarchy.
	public final Abstract top(HeapType type) {
		return switch (kind(type)) {
			case FUNC, NOFUNC -> Abstract.FUNC;
			case EXTERN, NOEXTERN -> Abstract.EXTERN;
			case EXN, NOEXN -> Abstract.EXN;
			case ANY, EQ, I31, STRUCT, ARRAY, NONE -> Abstract.ANY;
		};
	}

	/// The type below all others of the same hierarchy.
	public final Abstract bottom(HeapType type) {
		return switch (top(type)) {
			case FUNC -> Abstract.NOFUNC;
			case EXTERN -> Abstract.NOEXTERN;
			case EXN -> Abstract.NOEXN;
			default -> Abstract.NONE;
		};
	}

	private boolean isBottom(Abstract type) {
		return bottom(type) == type;
	}

	private boolean matches(Abstract actual, Abstract expected) {
		return actual == expected || switch (expected) {
			case ANY, FUNC, EXTERN, EXN -> top(actual) == expected;
			case EQ -> top(actual) == Abstract.ANY && actual != Abstract.ANY;
			case I31, STRUCT, ARRAY -> actual == Abstract.NONE;
			case NONE, NOFUNC, NOEXTERN, NOEXN -> false;
		};
	}

}
