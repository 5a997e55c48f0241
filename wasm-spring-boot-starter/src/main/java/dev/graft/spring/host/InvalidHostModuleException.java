package dev.graft.spring.host;

import java.util.List;

/// Beans offer host functions in a way that cannot work. All that is wrong is in one
/// exception.
public final class InvalidHostModuleException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<String> problems;

	InvalidHostModuleException(List<String> problems) {
		super(String.join("\n", problems));
		this.problems = List.copyOf(problems);
	}

	/// All that is wrong, a sentence each.
	public List<String> problems() {
		return this.problems;
	}

}
