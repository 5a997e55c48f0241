package dev.graft.artifact.type;

/// A reference type.
///
/// @param nullable whether null is one of its values
/// @param heapType what a reference that is not null points to
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/types.html#reference-types">Structure,
/// "Reference Types"</a>
public record ReferenceType(boolean nullable, HeapType heapType) implements ValueType {

	/// `funcref`, that is `(ref null func)`.
	public static final ReferenceType FUNCREF = new ReferenceType(true, HeapType.Abstract.FUNC);

	/// `externref`, that is `(ref null extern)`.
	public static final ReferenceType EXTERNREF = new ReferenceType(true, HeapType.Abstract.EXTERN);

	@Override
	public String toString() {
		if (this.nullable && this.heapType instanceof HeapType.Abstract named) {
			return switch (named) {
				case NONE -> "nullref";
				case NOFUNC -> "nullfuncref";
				case NOEXTERN -> "nullexternref";
				case NOEXN -> "nullexnref";
				case FUNC, EXTERN, ANY, EQ, I31, STRUCT, ARRAY, EXN -> named + "ref";
			};
		}
		return this.nullable ? "(ref null " + this.heapType + ")" : "(ref " + this.heapType + ")";
	}

}
