package dev.graft.compiler.vector;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.VectorOp;

/// Which vectors are masks, that is, all or none of the bits of each lane are set: what
/// comparisons make, and what is made of that. Code that was written for other processors
/// narrows masks as it narrows numbers, as there is no other instruction for it. They have
/// nothing to saturate.
final class LaneMasks {

	private static final Set<VectorOp> COMPARISONS = EnumSet.range(VectorOp.I8X16_EQ, VectorOp.F64X2_GE);

	static {
		COMPARISONS.addAll(EnumSet.range(VectorOp.I64X2_EQ, VectorOp.I64X2_GE_S));
	}

	private final Map<Variable, Integer> laneBits = new HashMap<>();

	/// Remembers what a temporary is computed by.
	void assign(Variable vector, Expression value) {
		int bits = laneBits(value);
		if (bits > 0) {
			this.laneBits.put(vector, bits);
		}
	}

	/// How many bits there are in the lanes of which all or none are set, 0 if none are
	/// known to be such. A mask of wide lanes is one of narrower lanes, too.
	int laneBits(Expression vector) {
		return switch (vector) {
			case VectorConstant constant -> Math.min(laneBits(constant.low()), laneBits(constant.high()));
			case Read read -> this.laneBits.getOrDefault(read.variable(), 0);
			case Vector computed -> of(computed);
			default -> 0;
		};
	}

	private static int laneBits(long half) {
		for (int bits = Long.SIZE; bits >= Byte.SIZE; bits /= 2) {
			if (isMask(half, bits)) {
				return bits;
			}
		}
		return 0;
	}

	private static boolean isMask(long half, int bits) {
		for (int place = 0; place < Long.SIZE; place += bits) {
			long lane = half << Long.SIZE - bits - place >> Long.SIZE - bits;
			if (lane != 0 && lane != -1) {
				return false;
			}
		}
		return true;
	}

	private int of(Vector value) {
		return switch (value.op()) {
			case V128_NOT, V128_AND, V128_ANDNOT, V128_OR, V128_XOR, V128_BITSELECT -> narrowest(value);
			case I8X16_SHUFFLE -> Math.min(narrowest(value), Shuffle.laneBytes(value) * Byte.SIZE);
			case I8X16_NARROW_I16X8_S -> (narrowest(value) >= Short.SIZE) ? Byte.SIZE : 0;
			case I16X8_NARROW_I32X4_S -> (narrowest(value) >= Integer.SIZE) ? Short.SIZE : 0;
			default -> COMPARISONS.contains(value.op()) ? value.op().laneBits() : 0;
		};
	}

	private int narrowest(Vector value) {
		int bits = Long.SIZE;
		for (int number = 0; number < value.operandCount(); number++) {
			bits = Math.min(bits, laneBits(value.operand(number)));
		}
		return bits;
	}

}
