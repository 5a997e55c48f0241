package dev.graft.compiler.plan;

/// How many cases the dispatchers of a module may have together.
///
/// A function is a case in the dispatcher of its type, of each supertype and, if there
/// are few, once for each table. That is a small multiple of the module unless somebody
/// means it to be large: a few bytes can ask for another dispatcher with thousands of
/// cases. Dispatchers beyond the budget have no cases and call all functions by their
/// handles.
final class CaseBudget {

	/// About 32 MB of bytecode.
	private static final long MOST_CASES = 2_000_000;

	private long left = MOST_CASES;

	/// Takes so many cases, or none if there are not so many left.
	boolean take(long cases) {
		boolean enough = cases <= this.left;
		if (enough) {
			this.left -= cases;
		}
		return enough;
	}

}
