package dev.graft.compiler.reroll;

import java.util.List;

import dev.graft.compiler.reroll.Counters.Counter;
import dev.graft.compiler.reroll.Counters.Value;

/// How a counter goes on from element to element of a round.
///
/// @param counter the counter
/// @param count how many elements a round has
/// @param places what it is to elements, and to the first one
record Progress(Counter counter, int count, List<Place> places) {

	/// What an element has in place of what the first has.
	///
	/// @param first what the first has
	/// @param value what the element has
	/// @param element which it is
	record Place(Value first, Value value, int element) {
	}

	/// Whether each element adds a number that is known.
	boolean isKnown() {
		return this.counter.increment().isConstant();
	}

	/// The number that each element adds, if it is known.
	int step() {
		return signed(this.counter.increment().value()) / this.count;
	}

	// Lanes of constants are not extended by their sign.
	private int signed(int number) {
		int unused = Integer.SIZE - this.counter.bytes() * Byte.SIZE;
		return number << unused >> unused;
	}

	/// Whether it can be, as far as that is known already, that each element adds the
	/// same.
	boolean isPossible() {
		if (isKnown() && signed(this.counter.increment().value()) % this.count != 0) {
			return false;
		}
		for (Place place : this.places) {
			boolean near = isKnown() && place.first.isNear(place.value);
			if (near && !this.counter.areSame(place.first.distance(place.value), (long) step() * place.element)) {
				return false;
			}
		}
		return true;
	}

	/// The places of which only the beginning of the loop tells.
	List<Place> open() {
		return this.places.stream().filter((place) -> !isKnown() || !place.first.isNear(place.value)).toList();
	}

}
