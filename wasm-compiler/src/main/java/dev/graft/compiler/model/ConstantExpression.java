package dev.graft.compiler.model;

import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.NumberType;

/// A constant expression: a range of the binary's bytes, and what it says if it is a
/// single instruction.
///
/// @param offset where its first instruction begins
/// @param endOffset where it ends, after the final `end`
/// @param form what it says
/// @see <a
/// href="https://webassembly.github.io/spec/core/valid/instructions.html#constant-expressions">Validation,
/// "Constant Expressions"</a>
public record ConstantExpression(int offset, int endOffset, Form form) {

	/// What the expression says.
	public sealed interface Form {

		/// A number.
		/// @param type its type
		/// @param bits its bits: an `i32` sign-extended, floats as they are in memory
		record NumberValue(NumberType type, long bits) implements Form {
		}

		/// A vector.
		/// @param low its lower half, which holds the first lanes
		/// @param high its upper half
		record VectorValue(long low, long high) implements Form {
		}

		/// The value of a global.
		/// @param globalIndex which one
		record GlobalValue(int globalIndex) implements Form {
		}

		/// A reference to a function.
		/// @param functionIndex which one
		record Function(int functionIndex) implements Form {
		}

		/// Null.
		/// @param type what it does not refer to
		record Null(HeapType type) implements Form {
		}

		/// Several instructions, to be lowered as code.
		record Computed() implements Form {
		}

	}

}
