package dev.graft.compiler.reroll;

import java.util.List;

import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;

/// An `i32` that a round computes, or the bits of an `f32`. Equal terms are the same
/// object, as [Terms] makes them.
///
/// @param id tells it from others of the same round
/// @param head what it is
/// @param operands from what
/// @param least what it is at least, as a signed number
/// @param most what it is at most
/// @param moves whether anything in it is loaded, counted, or carried over from round to
/// round
/// @param carried whether anything in it is carried over
record Term(int id, Head head, List<Term> operands, int least, int most, boolean moves, boolean carried) {

	Term operand(int number) {
		return this.operands.get(number);
	}

	boolean isConstant() {
		return this.head instanceof Head.Fixed;
	}

	boolean isConstant(int value) {
		return this.head instanceof Head.Fixed number && number.value() == value;
	}

	/// The value of a constant.
	int value() {
		if (this.head instanceof Head.Fixed number) {
			return number.value();
		}
		throw new IllegalStateException(this.head + " is no constant");
	}

	boolean is(NumericOp op) {
		return this.head instanceof Head.Operation operation && operation.op() == op;
	}

	/// Whether it is all ones or all zeros.
	boolean isMask() {
		return this.least >= -1 && this.most <= 0;
	}

	@Override
	public boolean equals(Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return this.id;
	}

	@Override
	public String toString() {
		return this.operands.isEmpty() ? this.head.toString() : "(" + this.head + " " + this.operands + ")";
	}

	/// What a term is.
	sealed interface Head {

		/// A constant.
		record Fixed(int value) implements Head {
		}

		/// A sum of variables and a constant, modulo 2^32; of what they are when the
		/// round begins. One of them may be in it several times.
		record Sum(List<Variable> variables, int constant) implements Head {
		}

		/// What is loaded.
		record Loaded(MemoryAccessOp op, Place place) implements Head {
		}

		/// A lane of a vector that the loop does not change, its upper bits zero.
		record Given(Variable vector, int bytes, int lane) implements Head {
		}

		/// A lane of a vector as it is when the round begins, its upper bits zero.
		record Carried(Variable vector, int bytes, int lane) implements Head {
		}

		/// A lane of a vector that every round adds the same to, as it is when the round
		/// begins, its upper bits anything.
		record Counted(Variable vector, int bytes, int lane) implements Head {
		}

		/// An operator.
		record Operation(NumericOp op) implements Head {
		}

		/// The greater or the lesser of two, as signed numbers.
		record Extreme(boolean greatest) implements Head {
		}

		/// A number of a table, at an index that is within it.
		record Found(String table) implements Head {
		}

		/// The first if the third is not zero, otherwise the second.
		record Choice() implements Head {
		}

	}

	/// A place in memory.
	///
	/// @param address the variables in the address
	/// @param constant what is added to them, modulo 2^32
	/// @param offset what is added to that
	record Place(Stream address, int constant, long offset) {

		Place further(long bytes) {
			return new Place(this.address, this.constant, this.offset + bytes);
		}

		/// How far it is from the sum of the variables, if nothing wraps around.
		long distance() {
			return this.constant + this.offset;
		}

	}

	/// Places that move together.
	///
	/// @param memoryIndex which memory
	/// @param variables what their addresses are counted from
	record Stream(int memoryIndex, List<Variable> variables) {
	}

}
