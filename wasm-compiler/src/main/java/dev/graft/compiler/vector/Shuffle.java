package dev.graft.compiler.vector;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.op.NumericOp;

/// `i8x16.shuffle`: a vector of bytes of two others, chosen by constants.
///
/// Shuffles that move whole lanes of 32 or 64 bits only give lanes other names. Those
/// that turn the bytes within lanes of 32 bits are rotations. Other ones shift each half of
/// an operand to where its bytes go, once for all bytes that it moves by the same distance,
/// and mask these out.
final class Shuffle {

	private static final int BYTES = 16;

	private static final int HALVES = 4;

	private static final long BYTE = 0xFF;

	private Shuffle() {
	}

	/// How large the lanes are that stay together, in bytes.
	static int laneBytes(Vector shuffle) {
		int bytes = Long.BYTES;
		while (!moves(shuffle, bytes)) {
			bytes /= 2;
		}
		return bytes;
	}

	private static boolean moves(Vector shuffle, int bytes) {
		for (int place = 0; place < BYTES; place++) {
			int first = shuffle.lane(place - place % bytes);
			if (first % bytes != 0 || shuffle.lane(place) != first + place % bytes) {
				return false;
			}
		}
		return true;
	}

	/// Whether each lane of 32 bits has the bytes of one lane, turned by any number of
	/// them. Where there is no instruction for it, C programs turn lanes by 16 bits in
	/// two such shuffles, of which each leaves half of the lanes alone.
	static boolean turnsLanes(Vector shuffle) {
		for (int place = 0; place < BYTES; place++) {
			int first = place - place % Integer.BYTES;
			int turned = (place + turn(shuffle, first)) % Integer.BYTES;
			if (shuffle.lane(place) != shuffle.lane(first) / Integer.BYTES * Integer.BYTES + turned) {
				return false;
			}
		}
		return true;
	}

	private static int turn(Vector shuffle, int first) {
		return shuffle.lane(first) % Integer.BYTES;
	}

	/// Whether all that has to be done is done to lanes of 32 bits by themselves.
	static boolean isOfInts(Vector shuffle) {
		return laneBytes(shuffle) >= Integer.BYTES || turnsLanes(shuffle);
	}

	/// Whether the result has bytes of an operand.
	static boolean uses(Vector shuffle, int operand) {
		for (int place = 0; place < BYTES; place++) {
			if (shuffle.lane(place) / BYTES == operand) {
				return true;
			}
		}
		return false;
	}

	/// The shape that a shuffle is best done in.
	/// @param wanted the shape of the result
	static Shape shape(Vector shuffle, Shape wanted) {
		int bytes = laneBytes(shuffle);
		if (bytes >= wanted.laneBytes()) {
			return wanted;
		}
		boolean ints = bytes == Integer.BYTES || (wanted.lanes() == Shape.I32X4.lanes() && turnsLanes(shuffle));
		return ints ? Shape.I32X4 : Shape.I64X2;
	}

	/// The result, from lanes of the operands, those of the first one first.
	/// @param sources lanes of the shape
	static Expression[] lanes(Vector shuffle, Shape shape, Expression[] sources, HalfArithmetic halves) {
		Expression[] values = new Expression[shape.lanes()];
		boolean whole = laneBytes(shuffle) >= shape.laneBytes();
		for (int lane = 0; lane < values.length; lane++) {
			int first = lane * shape.laneBytes();
			values[lane] = whole ? sources[shuffle.lane(first) / shape.laneBytes()] : (shape == Shape.I32X4)
					? turned(shuffle, first, sources) : interleaved(shuffle, first, sources, halves);
		}
		return values;
	}

	private static Expression turned(Vector shuffle, int first, Expression[] sources) {
		Expression source = sources[shuffle.lane(first) / Integer.BYTES];
		int turn = turn(shuffle, first);
		return (turn == 0) ? source : Trees.numeric(NumericOp.I32_ROTR, source, Trees.constant(Byte.SIZE * turn));
	}

	// Two runs of four bytes that alternate, which takes fewer steps than moving the
	// bytes one by one.
	private static Expression interleaved(Vector shuffle, int from, Expression[] sources, HalfArithmetic halves) {
		int even = shuffle.lane(from);
		int odd = shuffle.lane(from + 1);
		for (int place = 0; place < Long.BYTES; place++) {
			int expected = ((place & 1) == 0) ? even + place / 2 : odd + place / 2;
			if (shuffle.lane(from + place) != expected) {
				return half(shuffle, from, sources);
			}
		}
		if (even % Integer.BYTES != 0 || odd % Integer.BYTES != 0) {
			return half(shuffle, from, sources);
		}
		return Trees.or(spread(even, sources, halves), Trees.moved(spread(odd, sources, halves), Byte.SIZE));
	}

	private static Expression spread(int first, Expression[] sources, HalfArithmetic halves) {
		Expression source = sources[first / Long.BYTES];
		if (Trees.isConstant(source, 0)) {
			return source;
		}
		return halves.extended(Trees.moved(source, -Byte.SIZE * (first % Long.BYTES)), false);
	}

	private static Expression half(Vector shuffle, int from, Expression[] sources) {
		Expression value = Constant.zero(dev.graft.compiler.ir.Kind.LONG);
		for (int half = 0; half < HALVES; half++) {
			for (int distance = 1 - Long.BYTES; distance < Long.BYTES; distance++) {
				long mask = mask(shuffle, from, half, distance);
				if (mask != 0 && !Trees.isConstant(sources[half], 0)) {
					value = Trees.or(value, moved(sources[half], distance, mask));
				}
			}
		}
		return value;
	}

	// Where the bytes of the result are that come from a half by moving up by a distance.
	private static long mask(Vector shuffle, int from, int half, int distance) {
		long mask = 0;
		for (int place = 0; place < Long.BYTES; place++) {
			int source = shuffle.lane(from + place);
			if (source / Long.BYTES == half && place - source % Long.BYTES == distance) {
				mask |= BYTE << Byte.SIZE * place;
			}
		}
		return mask;
	}

	private static Expression moved(Expression source, int distance, long mask) {
		long arriving = (distance >= 0) ? -1L << Byte.SIZE * distance : -1L >>> -Byte.SIZE * distance;
		Expression moved = Trees.moved(source, Byte.SIZE * distance);
		return (mask == arriving) ? moved : Trees.and(moved, Trees.constant(mask));
	}

}
