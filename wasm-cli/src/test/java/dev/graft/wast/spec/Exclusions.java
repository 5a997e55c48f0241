package dev.graft.wast.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// What is known not to pass: the contents of `exclusions.txt`.
///
/// A line is a file, or a file and lines of it, then the reason: `linking.wast:96,112
/// function-references: …`.
final class Exclusions {

	private final Map<String, String> files = new HashMap<>();

	private final Map<String, Set<Integer>> lines = new HashMap<>();

	private Exclusions() {
	}

	/// Reads the list.
	static Exclusions read() {
		Exclusions exclusions = new Exclusions();
		try (InputStream list = Exclusions.class.getResourceAsStream("exclusions.txt")) {
			new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.forEach(exclusions::add);
			return exclusions;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void add(String line) {
		String[] caseAndReason = line.split("\\s+", 2);
		if (caseAndReason.length < 2) {
			throw new IllegalArgumentException("an exclusion without a reason: " + line);
		}
		String[] fileAndLines = caseAndReason[0].split(":", 2);
		if (fileAndLines.length == 1) {
			this.files.put(fileAndLines[0], caseAndReason[1]);
			return;
		}
		Set<Integer> excluded = this.lines.computeIfAbsent(fileAndLines[0], (file) -> new TreeSet<>());
		Arrays.stream(fileAndLines[1].split(",")).map(Integer::valueOf).forEach(excluded::add);
	}

	/// Whether all of a file is excluded.
	boolean isExcluded(String file) {
		return this.files.containsKey(file);
	}

	/// The excluded lines of a file.
	Set<Integer> lines(String file) {
		return this.lines.getOrDefault(file, Set.of());
	}

	/// All files that the list mentions.
	Set<String> mentionedFiles() {
		Set<String> mentioned = new TreeSet<>(this.files.keySet());
		mentioned.addAll(this.lines.keySet());
		return mentioned;
	}

}
