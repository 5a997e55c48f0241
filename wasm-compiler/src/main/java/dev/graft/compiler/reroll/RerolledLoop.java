package dev.graft.compiler.reroll;

import java.util.BitSet;
import java.util.List;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.op.NumericOp;

/// A loop over elements in front of the loop over vectors that it can stand for.
///
/// @param begin where the former's preparations begin
/// @param elements its header
/// @param vectors the header of the latter
/// @param count of how many elements a round of vectors consists
/// @param together of how many of them a round of the former consists
/// @param even whether all of them are `int`s in memory, too
/// @param compared whether anything is compared
/// @param real whether anything is computed with floats
/// @param handedOn whether lanes are handed on from round to round
/// @param widened whether what is stored is wider or narrower than what is loaded
public record RerolledLoop(Label begin, Label elements, Label vectors, int count, int together, boolean even,
		boolean compared, boolean real, boolean handedOn, boolean widened) {

	/// Operations on elements take about 0.6 of the time of those on what vectors become:
	/// HotSpot unrolls a loop with few of them, and often makes vectors of its own.
	private static final int MOST_TENTHS = 17;

	/// Of what is compared HotSpot makes no vectors, but it does of lanes that are `int`s
	/// and have nothing to do with each other. Lanes that become wider or narrower do
	/// not.
	private static final int MOST_TENTHS_COMPARED = 6;

	/// Of floats HotSpot makes no vectors, but one element at a time has fewer numbers to
	/// hold than four. What counts the elements is more than what counts the rounds.
	private static final int MOST_TENTHS_REAL = 11;

	/// Where HotSpot makes vectors of everything, several elements are one operation.
	private static final int ELEMENTS_AT_ONCE = 4;

	/// Drops the loop over elements if the other one is cheaper, now that its vectors
	/// have been taken apart.
	/// @param statements the body's
	/// @return whether it has stayed
	public boolean keepCheaper(List<Statement> statements) {
		int begin = position(statements, this.begin);
		int vectors = position(statements, this.vectors);
		int elements = position(statements, this.elements);
		boolean longs = computesLongs(statements, vectors);
		if (!isCheap(operations(statements, elements, this.elements), operations(statements, vectors, this.vectors),
				longs)) {
			statements.subList(begin, vectors).clear();
			return false;
		}
		return true;
	}

	private boolean isCheap(int operations, int ofVectors, boolean longs) {
		int ofElements = this.count / this.together * operations;
		return (this.even && !this.real ? ofElements / ELEMENTS_AT_ONCE : ofElements) <= ofVectors * tenths(longs) / 10;
	}

	// A whole round is no shorter for HotSpot.
	private int tenths(boolean longs) {
		if (this.compared && !this.widened) {
			return (this.even || this.handedOn || longs) ? 10 : MOST_TENTHS_COMPARED;
		}
		if (this.real && this.even) {
			return MOST_TENTHS_REAL;
		}
		return (this.count == 1) ? 10 : MOST_TENTHS;
	}

	// Out of which lanes are taken.
	private boolean computesLongs(List<Statement> statements, int header) {
		for (int position = header + 1; !isEnd(statements.get(position)); position++) {
			Statement statement = statements.get(position);
			for (int number = 0; number < statement.operandCount(); number++) {
				if (computesLongs(statement.operand(number))) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean computesLongs(Expression tree) {
		boolean longs = tree.kind() == Kind.LONG && !(tree instanceof Constant || tree instanceof Read);
		for (int number = 0; number < tree.operandCount() && !longs; number++) {
			longs = computesLongs(tree.operand(number));
		}
		return longs;
	}

	/// Drops the loop over elements if the vectors of the other one are held otherwise.
	/// @param statements the body's
	/// @param held the indices of variables
	/// @return whether it has been dropped
	public boolean dropIf(List<Statement> statements, BitSet held) {
		int vectors = position(statements, this.vectors);
		for (int position = vectors + 1; !isEnd(statements.get(position)); position++) {
			if (statements.get(position) instanceof Assign assign && held.get(assign.variable().index())) {
				statements.subList(position(statements, this.begin), vectors).clear();
				return true;
			}
		}
		return false;
	}

	private boolean isEnd(Statement statement) {
		return statement instanceof JumpIf jump && jump.target() == this.vectors;
	}

	private static int position(List<Statement> statements, Label label) {
		return statements.indexOf(new Mark(label));
	}

	private static int operations(List<Statement> statements, int header, Label label) {
		int operations = 0;
		for (int position = header + 1;; position++) {
			Statement statement = statements.get(position);
			for (int number = 0; number < statement.operandCount(); number++) {
				operations += operations(statement.operand(number));
			}
			if (statement instanceof JumpIf jump && jump.target() == label) {
				return operations;
			}
		}
	}

	private static int operations(Expression tree) {
		int operations = (tree instanceof Constant || tree instanceof Read || isReinterpretation(tree)) ? 0 : 1;
		for (int number = 0; number < tree.operandCount(); number++) {
			operations += operations(tree.operand(number));
		}
		return operations;
	}

	private static boolean isReinterpretation(Expression tree) {
		return tree instanceof Numeric numeric
				&& (numeric.op() == NumericOp.F32_REINTERPRET_I32 || numeric.op() == NumericOp.I32_REINTERPRET_F32);
	}

}
