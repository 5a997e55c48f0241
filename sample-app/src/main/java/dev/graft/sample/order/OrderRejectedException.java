package dev.graft.sample.order;

import java.util.List;

/// An order or an attachment did not pass the checks.
final class OrderRejectedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<String> problems;

	/// @param problems all that is wrong, at least one
	OrderRejectedException(List<String> problems) {
		super(String.join("; ", problems));
		this.problems = List.copyOf(problems);
	}

	List<String> problems() {
		return this.problems;
	}

}
