package dev.graft.compiler.vector;

import java.util.List;

import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.compiler.ir.Computed;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// `i8x16.shuffle`: a vector of bytes of two others, chosen by constants.
///
/// Shuffles that move whole lanes of 32 or 64 bits only give lanes other names. Those
/// that turn the bytes within lanes of 32 bits are rotations, and those that reverse them
/// are what Java has an instruction for. Those that join lanes of 16 bits do so with the
/// halves of `int`s, if there are `int`s. Other ones shift each half of an operand to where
/// its bytes go, once for all bytes that it moves by the same distance, and mask these out.
final class Shuffle {

	private static final int BYTES = 16;

	private static final int HALVES = 4;

	private static final long BYTE = 0xFF;

	private static final int SHORT = 0xFFFF;

	/// How many steps it takes to move, mask and add something.
	private static final int JOINING = 3;

	/// What makes lanes of 8, 16 and 32 bits twice as large, for each the lower half
	/// first.
	private static final List<VectorOp> EXTENSIONS = List.of(VectorOp.I16X8_EXTEND_LOW_I8X16_U,
			VectorOp.I16X8_EXTEND_HIGH_I8X16_U, VectorOp.I32X4_EXTEND_LOW_I16X8_U, VectorOp.I32X4_EXTEND_HIGH_I16X8_U,
			VectorOp.I64X2_EXTEND_LOW_I32X4_U, VectorOp.I64X2_EXTEND_HIGH_I32X4_U);

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
	/// them or in the opposite order. Where there is no instruction for it, C programs
	/// turn lanes by 16 bits in two such shuffles, of which each leaves half of the
	/// lanes alone.
	private static boolean keepsInts(Vector shuffle) {
		for (int first = 0; first < BYTES; first += Integer.BYTES) {
			if (!isTurned(shuffle, first) && !isReversed(shuffle, first, Integer.BYTES)) {
				return false;
			}
		}
		return true;
	}

