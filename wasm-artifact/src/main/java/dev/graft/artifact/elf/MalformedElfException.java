package dev.graft.artifact.elf;

/// A file is not ELF64 or contradicts itself.
public final class MalformedElfException extends Exception {

	private static final long serialVersionUID = 1L;

	private final String part;

	private final long offset;

	private final String expected;

	private final String found;

	/// @param part which structure of the file, such as `section header 3`
	/// @param offset where that structure is in the file
	/// @param expected what should be there
	/// @param found what is there
	public MalformedElfException(String part, long offset, String expected, String found) {
		super("%s @0x%x: expected %s, found %s".formatted(part, offset, expected, found));
		this.part = part;
		this.offset = offset;
		this.expected = expected;
		this.found = found;
	}

	/// Which structure of the file.
	public String part() {
		return this.part;
	}

	/// Where that structure is in the file.
	public long offset() {
		return this.offset;
	}

	/// What should be there.
	public String expected() {
		return this.expected;
	}

	/// What is there.
	public String found() {
		return this.found;
	}

}
