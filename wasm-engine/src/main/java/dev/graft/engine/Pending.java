package dev.graft.engine;

/// Stands for bodies that follow within the hour.
@SuppressWarnings({ "DoNotCallSuggester", "TypeParameterUnusedInFormals" })
public final class Pending {

	private Pending() {
	}

	/// Nothing yet.
	public static <T> T body() {
		throw new UnsupportedOperationException();
	}

}
