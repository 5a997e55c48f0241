package dev.graft.artifact.format;

/// An artifact is sound but was made for something else: another format, engine or
/// configuration.
public final class IncompatibleArtifactException extends ArtifactException {

	private static final long serialVersionUID = 1L;

	private final String field;

	private final String expected;

	private final String found;

	private final String remedy;

	/// @param source the file, or the name under which the bytes were given
	/// @param field which property of the artifact does not fit
	/// @param expected what this engine needs
	/// @param found what the artifact has
	/// @param remedy what to do about it
	public IncompatibleArtifactException(String source, String field, String expected, String found, String remedy) {
		super(source, "incompatible artifact, %s: expected %s, found %s; %s".formatted(field, expected, found, remedy));
		this.field = field;
		this.expected = expected;
		this.found = found;
		this.remedy = remedy;
	}

	/// Which property of the artifact does not fit.
	public String field() {
		return this.field;
	}

	/// What this engine needs.
	public String expected() {
		return this.expected;
	}

	/// What the artifact has.
	public String found() {
		return this.found;
	}

	/// What to do about it.
	public String remedy() {
		return this.remedy;
	}

}
