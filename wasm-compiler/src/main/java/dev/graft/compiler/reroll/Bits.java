package dev.graft.compiler.reroll;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.reroll.Term.Place;
import org.jspecify.annotations.Nullable;

/// A vector, or half of one, of which any lane can be asked for. Of a lane only the lower
/// bits count.
interface Bits {

	int VECTOR_BYTES = 16;

	int HALF_BYTES = 8;

	/// A lane.
	/// @param bytes how wide it is: 1, 2 or 4
	/// @param index which of these lanes
	Term lane(int bytes, int index);

	/// How wide the lanes are that it is made of; 0 if it could be any.
	int laneBytes();

	/// What memory holds.
	static Bits loaded(Terms terms, Place place) {
		return free((bytes, index) -> terms.loaded(place.further((long) bytes * index), bytes));
	}

	/// A constant.
	static Bits constant(Terms terms, VectorConstant constant) {
		return free((bytes, index) -> {
			int at = bytes * index;
			long half = (at < HALF_BYTES) ? constant.low() : constant.high();
			long bits = half >>> (at % HALF_BYTES * Byte.SIZE);
			return terms.constant((int) (bits & (-1L >>> (Long.SIZE - bytes * Byte.SIZE))));
		});
	}

	/// What the loop does not change.
	/// @param uniform from which width on all lanes are the same
	static Bits given(Terms terms, Variable vector, int uniform) {
		return free((bytes, index) -> terms.given(vector, bytes, (bytes >= uniform) ? 0 : index));
	}

	/// What each round changes.
	static Bits carried(Terms terms, Variable vector) {
		return free((bytes, index) -> terms.carried(vector, bytes, index));
	}

	/// What each round adds the same to.
	/// @param laneBytes how wide the lanes are
	/// @param uniform from which width on all lanes are the same
	static Bits counted(Terms terms, Variable vector, int laneBytes, int uniform) {
		return of(terms, laneBytes, (lane) -> terms.counted(vector, laneBytes, (laneBytes >= uniform) ? 0 : lane));
	}

	/// One behind the other.
	static Bits joined(Bits low, Bits high) {
		return free((bytes, index) -> {
			int lanes = HALF_BYTES / bytes;
			return (index < lanes) ? low.lane(bytes, index) : high.lane(bytes, index - lanes);
		});
	}

	/// The upper or the lower half.
	static Bits half(Bits whole, int half) {
		return part(whole, HALF_BYTES, half);
	}

	/// A wide lane, of which narrower ones can be asked for.
	/// @param wide how many bytes it has
	/// @param number which of these lanes
	static Bits part(Bits whole, int wide, int number) {
		return new Lazy(whole.laneBytes(), (bytes, index) -> whole.lane(bytes, index + number * (wide / bytes)));
	}

	/// What can be asked for in any width.
	static Bits free(LaneFunction lanes) {
		return new Lazy(0, lanes);
	}

	/// Bits combined one by one.
	static Bits bitwise(int laneBytes, LaneFunction lanes) {
		return new Lazy(laneBytes, lanes);
	}

	/// Lanes of one width.
	static Bits of(Terms terms, int laneBytes, IntFunction<Term> lanes) {
		return new Lazy(laneBytes, (bytes, index) -> {
			if (bytes == laneBytes) {
				return lanes.apply(index);
			}
			if (bytes < laneBytes) {
				Term whole = lanes.apply(index * bytes / laneBytes);
				return whole.isMask() ? whole : terms.bits(whole, index * bytes % laneBytes * Byte.SIZE,
						-1 >>> (Integer.SIZE - bytes * Byte.SIZE));
			}
			int parts = bytes / laneBytes;
			return joined(terms, laneBytes, parts, (part) -> lanes.apply(parts * index + part));
		});
	}

	/// Lanes of two vectors.
	static Bits shuffled(Terms terms, Vector shuffle, Bits... sources) {
		int width = laneBytes(shuffle);
		return new Lazy(width, (bytes, index) -> {
			int from = shuffle.lane(bytes * index);
			boolean together = from % bytes == 0;
			for (int place = 1; place < bytes; place++) {
				together &= shuffle.lane(bytes * index + place) == from + place;
			}
			if (together) {
				return sources[from / VECTOR_BYTES].lane(bytes, from % VECTOR_BYTES / bytes);
			}
			return joined(terms, 1, bytes, (part) -> {
				int lane = shuffle.lane(bytes * index + part);
				return sources[lane / VECTOR_BYTES].lane(1, lane % VECTOR_BYTES);
			});
		});
	}

	private static int laneBytes(Vector shuffle) {
		for (int bytes = Integer.BYTES; bytes > 1; bytes /= 2) {
			boolean together = true;
			for (int place = 0; place < VECTOR_BYTES; place++) {
				int first = shuffle.lane(place / bytes * bytes);
				together &= first % bytes == 0 && shuffle.lane(place) == first + place % bytes;
			}
			if (together) {
				return bytes;
			}
		}
		return 1;
	}

	private static Term joined(Terms terms, int partBytes, int parts, IntFunction<Term> part) {
		Term first = part.apply(0);
		boolean mask = first.isMask();
		for (int number = 1; number < parts; number++) {
			mask &= part.apply(number).equals(first);
		}
		if (mask) {
			return first;
		}
		Term loaded = loaded(terms, partBytes, parts, part);
		if (loaded != null) {
			return loaded;
		}
		int bits = partBytes * Byte.SIZE;
		Term joined = terms.unsigned(first, bits);
		for (int number = 1; number < parts; number++) {
			joined = terms.or(joined, terms.shl(terms.unsigned(part.apply(number), bits), bits * number));
		}
		return joined;
	}

	// One load instead of several of neighbours.
	private static @Nullable Term loaded(Terms terms, int partBytes, int parts, IntFunction<Term> part) {
		if (!(part.apply(0).head() instanceof Term.Head.Loaded first)) {
			return null;
		}
		for (int number = 1; number < parts; number++) {
			Place place = first.place().further((long) partBytes * number);
			if (!terms.unsigned(part.apply(number), partBytes * Byte.SIZE).equals(terms.loaded(place, partBytes))) {
				return null;
			}
		}
		return terms.loaded(first.place(), partBytes * parts);
	}

	/// Computes a lane when it is asked for.
	interface LaneFunction {

		/// A lane.
		Term lane(int bytes, int index);

	}

	/// @param laneBytes how wide the lanes are that it is made of
	/// @param function computes a lane
	/// @param known lanes that have been asked for
	record Lazy(int laneBytes, LaneFunction function, Map<Integer, Term> known) implements Bits {

		Lazy(int laneBytes, LaneFunction function) {
			this(laneBytes, function, new HashMap<>());
		}

		@Override
		public Term lane(int bytes, int index) {
			Term term = this.known.get(VECTOR_BYTES * bytes + index);
			if (term == null) {
				term = this.function.lane(bytes, index);
				this.known.put(VECTOR_BYTES * bytes + index, term);
			}
			return term;
		}

	}

}
