package dev.graft.spring.canonical;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How Java methods are called on the other side.
public final class Names {

	private Names() {
	}

	/// A method's name as WIT spells it, as C and Rust do, and as it is: `line-price`,
	/// `line_price`, `linePrice`; one if they are the same.
	public static List<String> spellings(String methodName) {
		List<String> words = words(methodName);
		return Stream.of(String.join("-", words), String.join("_", words), methodName).distinct().toList();
	}

	/// A word begins at an upper-case letter that follows a lower-case one or a digit, or
	/// that precedes a lower-case one: `parseHTTPDate` is `parse`, `http`, `date`.
	private static List<String> words(String camelCase) {
		return Arrays.stream(camelCase.split("_|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"))
			.filter((word) -> !word.isEmpty())
			.map((word) -> word.toLowerCase(Locale.ROOT))
			.toList();
	}

	/// A method in messages: `Pricing.linePrice(String, int)`.
	public static String describe(Method method) {
		String parameters = Arrays.stream(method.getParameterTypes())
			.map(Class::getSimpleName)
			.collect(Collectors.joining(", "));
		return "%s.%s(%s)".formatted(method.getDeclaringClass().getSimpleName(), method.getName(), parameters);
	}

}
