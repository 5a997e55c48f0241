package dev.graft.compiler.vector;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.VectorOp;
import dev.graft.compiler.pass.Loops;

/// After how many bytes each vector repeats itself, whatever its values are: what is
/// [splat][VectorOp#I32X4_SPLAT] has the same lanes, and so has what is computed from
/// such vectors, even if a loop changes them.
///
/// Lanes that are always the same need one variable. HotSpot would not see that four
/// variables which a loop increments are one, and could not combine them with four lanes
/// from memory in one instruction.
///
/// What a shuffle repeats in each round for the next one, as a running total does, is left
/// as it is: each round waits for it, and sums of lanes that have it in common would be
/// [computed one from the other][RunningSums], all of them one after the other.
final class Periods {

	private static final int VECTOR_BYTES = 16;

	/// After how many rounds nothing is known of any vector. What a loop hands on from
	/// one variable to the next takes a round for each; only a module that is after that
	/// needs more than a few.
	private static final int MOST_ROUNDS = 16;

	private final int[] bytes;

	private boolean changed;

	private Periods(Body body, Loops loops) {
		this.bytes = new int[body.variables().size()];
		// Variables are zero at the beginning.
		Arrays.fill(this.bytes, 1);
		handedOn(body, loops).forEach((local) -> this.bytes[local.index()] = VECTOR_BYTES);
		List<Statement> statements = body.statements();
		int rounds = 0;
		do {
			this.changed = false;
			statements.forEach(this::look);
			rounds++;
		}
		while (this.changed && rounds < MOST_ROUNDS);
		if (this.changed) {
			Arrays.fill(this.bytes, VECTOR_BYTES);
		}
	}

	// The locals that a shuffle is assigned to in a loop that has read them before.
	private static Set<Variable> handedOn(Body body, Loops loops) {
		Deque<Integer> headers = new ArrayDeque<>();
		BitSet shuffles = new BitSet();
		int[] lastReads = new int[body.variables().size()];
		Set<Variable> handedOn = new HashSet<>();
		for (int position = 0; position < body.statements().size(); position++) {
			Statement statement = body.statements().get(position);
			enter(loops, position, headers);
			int now = position;
			statement.forEachRead((variable) -> lastReads[variable.index()] = now);
			if (statement instanceof Assign assign && isShuffle(assign.value(), shuffles)) {
				shuffles.set(assign.variable().index());
				if (!headers.isEmpty() && lastReads[assign.variable().index()] >= headers.element()) {
					handedOn.add(assign.variable());
				}
			}
		}
		return handedOn;
	}

	// The innermost loop comes first.
	private static void enter(Loops loops, int position, Deque<Integer> headers) {
		while (!headers.isEmpty() && loops.end(headers.element()) <= position) {
			headers.pop();
		}
		if (loops.isHeader(position)) {
			headers.push(position);
		}
	}

	private static boolean isShuffle(Expression value, BitSet shuffles) {
		return value instanceof Vector vector && vector.op() == VectorOp.I8X16_SHUFFLE
				|| value instanceof Read read && shuffles.get(read.variable().index());
	}

	/// The periods of the vectors of a body.
	static Periods of(Body body, Loops loops) {
		return new Periods(body, loops);
	}

	/// Whether all lanes of a vector are the same, if they have so many bytes.
	boolean isUniform(Variable vector, int laneBytes) {
		return vector.index() < this.bytes.length && this.bytes[vector.index()] <= laneBytes;
	}

	/// After how many bytes a vector repeats itself.
	int bytes(Variable vector) {
		return (vector.index() < this.bytes.length) ? this.bytes[vector.index()] : VECTOR_BYTES;
	}

	private void look(Statement statement) {
		if (statement instanceof Assign assign && assign.variable().kind() == Kind.VECTOR) {
			int index = assign.variable().index();
			int period = Math.max(this.bytes[index], of(assign.value()));
			this.changed |= period != this.bytes[index];
			this.bytes[index] = period;
		}
	}

	private int of(Expression value) {
		return switch (value) {
			case VectorConstant constant -> of(constant);
			case Read read -> this.bytes[read.variable().index()];
			case Select select -> Math.max(of(select.operand(0)), of(select.operand(1)));
			case Vector vector -> of(vector);
			default -> VECTOR_BYTES;
		};
	}

	private static int of(VectorConstant constant) {
		if (constant.low() != constant.high()) {
			return VECTOR_BYTES;
		}
		int period = Long.BYTES;
		while (period > 1 && Long.rotateRight(constant.low(), period / 2 * Byte.SIZE) == constant.low()) {
			period /= 2;
		}
		return period;
	}

	private int of(Vector vector) {
		if (vector.op() == VectorOp.I8X16_SHUFFLE) {
			return shuffled(vector);
		}
		int period = switch (vector.op()) {
			case V128_NOT, V128_AND, V128_ANDNOT, V128_OR, V128_XOR, V128_BITSELECT -> 1;
			default -> isLanewise(vector.op()) ? VECTOR_BYTES / vector.op().lanes() : VECTOR_BYTES;
		};
		for (int number = 0; number < vector.operandCount(); number++) {
			Expression operand = vector.operand(number);
			period = Math.max(period, (operand.kind() == Kind.VECTOR) ? of(operand) : 1);
		}
		return period;
	}

	// Bytes of a vector that repeats itself are the same if they are a period apart.
	private int shuffled(Vector shuffle) {
		int[] sources = new int[VECTOR_BYTES];
		for (int place = 0; place < VECTOR_BYTES; place++) {
			int number = shuffle.lane(place) / VECTOR_BYTES;
			sources[place] = number * VECTOR_BYTES + shuffle.lane(place) % of(shuffle.operand(number));
		}
		int period = VECTOR_BYTES;
		while (period > 1 && repeats(sources, period / 2)) {
			period /= 2;
		}
		return period;
	}

	private static boolean repeats(int[] sources, int period) {
		for (int place = period; place < VECTOR_BYTES; place++) {
			if (sources[place] != sources[place - period]) {
				return false;
			}
		}
		return true;
	}

	private static boolean isLanewise(VectorOp op) {
		return switch (op) {
			case I8X16_SPLAT, I16X8_SPLAT, I32X4_SPLAT, I64X2_SPLAT, F32X4_SPLAT, F64X2_SPLAT, //
					I32X4_ADD, I32X4_SUB, I32X4_MUL, I32X4_NEG, I32X4_SHL, I32X4_SHR_S, I32X4_SHR_U, //
					I64X2_ADD, I64X2_SUB, I64X2_MUL, I64X2_NEG, I64X2_SHL, I64X2_SHR_S, I64X2_SHR_U, //
					F32X4_ADD, F32X4_SUB, F32X4_MUL, F32X4_DIV, F64X2_ADD, F64X2_SUB, F64X2_MUL, F64X2_DIV ->
				true;
			default -> NarrowArithmetic.isLanewise(op);
		};
	}

}
