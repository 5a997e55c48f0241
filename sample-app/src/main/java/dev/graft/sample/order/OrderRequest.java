package dev.graft.sample.order;

import java.util.List;

/// What a customer wants.
///
/// @param customer the customer's name
/// @param address the customer's e-mail address
/// @param currency in which the customer pays, as in `EUR`
/// @param items what the customer wants, and how many of it
record OrderRequest(String customer, String address, String currency, List<Item> items) {

	record Item(String sku, int quantity) {

		Item {
			if (quantity < 0) {
				throw new IllegalArgumentException("A quantity is not negative");
			}
		}

	}

}
