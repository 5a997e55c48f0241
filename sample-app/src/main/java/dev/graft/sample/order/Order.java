package dev.graft.sample.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/// An order that has been accepted.
///
/// @param id its number
/// @param customer who has ordered
/// @param currency the currency of all amounts
/// @param lines what has been ordered
/// @param total what the customer pays
record Order(String id, String customer, String currency, List<Line> lines, BigDecimal total) {

	record Line(String sku, int quantity, BigDecimal price) {

		static Line of(String sku, int quantity, long priceHundredths) {
			return new Line(sku, quantity, BigDecimal.valueOf(priceHundredths, 2));
		}

	}

	/// The order as the plugin for documents reads it.
	String toDocumentText() {
		String fields = "id=%s\ncustomer=%s\ncurrency=%s\ntotal=%s\n".formatted(this.id, onOneLine(this.customer),
				this.currency, this.total.unscaledValue());
		return this.lines.stream()
			.map((line) -> "line=%s|%d|%s\n".formatted(line.sku(), line.quantity(), line.price().unscaledValue()))
			.collect(Collectors.joining("", fields, ""));
	}

	// A customer whose name has lines could write fields of its own.
	private static String onOneLine(String text) {
		return text.replaceAll("\\R", " ");
	}

}
