package dev.graft.compiler.vector;

import java.util.BitSet;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.op.VectorOp;

/// The vectors that are used for nothing else than to choose between the lanes of two
/// others, by `v128.bitselect`. If a comparison has computed them, the choice can be made
/// by that, lane by lane, for which processors have an instruction, and no lane has to be
/// filled with the result.
final class Selectors {

	private static final int MASK = 2;

	private final BitSet choosing = new BitSet();

	private final BitSet other = new BitSet();

	private Selectors(Body body) {
		for (Statement statement : body.statements()) {
			for (int number = 0; number < statement.operandCount(); number++) {
				look(statement.operand(number), this.other);
			}
		}
	}

	/// Those of a body.
	static Selectors of(Body body) {
		return new Selectors(body);
	}

	private void look(Expression tree, BitSet uses) {
		if (tree instanceof Read read) {
			uses.set(read.variable().index());
		}
		boolean selects = tree instanceof Vector vector && vector.op() == VectorOp.V128_BITSELECT;
		for (int number = 0; number < tree.operandCount(); number++) {
			look(tree.operand(number), (selects && number == MASK) ? this.choosing : this.other);
		}
	}

	/// Whether a vector only chooses.
	boolean contains(Variable vector) {
		int index = vector.index();
		return vector.isTemporary() && this.choosing.get(index) && !this.other.get(index);
	}

}
