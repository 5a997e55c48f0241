package dev.graft.compiler.vector;

import java.util.List;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.op.VectorOp;

/// Which bytes of each vector are used at all, as sets of bits. C compilers fill the
/// lanes of shuffles that nobody looks at with anything, mostly the first lane, which
/// would be expensive to do.
final class Demand {

	private static final int ALL = 0xFFFF;

	private static final int LOW = 0xFF;

	private static final int LANE = 0xF;

	/// So often all statements are looked at. What a round hands on to the next one,
	/// and that one to its next, takes as many looks as there are vectors on the way.
	private static final int MOST_LOOKS = 16;

	private final int[] bytes;

	private final boolean locals;

	/// Whether more is used than was known before.
	private boolean more;

	private Demand(Body body, boolean locals) {
		this.bytes = new int[body.variables().size()];
		this.locals = locals;
		look(body);
	}

	/// The demand for the vectors of a body.
	static Demand of(Body body) {
		return new Demand(body, false);
	}

	/// The demand for the vectors of a body, also for those that several statements
	/// assign, unless that takes too long. What is used of what a loop hands on is known
	/// only when all of the loop is.
	static Demand withLocals(Body body) {
		Demand demand = new Demand(body, true);
		for (int looks = 1; demand.more && looks < MOST_LOOKS; looks++) {
			demand.look(body);
		}
		return demand.more ? of(body) : demand;
	}

	/// The bytes of a vector that are used; all of them if it may be assigned by several
	/// statements, unless that has been asked for.
	int of(Variable vector) {
		return (this.locals || vector.isTemporary()) ? this.bytes[vector.index()] : ALL;
	}

	private void look(Body body) {
		this.more = false;
		for (Statement statement : body.statements().reversed()) {
			look(statement);
		}
	}

	// A temporary is used behind its only assignment, so that whoever goes from the end
	// to the beginning knows all uses when that comes.
	private void look(Statement statement) {
		if (statement instanceof Assign assign && assign.variable().kind() == Kind.VECTOR
				&& assign.value() instanceof Vector vector) {
			for (int number = 0; number < vector.operandCount(); number++) {
				demand(vector.operand(number), ofOperand(vector, number, of(assign.variable())));
			}
			return;
		}
		int demanded = (statement instanceof Assign copy && copy.value() instanceof Read) ? of(copy.variable()) : ALL;
		for (int number = 0; number < statement.operandCount(); number++) {
			demand(statement.operand(number), demanded);
		}
	}

	private void demand(Expression tree, int demanded) {
		if (tree instanceof Read read && read.kind() == Kind.VECTOR) {
			int known = this.bytes[read.variable().index()];
			this.bytes[read.variable().index()] = known | demanded;
			this.more |= (demanded & ~known) != 0;
		}
		else if (tree instanceof Vector lane && lane.op() == VectorOp.I32X4_EXTRACT_LANE) {
			demand(lane.operand(0), LANE << lane.lane() * Integer.BYTES);
		}
		else if (tree.hasVectors() || tree.kind() != Kind.VECTOR) {
			for (int number = 0; number < tree.operandCount(); number++) {
				demand(tree.operand(number), ALL);
			}
		}
	}

	private static int ofOperand(Vector vector, int operand, int demanded) {
		return switch (vector.op()) {
			case I8X16_SHUFFLE -> shuffled(vector, operand, demanded);
			case I16X8_EXTEND_LOW_I8X16_S, I16X8_EXTEND_LOW_I8X16_U -> extended(demanded, 1);
			case I16X8_EXTEND_HIGH_I8X16_S, I16X8_EXTEND_HIGH_I8X16_U -> extended(demanded, 1) << Long.BYTES;
			case I32X4_EXTEND_LOW_I16X8_S, I32X4_EXTEND_LOW_I16X8_U -> extended(demanded, 2);
			case I32X4_EXTEND_HIGH_I16X8_S, I32X4_EXTEND_HIGH_I16X8_U -> extended(demanded, 2) << Long.BYTES;
			case I64X2_EXTEND_LOW_I32X4_S, I64X2_EXTEND_LOW_I32X4_U -> LOW;
			case I8X16_NARROW_I16X8_S, I8X16_NARROW_I16X8_U -> narrowed(demanded, operand, 1);
			case I16X8_NARROW_I32X4_S, I16X8_NARROW_I32X4_U -> narrowed(demanded, operand, 2);
			case V128_AND, V128_OR, V128_XOR, V128_NOT, V128_ANDNOT, V128_BITSELECT -> demanded;
			default -> isLanewise(vector.op()) ? wholeLanes(demanded, 16 / vector.op().lanes()) : ALL;
		};
	}

