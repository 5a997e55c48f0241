package dev.graft.spring.reload;

import java.util.List;

import dev.graft.engine.trap.WasmException;

/// Plugins cannot be had, and the application is not to start without. All of them are in
/// one exception.
public final class WasmPluginsMissingException extends WasmException {

	private static final long serialVersionUID = 1L;

	private final transient List<String> problems;

	WasmPluginsMissingException(List<String> problems) {
		super(String.join("\n", problems));
		this.problems = List.copyOf(problems);
	}

	/// What is missing and why, a sentence each.
	public List<String> problems() {
		return this.problems;
	}

}
