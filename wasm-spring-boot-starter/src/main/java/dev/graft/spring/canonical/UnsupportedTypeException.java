package dev.graft.spring.canonical;

/// A Java type cannot cross the boundary.
public final class UnsupportedTypeException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnsupportedTypeException(String what, Class<?> type) {
		super("%s is of type %s, which cannot cross to a plugin; %s can".formatted(what, type.getTypeName(),
				advice(type)));
	}

	private static String advice(Class<?> type) {
		return (type == char.class) ? "a code point as int" : CanonicalType.supported();
	}

}