	private static boolean isLanewise(VectorOp op) {
		return switch (op) {
			case I8X16_ADD, I8X16_SUB, I8X16_EQ, I16X8_ADD, I16X8_SUB, I16X8_MUL, I16X8_EQ, I16X8_SHL, I16X8_SHR_U,
					I16X8_SHR_S, I32X4_ADD, I32X4_SUB, I32X4_MUL, I32X4_EQ, I32X4_SHL, I32X4_SHR_U, I32X4_SHR_S,
					F32X4_ADD, F32X4_SUB, F32X4_MUL, F32X4_DIV, I64X2_ADD, I64X2_SUB, F64X2_ADD, F64X2_SUB, F64X2_MUL ->
				true;
			default -> false;
		};
	}

	private static int shuffled(Vector shuffle, int operand, int demanded) {
		int bytes = 0;
		for (int place = 0; place < 16; place++) {
			int lane = shuffle.lane(place);
			if ((demanded & 1 << place) != 0 && lane / 16 == operand) {
				bytes |= 1 << lane % 16;
			}
		}
		return bytes;
	}

	// Which bytes of a half become the demanded ones, when lanes of so many bytes are
	// extended to twice as many.
	private static int extended(int demanded, int bytes) {
		int half = 0;
		for (int place = 0; place < 16; place++) {
			if ((demanded & 1 << place) != 0) {
				half |= ((1 << bytes) - 1) << place / (2 * bytes) * bytes;
			}
		}
		return half;
	}

	// Which bytes of an operand become the demanded ones, when lanes become so many
	// bytes.
	private static int narrowed(int demanded, int operand, int bytes) {
		int lanes = 0;
		for (int place = 0; place < Long.BYTES; place++) {
			if ((demanded & 1 << operand * Long.BYTES + place) != 0) {
				lanes |= ((1 << 2 * bytes) - 1) << place / bytes * 2 * bytes;
			}
		}
		return lanes;
	}

	/// Whether a vector is computed from nothing that anybody uses of an operand.
	boolean ignores(Variable target, Vector vector, int operand) {
		return ofOperand(vector, operand, of(target)) == 0;
	}

	private static int wholeLanes(int demanded, int bytes) {
		int lanes = 0;
		for (int place = 0; place < 16; place++) {
			if ((demanded & 1 << place) != 0) {
				lanes |= ((1 << bytes) - 1) << place / bytes * bytes;
			}
		}
		return lanes;
	}

	/// The lanes that a shuffle names, of which the ones that nobody uses have become
	/// such that whole lanes stay together.
	byte[] lanes(Variable target, Vector shuffle) {
		int demanded = of(target);
		byte[] lanes = new byte[16];
		for (int place = 0; place < 16; place++) {
			lanes[place] = (byte) shuffle.lane(place);
		}
		for (int bytes = Long.BYTES; bytes >= Integer.BYTES; bytes -= Integer.BYTES) {
			byte[] together = together(lanes, demanded, bytes);
			if (together.length > 0) {
				return together;
			}
		}
		return lanes;
	}

	private static byte[] together(byte[] lanes, int demanded, int bytes) {
		byte[] together = new byte[16];
		for (int lane = 0; lane < 16; lane += bytes) {
			int first = -1;
			for (int place = lane; place < lane + bytes; place++) {
				if ((demanded & 1 << place) != 0) {
					int begins = lanes[place] - (place - lane);
					if (begins < 0 || begins % bytes != 0 || first >= 0 && first != begins) {
						return new byte[0];
					}
					first = begins;
				}
			}
			for (int place = 0; place < bytes; place++) {
				together[lane + place] = (byte) (Math.max(first, 0) + place);
			}
		}
		return together;
	}

}
