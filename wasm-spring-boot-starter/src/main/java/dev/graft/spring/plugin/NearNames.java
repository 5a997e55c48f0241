package dev.graft.spring.plugin;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Names that may have been meant.
final class NearNames {

	private static final int MOST = 3;

	private NearNames() {
	}

	/// The names that differ from a wanted one in up to a third of its letters, or in
	/// nothing but its qualification; the nearest first.
	static List<String> of(String wanted, List<String> names) {
		String plain = plain(wanted);
		return names.stream()
			.filter((name) -> distance(plain, plain(name)) <= Math.max(1, plain.length() / 3))
			.sorted(Comparator.comparingInt((name) -> distance(plain, plain(name))))
			.limit(MOST)
			.toList();
	}

	private static String plain(String name) {
		return name.substring(name.indexOf('#') + 1).replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
	}

	/// How many letters must be inserted, deleted or replaced.
	private static int distance(String a, String b) {
		int[] row = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				int replaced = diagonal + ((a.charAt(i - 1) == b.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
			}
		}
		return row[b.length()];
	}

}
