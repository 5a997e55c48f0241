package dev.graft.spring.plugin;

/// The annotation [dev.graft.spring.WasmPlugin] is where it cannot be, or says what it
/// cannot say.
public final class InvalidPluginInterfaceException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String action;

	/// @param type the annotated type
	/// @param reason what is wrong with it
	/// @param action what to do about it
	public InvalidPluginInterfaceException(Class<?> type, String reason, String action) {
		super("%s cannot be the interface of a plugin: %s".formatted(type.getName(), reason));
		this.action = action;
	}

	/// What to do about it.
	public String action() {
		return this.action;
	}

}
