package dev.graft.wast.runner;

import org.jspecify.annotations.Nullable;

/// A place for something that a command makes, or should have made.
///
/// @param <T> what it is
/// @param value the thing, or null if the command failed
/// @param line the line of the command
record Slot<T>(@Nullable T value, int line) {

	/// The thing.
	/// @throws BlockedException if the command failed
	T require() {
		if (this.value == null) {
			throw new BlockedException("the module of line " + this.line + " failed");
		}
		return this.value;
	}

}
