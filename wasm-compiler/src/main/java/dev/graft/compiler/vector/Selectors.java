package dev.graft.compiler.vector;

import java.util.BitSet;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// The vectors that are used for nothing else than to choose between the lanes of two
/// others, by `v128.bitselect`, or between lanes and zeros, by `v128.and`. If a comparison
/// has computed them, the choice can be made by that, lane by lane, for which processors
/// have an instruction, and no lane has to be filled with the result.
///
/// Lanes of floats are masked, as HotSpot would choose between them by a jump.
final class Selectors {

	private static final int MASK = 2;

	private static final VectorConstant ZEROS = new VectorConstant(0, 0);

	private final BitSet compared = new BitSet();

	private final BitSet choosing = new BitSet();

	private final BitSet other = new BitSet();

	private Selectors(Body body) {
		for (Statement statement : body.statements()) {
			if (statement instanceof Assign assign && assign.variable().isTemporary()
					&& assign.value() instanceof Vector comparison && comparesIntegers(comparison.op())) {
				this.compared.set(assign.variable().index());
			}
		}
		for (Statement statement : body.statements()) {
			for (int number = 0; number < statement.operandCount(); number++) {
				look(statement.operand(number), this.other);
			}
		}
	}

	private static boolean comparesIntegers(VectorOp op) {
		return VectorArithmetic.compares(op)
				&& (op.mnemonic().startsWith("i32x4") || op.mnemonic().startsWith("i64x2"));
	}

	/// Those of a body.
	static Selectors of(Body body) {
		return new Selectors(body);
	}

	private void look(Expression tree, BitSet uses) {
		if (tree instanceof Read read) {
			uses.set(read.variable().index());
		}
		int mask = (tree instanceof Vector vector) ? mask(vector) : -1;
		for (int number = 0; number < tree.operandCount(); number++) {
			look(tree.operand(number), (number == mask) ? this.choosing : this.other);
		}
	}

	// Which operand chooses; -1 if none does. Of two masks neither.
	private int mask(Vector vector) {
		return switch (vector.op()) {
			case V128_BITSELECT -> MASK;
			case V128_AND -> (isCompared(vector, 0) == isCompared(vector, 1)) ? -1 : isCompared(vector, 0) ? 0 : 1;
			case V128_ANDNOT -> isCompared(vector, 1) ? 1 : -1;
			default -> -1;
		};
	}

	private boolean isCompared(Vector vector, int number) {
		return vector.operand(number) instanceof Read read && this.compared.get(read.variable().index());
	}

	/// Whether a vector only chooses.
	boolean contains(Variable vector) {
		int index = vector.index();
		return vector.isTemporary() && this.choosing.get(index) && !this.other.get(index);
	}

	/// An operator as a choice, null if it does not choose.
	@Nullable Vector choice(Vector vector) {
		int mask = mask(vector);
		return switch (vector.op()) {
			case V128_BITSELECT -> vector;
			case V128_AND, V128_ANDNOT -> {
				if (mask < 0) {
					yield null;
				}
				Expression lanes = vector.operand(1 - mask);
				boolean kept = vector.op() == VectorOp.V128_AND;
				yield Vector.of(VectorOp.V128_BITSELECT, 0, kept ? lanes : ZEROS, kept ? ZEROS : lanes,
						vector.operand(mask));
			}
			default -> null;
		};
	}

}
