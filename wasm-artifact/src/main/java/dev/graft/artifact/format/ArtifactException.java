package dev.graft.artifact.format;

/// An artifact was refused. The module that it was made from may be fine: making the
/// artifact again is always a way out.
public abstract sealed class ArtifactException extends RuntimeException
		permits CorruptArtifactException, IncompatibleArtifactException {

	private static final long serialVersionUID = 1L;

	private final String source;

	ArtifactException(String source, String message) {
		super(source + ": " + message);
		this.source = source;
	}

	/// The file, or the name under which the bytes were given.
	public String source() {
		return this.source;
	}

}
