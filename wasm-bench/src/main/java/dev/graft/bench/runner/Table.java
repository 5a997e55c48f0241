package dev.graft.bench.runner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A table as text: aligned and at the same time Markdown, so that it can be pasted. The
/// first columns are aligned to the left, all others to the right.
final class Table {

	private final int left;

	private final List<List<String>> rows = new ArrayList<>();

	/// A table with a row of headings.
	/// @param left how many columns are aligned to the left
	Table(int left, List<String> headings) {
		this.left = left;
		this.rows.add(headings);
	}

	/// Adds a row with as many cells as there are headings.
	void add(List<String> cells) {
		this.rows.add(List.copyOf(cells));
	}

	/// The table.
	@Override
	public String toString() {
		List<Integer> widths = new ArrayList<>(Collections.nCopies(this.rows.getFirst().size(), 1));
		for (List<String> row : this.rows) {
			for (int column = 0; column < row.size(); column++) {
				widths.set(column, Math.max(widths.get(column), row.get(column).length()));
			}
		}
		StringBuilder text = new StringBuilder();
		for (List<String> row : this.rows) {
			append(text, row, widths);
			if (text.indexOf("\n") == text.length() - 1) {
				rule(text, widths);
			}
		}
		return text.toString();
	}

	private void append(StringBuilder text, List<String> row, List<Integer> widths) {
		for (int column = 0; column < row.size(); column++) {
			String format = (column < this.left) ? "| %-" : "| %";
			text.append((format + widths.get(column) + "s ").formatted(row.get(column)));
		}
		text.append("|\n");
	}

	private void rule(StringBuilder text, List<Integer> widths) {
		for (int column = 0; column < widths.size(); column++) {
			text.append('|').append("-".repeat(widths.get(column) + 1)).append((column < this.left) ? '-' : ':');
		}
		text.append("|\n");
	}

}
