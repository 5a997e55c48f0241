package dev.graft.fuzz;

import java.util.function.Consumer;
import java.util.function.Predicate;

/// A way to go on with a function.
///
/// @param weight how often it is taken, compared with the others
/// @param possible whether it can be taken now
/// @param write writes the instructions
record Production(int weight, Predicate<Code> possible, Consumer<Code> write) {

	/// One that can always be taken.
	static Production always(int weight, Consumer<Code> write) {
		return new Production(weight, (code) -> true, write);
	}

}
