package dev.graft.compiler.model;

import java.util.List;

/// The references that an element segment holds.
///
/// Nearly all segments are lists of functions, and large ones are common, so these are
/// kept as numbers.
public sealed interface ElementItems {

	/// How many there are.
	int count();

	/// Functions and nulls, whether the binary spells them as indices or as `ref.func`
	/// and `ref.null`.
	final class Functions implements ElementItems {

		/// Stands for null among the function indices.
		public static final int NULL = -1;

		private final int[] indices;

		/// Takes the array over.
		/// @param indices function indices or [#NULL]
		public Functions(int[] indices) {
			this.indices = indices;
		}

		@Override
		public int count() {
			return this.indices.length;
		}

		/// The function index of an item, or [#NULL].
		public int get(int item) {
			return this.indices[item];
		}

	}

	/// Anything that an expression can compute.
	/// @param expressions one for each item
	record Expressions(List<ConstantExpression> expressions) implements ElementItems {

		/// Copies the list.
		public Expressions {
			expressions = List.copyOf(expressions);
		}

		@Override
		public int count() {
			return this.expressions.size();
		}

	}

}
