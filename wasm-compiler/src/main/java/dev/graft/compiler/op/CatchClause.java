package dev.graft.compiler.op;

import org.jspecify.annotations.Nullable;

/// A clause of a `try_table`: which exceptions it catches, and where they lead.
///
/// @param kind which exceptions, and what of them the branch takes along
/// @param tagIndex the tag, 0 if any will do
/// @param label where the branch goes, counted from outside of the `try_table`
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/instructions.html#syntax-catch">Structure,
/// Control Instructions, "Catch clauses"</a>
public record CatchClause(Kind kind, int tagIndex, int label) {

	/// The kinds of clauses, by their code in the binary format.
	public enum Kind {

		/// Exceptions with the tag; the branch takes along what they carry.
		CATCH(0, "catch"),

		/// Exceptions with the tag; the branch takes along what they carry, then the
		/// exception.
		CATCH_REF(1, "catch_ref"),

		/// All exceptions; the branch takes nothing along.
		CATCH_ALL(2, "catch_all"),

		/// All exceptions; the branch takes the exception along.
		CATCH_ALL_REF(3, "catch_all_ref");

		private final int code;

		private final String keyword;

		Kind(int code, String keyword) {
			this.code = code;
			this.keyword = keyword;
		}

		/// Its code in the binary format.
		public int code() {
			return this.code;
		}

		/// How the text format spells it.
		public String keyword() {
			return this.keyword;
		}

		/// Whether it names a tag.
		public boolean hasTag() {
			return this == CATCH || this == CATCH_REF;
		}

		/// Whether the branch takes the exception itself along.
		public boolean hasReference() {
			return this == CATCH_REF || this == CATCH_ALL_REF;
		}

		/// The kind with a code, null if there is none.
		public static @Nullable Kind ofCode(int code) {
			return (code < values().length) ? values()[code] : null;
		}

	}

}