	/// Whether the bytes of some lane of 32 bits are those of one in the opposite order.
	static boolean reversesInts(Vector shuffle) {
		for (int first = 0; first < BYTES; first += Integer.BYTES) {
			if (isReversed(shuffle, first, Integer.BYTES)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isTurned(Vector shuffle, int first) {
		int source = shuffle.lane(first) / Integer.BYTES * Integer.BYTES;
		for (int place = 0; place < Integer.BYTES; place++) {
			if (shuffle.lane(first + place) != source + (place + turn(shuffle, first)) % Integer.BYTES) {
				return false;
			}
		}
		return true;
	}

	private static boolean isReversed(Vector shuffle, int first, int bytes) {
		int last = shuffle.lane(first);
		for (int place = 0; place < bytes; place++) {
			if (shuffle.lane(first + place) != last - place) {
				return false;
			}
		}
		return last % bytes == bytes - 1;
	}

	private static int turn(Vector shuffle, int first) {
		return shuffle.lane(first) % Integer.BYTES;
	}

	/// Whether all that has to be done is done to lanes of 32 bits by themselves.
	static boolean isOfInts(Vector shuffle) {
		return laneBytes(shuffle) >= Integer.BYTES || keepsInts(shuffle);
	}

	/// Whether lanes of 16 bits are joined in an order that takes fewer steps with the
	/// halves of `int`s than with `long`s, as when four vectors of `float`s become
	/// numbers of 16 bits.
	static boolean joinsShorts(Vector shuffle) {
		return laneBytes(shuffle) == Short.BYTES && !keepsInts(shuffle) && ofInts(shuffle) < ofLongs(shuffle);
	}

	private static int ofInts(Vector shuffle) {
		int steps = 0;
		for (int first = 0; first < BYTES; first += Integer.BYTES) {
			steps += isTurned(shuffle, first) ? 1 : JOINING;
		}
		return steps;
	}

	private static int ofLongs(Vector shuffle) {
		int steps = 0;
		for (int from = 0; from < BYTES; from += Long.BYTES) {
			for (int half = 0; half < HALVES; half++) {
				for (int distance = 1 - Long.BYTES; distance < Long.BYTES; distance++) {
					long mask = mask(shuffle, from, half, distance);
					steps += (mask == 0) ? 0 : (mask == arriving(distance)) ? JOINING - 1 : JOINING;
				}
			}
		}
		return steps;
	}

	/// The operator that makes lanes twice as large, which shuffles with zeros do where
	/// there is no instruction for it.
	/// @param demanded the bytes of the result that somebody uses
	/// @return null if it does something else
	static @Nullable Vector extension(Vector shuffle, int demanded) {
		for (int zero = 0; zero < 2; zero++) {
			for (int bytes = 1; bytes <= Integer.BYTES; bytes *= 2) {
				for (int half = 0; half < 2; half++) {
					if (extendsLanes(shuffle, 1 - zero, bytes, half, demanded)) {
						return Vector.of(EXTENSIONS.get(2 * (bytes / 2) + half), 0, shuffle.operand(1 - zero));
					}
				}
			}
		}
		return null;
	}

	private static boolean extendsLanes(Vector shuffle, int operand, int bytes, int half, int demanded) {
		boolean zeros = false;
		for (int place = 0; place < BYTES; place++) {
			if ((demanded & 1 << place) != 0) {
				boolean zero = place % (2 * bytes) >= bytes;
				zeros |= zero;
				int expected = BYTES * operand + half * BYTES / 2 + place / (2 * bytes) * bytes + place % bytes;
				int lane = shuffle.lane(place);
				if (zero ? !isZero(shuffle.operand(lane / BYTES), lane % BYTES) : lane != expected) {
					return false;
				}
			}
		}
		return zeros;
	}

	private static boolean isZero(Expression vector, int place) {
		return vector instanceof VectorConstant constant
				&& (((place < Long.BYTES) ? constant.low() : constant.high()) >>> place % Long.BYTES * Byte.SIZE
						& BYTE) == 0;
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
		if (bytes >= wanted.laneBytes() || wanted == Shape.I16X8) {
			return wanted;
		}
		boolean ints = bytes == Integer.BYTES
				|| (wanted.lanes() == Shape.I32X4.lanes() && (keepsInts(shuffle) || joinsShorts(shuffle)));
		return ints ? Shape.I32X4 : Shape.I64X2;
	}

	/// The result, from lanes of the operands, those of the first one first.
	/// @param sources lanes of the shape
	static Expression[] lanes(Vector shuffle, Shape shape, Expression[] sources, HalfArithmetic halves) {
		Expression[] values = new Expression[shape.lanes()];
		boolean whole = laneBytes(shuffle) >= shape.laneBytes();
		for (int lane = 0; lane < values.length; lane++) {
			int first = lane * shape.laneBytes();
			values[lane] = whole ? sources[shuffle.lane(first) / shape.laneBytes()]
					: (shape == Shape.I32X4) ? turned(shuffle, first, sources) : (shape == Shape.I16X8)
							? pair(shuffle, first, sources) : interleaved(shuffle, first, sources, halves);
		}
		return values;
	}

	// Bits above the second byte do not matter.
	private static Expression pair(Vector shuffle, int first, Expression[] sources) {
		int low = shuffle.lane(first);
		int high = shuffle.lane(first + 1);
		Expression lower = sources[low / Short.BYTES];
		Expression upper = sources[high / Short.BYTES];
		Expression lowByte = Trees.isConstant(lower, 0) ? lower
				: Trees.and(Trees.down(lower, low % Short.BYTES * Byte.SIZE), Trees.constant((int) BYTE));
		if (Trees.isConstant(upper, 0)) {
			return lowByte;
		}
		boolean stays = high % Short.BYTES > 0;
		return Trees.or(lowByte, stays ? Trees.and(upper, Trees.constant((int) BYTE << Byte.SIZE))
				: Trees.numeric(NumericOp.I32_SHL, upper, Trees.constant(Byte.SIZE)));
	}

	/// The shuffle that does the same as a shift by whole lanes of 16 bits, which moves
	/// them where they are held by themselves.
	/// @return null if it is no such shift
	static @Nullable Vector ofShift(Vector shift) {
		int bytes = switch (shift.op()) {
			case I32X4_SHL, I32X4_SHR_U -> Integer.BYTES;
			case I64X2_SHL, I64X2_SHR_U -> Long.BYTES;
			default -> 0;
		};
		if (bytes == 0 || !(shift.operand(1) instanceof Constant count) || count.bits() % Short.SIZE != 0) {
			return null;
		}
		boolean up = shift.op() == VectorOp.I32X4_SHL || shift.op() == VectorOp.I64X2_SHL;
		int distance = ((int) count.bits() & bytes * Byte.SIZE - 1) / Byte.SIZE * (up ? 1 : -1);
		byte[] lanes = new byte[BYTES];
		for (int place = 0; place < BYTES; place++) {
			int source = place - distance;
			boolean within = Math.floorDiv(source, bytes) == place / bytes;
			lanes[place] = (byte) (within ? source : BYTES + place);
		}
		return Vector.shuffle(lanes, shift.operand(0), new VectorConstant(0, 0));
	}

	private static Expression turned(Vector shuffle, int first, Expression[] sources) {
		Expression source = sources[shuffle.lane(first) / Integer.BYTES];
		if (isReversed(shuffle, first, Integer.BYTES)) {
			return new Computed(JavaBaseMember.I32_REVERSE_BYTES, source);
		}
		if (!isTurned(shuffle, first)) {
			return joined(shuffle, first, sources);
		}
		int turn = turn(shuffle, first);
		return (turn == 0) ? source : Trees.numeric(NumericOp.I32_ROTR, source, Trees.constant(Byte.SIZE * turn));
	}

	private static Expression joined(Vector shuffle, int first, Expression[] sources) {
		int low = shuffle.lane(first);
		int high = shuffle.lane(first + Short.BYTES);
		Expression lower = sources[low / Integer.BYTES];
		Expression upper = sources[high / Integer.BYTES];
		Expression lowHalf = (low % Integer.BYTES == 0) ? Trees.and(lower, Trees.constant(SHORT))
				: Trees.down(lower, Short.SIZE);
		if (Trees.isConstant(upper, 0)) {
			return lowHalf;
		}
		boolean stays = high % Integer.BYTES > 0;
		return Trees.or(lowHalf, stays ? Trees.and(upper, Trees.constant(~SHORT))
				: Trees.numeric(NumericOp.I32_SHL, upper, Trees.constant(Short.SIZE)));
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
		if (isReversed(shuffle, from, Long.BYTES)) {
			return reversed(sources[shuffle.lane(from) / Long.BYTES]);
		}
		if (isReversed(shuffle, from, Integer.BYTES) && isReversed(shuffle, from + Integer.BYTES, Integer.BYTES)
				&& shuffle.lane(from) / Long.BYTES == shuffle.lane(from + Integer.BYTES) / Long.BYTES
				&& shuffle.lane(from) != shuffle.lane(from + Integer.BYTES)) {
			Expression exchanged = reversed(sources[shuffle.lane(from) / Long.BYTES]);
			return Trees.numeric(NumericOp.I64_ROTL, exchanged, Trees.constant((long) Integer.SIZE));
		}
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

	private static Expression reversed(Expression source) {
		return new Computed(JavaBaseMember.I64_REVERSE_BYTES, source);
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
		Expression moved = Trees.moved(source, Byte.SIZE * distance);
		return (mask == arriving(distance)) ? moved : Trees.and(moved, Trees.constant(mask));
	}

	private static long arriving(int distance) {
		return (distance >= 0) ? -1L << Byte.SIZE * distance : -1L >>> -Byte.SIZE * distance;
	}

}
