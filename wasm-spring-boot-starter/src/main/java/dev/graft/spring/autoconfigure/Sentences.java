package dev.graft.spring.autoconfigure;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.util.StringUtils;

/// The form of failure analyses.
final class Sentences {

	private Sentences() {
	}

	/// A sentence, then the items on lines of their own.
	static String list(String sentence, List<String> items) {
		return items.isEmpty() ? sentence : items.stream()
			.collect(Collectors.joining("%n    - ".formatted(), "%s%n%n    - ".formatted(sentence), "%n".formatted()));
	}

	static String sentence(String clause) {
		return StringUtils.capitalize(clause) + ".";
	}

}
