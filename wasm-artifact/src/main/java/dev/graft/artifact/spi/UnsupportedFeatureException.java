package dev.graft.artifact.spi;

/// The module uses a part of WebAssembly that is not supported or not enabled, or exceeds
/// a limit of this implementation.
public final class UnsupportedFeatureException extends ModuleException {

	private static final long serialVersionUID = 1L;

	private final String feature;

	/// @param sourceName the file, URL or name that the module is known by
	/// @param location where in the module, such as `@0x1f3 in function 12` or `12:5`
	/// @param feature the name of the proposal or of the limit
	/// @param detail what the module does that needs it
	public UnsupportedFeatureException(String sourceName, String location, String feature, String detail) {
		super(sourceName, location, feature + " is not supported", detail);
		this.feature = feature;
	}

	/// The name of the proposal or of the limit.
	public String feature() {
		return this.feature;
	}

}
