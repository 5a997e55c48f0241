package dev.graft.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The arguments of a command, taken one by one. Options stand before the first
/// positional argument or between them, as the command likes; `--name=value` is the same
/// as `--name value`.
final class Arguments {

	private final Deque<String> rest;

	Arguments(List<String> arguments) {
		this.rest = new ArrayDeque<>(arguments);
	}

	boolean isEmpty() {
		return this.rest.isEmpty();
	}

	/// The next argument if it is an option, otherwise null. A lone `--` ends the
	/// options.
	@Nullable String nextOption() {
		String next = this.rest.peek();
		if (next == null || !next.startsWith("-") || next.equals("-")) {
			return null;
		}
		this.rest.remove();
		if (next.equals("--")) {
			return null;
		}
		int equals = next.indexOf('=');
		if (next.startsWith("--") && equals > 0) {
			this.rest.addFirst(next.substring(equals + 1));
			return next.substring(0, equals);
		}
		return next;
	}

	/// The next argument, whatever it is.
	/// @param what what it would be, for the message if there is none
	String next(String what) {
		String next = this.rest.poll();
		if (next == null) {
			throw new UsageException(what + " is missing");
		}
		return next;
	}

	/// All arguments that are left.
	List<String> remaining() {
		List<String> all = List.copyOf(this.rest);
		this.rest.clear();
		return all;
	}

	/// Complains if anything is left.
	void end() {
		String next = this.rest.peek();
		if (next != null) {
			throw new UsageException("unexpected argument '%s'".formatted(next));
		}
	}

}
