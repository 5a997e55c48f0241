package dev.graft.compiler.vector;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// Shuffles that take every other lane of 16 bits, of lanes that have been computed from
/// extended bytes.
///
/// Programs that were written for an instruction that adds the products of neighbouring
/// bytes (`pmaddubsw`) extend the bytes, multiply, and then take the even lanes and the
/// odd ones apart. The even bytes and the odd ones can be [taken first][EvenOddBytes],
/// which costs a step or two each, and nothing has to be shuffled.
///
/// ```
///   v2:V = (i16x8.extend_low_i8x16_u v1)            v2:V = (v128.and v1 00ff00ff…)
///   v3:V = (i16x8.mul v2 …)                         v3:V = (i16x8.mul v2 …)
///   v4:V = (i16x8.extend_high_i8x16_u v1)     ─▶    v4:V = (i16x8.shr_u v1 8)
///   v5:V = (i16x8.mul v4 …)                         v5:V = (i16x8.mul v4 …)
///   v6:V = (i8x16.shuffle 0 1 4 5 … v3 v5)          v6:V = v3
///   v7:V = (i8x16.shuffle 2 3 6 7 … v3 v5)          v7:V = v5
/// ```
final class PairedLanes {

	private static final int LANES = 8;

	/// The vectors that something else is done with, so that they are computed anyway.
	private final BitSet usedOtherwise = new BitSet();

	private final List<Statement> emitted = new ArrayList<>();

	private final Definitions definitions;

	/// What has been taken apart in this straight line.
	private EvenOddBytes bytes;

	PairedLanes(Body body, Definitions definitions) {
		this.definitions = definitions;
		this.bytes = EvenOddBytes.withProducts(definitions, this.emitted);
		for (Statement statement : body.statements()) {
			for (int number = 0; number < statement.operandCount(); number++) {
				look(statement.operand(number), false);
			}
		}
	}

	private void look(Expression tree, boolean paired) {
		if (tree instanceof Read read && !paired) {
			this.usedOtherwise.set(read.variable().index());
		}
		boolean pairs = tree instanceof Vector vector && parity(vector) >= 0;
		for (int number = 0; number < tree.operandCount(); number++) {
			look(tree.operand(number), pairs);
		}
	}

	/// Control may come from elsewhere.
	void forget() {
		this.bytes = EvenOddBytes.withProducts(this.definitions, this.emitted);
	}

	/// What a shuffle takes.
	/// @param before takes what computes it; also if nothing is found, as shuffles behind
	/// this one may need what was taken apart until then
	/// @return null if that is not known to be simpler
	@Nullable Expression taken(Vector shuffle, List<Statement> before) {
		int parity = parity(shuffle);
		if (parity < 0 || !isOnlyPaired(shuffle.operand(0)) || !isOnlyPaired(shuffle.operand(1))) {
			return null;
		}
		Expression taken = this.bytes.everyOther(shuffle.operand(0), shuffle.operand(1), parity == 1);
		before.addAll(this.emitted);
		this.emitted.clear();
		return taken;
	}

	private boolean isOnlyPaired(Expression operand) {
		return operand instanceof Read read && this.definitions.of(read) != null
				&& !this.usedOtherwise.get(read.variable().index());
	}

	// Which of two neighbours is taken, negative if lanes are taken otherwise.
	private static int parity(Vector vector) {
		if (vector.op() != VectorOp.I8X16_SHUFFLE) {
			return -1;
		}
		int first = vector.lane(0);
		for (int lane = 0; lane < LANES; lane++) {
			int expected = first + lane * 2 * Short.BYTES;
			if (vector.lane(Short.BYTES * lane) != expected || vector.lane(Short.BYTES * lane + 1) != expected + 1) {
				return -1;
			}
		}
		return (first == 0) ? 0 : (first == Short.BYTES) ? 1 : -1;
	}

}
