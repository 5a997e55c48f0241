package dev.graft.engine.link;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds the names that may have been meant by one that does not exist.
public final class SimilarNames {

	private static final int MOST = 3;

	/// Nobody mistypes longer names, and comparing takes the product of the lengths.
	private static final int LONGEST = 200;

	private SimilarNames() {
	}

	/// Import names that are similar in both parts, or equal in the second.
	static List<ImportName> to(ImportName wanted, Collection<ImportName> known) {
		return known.stream()
			.filter((name) -> name.name().equals(wanted.name())
					|| (similar(wanted.module(), name.module()) && similar(wanted.name(), name.name())))
			.sorted(Comparator.<ImportName>comparingInt((name) -> distance(wanted.toString(), name.toString()))
				.thenComparing(Comparator.naturalOrder()))
			.limit(MOST)
			.toList();
	}

	/// Names that are similar.
	public static List<String> to(String wanted, Collection<String> known) {
		return known.stream()
			.filter((name) -> similar(wanted, name))
			.sorted(Comparator.<String>comparingInt((name) -> distance(wanted, name))
				.thenComparing(Comparator.naturalOrder()))
			.limit(MOST)
			.toList();
	}

	/// Two names that differ by no more than about a third of their length (short ones by
	/// two characters, so that it can be two that were swapped), or only in how words are
	/// separated.
	private static boolean similar(String one, String other) {
		int shorter = Math.min(one.length(), other.length());
		int longer = Math.max(one.length(), other.length());
		if (longer > LONGEST) {
			return false;
		}
		int distance = distance(one, other);
		return (distance < shorter && distance <= Math.max(2, shorter / 3)) || plain(one).equals(plain(other));
	}

	private static String plain(String name) {
		return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
	}

	/// How many characters have to be inserted, removed or replaced (Levenshtein), row by
	/// row.
	private static int distance(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int column = 0; column < row.length; column++) {
			row[column] = column;
		}
		for (int line = 1; line <= one.length(); line++) {
			int diagonal = row[0];
			row[0] = line;
			for (int column = 1; column < row.length; column++) {
				int replaced = diagonal + ((one.charAt(line - 1) == other.charAt(column - 1)) ? 0 : 1);
				diagonal = row[column];
				row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
			}
		}
		return row[other.length()];
	}

}
