package dev.graft.artifact.spi;

/// Something is wrong with a module.
///
/// The message names the file, the place, what is wrong, and what was expected and found:
/// `plugins/resize.wasm @0x1f3, memory limits: expected at least 4 pages, found 1`.
public abstract class ModuleException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String sourceName;

	private final String location;

	private final String what;

	private final String expected;

	private final String found;

	/// For problems that are a sentence of their own.
	/// @param sourceName the file, URL or name that the module is known by
	/// @param location where in the module, such as `@0x1f3 in function 12` or `12:5`
	/// @param what what is wrong, in the specification's words: `type mismatch`
	/// @param detail the rest of the sentence
	protected ModuleException(String sourceName, String location, String what, String detail) {
		super("%s %s, %s: %s".formatted(sourceName, location, what, detail));
		this.sourceName = sourceName;
		this.location = location;
		this.what = what;
		this.expected = "";
		this.found = "";
	}

	/// For one thing in place of another.
	/// @param sourceName the file, URL or name that the module is known by
	/// @param location where in the module, such as `@0x1f3 in function 12` or `12:5`
	/// @param what what is wrong, in the specification's words: `type mismatch`
	/// @param expected what should be there
	/// @param found what is there
	protected ModuleException(String sourceName, String location, String what, String expected, String found) {
		super("%s %s, %s: expected %s, found %s".formatted(sourceName, location, what, expected, found));
		this.sourceName = sourceName;
		this.location = location;
		this.what = what;
		this.expected = expected;
		this.found = found;
	}

	/// The file, URL or name that the module is known by.
	public String sourceName() {
		return this.sourceName;
	}

	/// Where in the module, such as `@0x1f3 in function 12` or, in text, `12:5`.
	public String location() {
		return this.location;
	}

	/// What is wrong, in the specification's words where it has any.
	public String what() {
		return this.what;
	}

	/// What should be there; empty if the message says it otherwise.
	public String expected() {
		return this.expected;
	}

	/// What is there; empty if the message says it otherwise.
	public String found() {
		return this.found;
	}

}
