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

	/// The function at an index of a table, which is the last operand.
	/// @param typeIndex the type it must have
	/// @param tableIndex the table
	record Indirect(int typeIndex, int tableIndex) implements Target {
	}

	/// A piece that was cut off the calling function.
	/// @param number which one, from 1
	record Piece(int number) implements Target {
	}

}
