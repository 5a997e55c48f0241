package dev.graft.compiler.ir;

/// What a call calls.
public sealed interface Target {

	/// A function that the module defines.
	/// @param functionIndex which one
	record Function(int functionIndex) implements Target {
	}

	/// A function that the module imports.
	/// @param functionIndex which one
	record Import(int functionIndex) implements Target {
	}

	/// A function that is only known when the call happens. The first operand is its
	/// index in a table, or the reference to it.
	/// @param typeIndex the type it must have
	/// @param tableIndex the table, or [#REFERENCE]
	record Indirect(int typeIndex, int tableIndex) implements Target {

		/// Stands for the table of a function that is called by its reference.
		public static final int REFERENCE = -1;

		/// The function that a reference refers to.
		public static Indirect byReference(int typeIndex) {
			return new Indirect(typeIndex, REFERENCE);
		}

	}

	/// The method that leaves the arguments of a call in tail position in the context.
	/// @param typeIndex the type of the function that will be called with them
	record TailArguments(int typeIndex) implements Target {
	}

	/// A piece that was cut off the calling function.
	/// @param number which one, from 1
	/// @param throwing whether it may throw exceptions
	record Piece(int number, boolean throwing) implements Target {
	}

}
