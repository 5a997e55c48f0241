package dev.graft.artifact.spi;

/// A feature is on, and another one that it is built on is off.
public final class MissingFeatureException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final Feature feature;

	private final Feature missing;

	/// @param feature the feature that is on
	/// @param missing the one that it needs
	public MissingFeatureException(Feature feature, Feature missing) {
		super("%s is on, and needs %s, which is off: switch %s on or %s off".formatted(feature, missing, missing,
				feature));
		this.feature = feature;
		this.missing = missing;
	}

	/// The feature that is on.
	public Feature feature() {
		return this.feature;
	}

	/// The feature that it needs, which is off.
	public Feature missing() {
		return this.missing;
	}

}
