package dev.graft.sample.host;

/// Somebody asked for an article or a currency that the shop does not have.
///
/// Thrown by host functions, it passes through the plugin that called them and arrives
/// unchanged at whoever called the plugin.
public final class UnknownNameException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnknownNameException(String kind, String name) {
		super("There is no %s %s".formatted(kind, name));
	}

}
