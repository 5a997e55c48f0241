package dev.graft.artifact.format;

/// An artifact is damaged: cut short, changed after it was written, or never whole.
public final class CorruptArtifactException extends ArtifactException {

	private static final long serialVersionUID = 1L;

	private final String section;

	private final long offset;

	private final String expected;

	private final String found;

	/// @param source the file, or the name under which the bytes were given
	/// @param section the section, or the part of the file, in which the damage shows
	/// @param offset where in that section, in bytes from its beginning
	/// @param expected what a sound artifact has there
	/// @param found what is there
	public CorruptArtifactException(String source, String section, long offset, String expected, String found) {
		super(source, "damaged artifact, %s @0x%x: expected %s, found %s; compile the module again".formatted(section,
				offset, expected, found));
		this.section = section;
		this.offset = offset;
		this.expected = expected;
		this.found = found;
	}

	/// The section, or the part of the file, in which the damage shows.
	public String section() {
		return this.section;
	}

	/// Where in that section, in bytes from its beginning.
	public long offset() {
		return this.offset;
	}

	/// What a sound artifact has there.
	public String expected() {
		return this.expected;
	}

	/// What is there.
	public String found() {
		return this.found;
	}

}
