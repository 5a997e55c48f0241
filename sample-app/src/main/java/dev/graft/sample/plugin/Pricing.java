package dev.graft.sample.plugin;

import dev.graft.spring.WasmPlugin;

/// Pricing rules.
@WasmPlugin("pricing")
public interface Pricing {

	/// Which rules these are, for people to read.
	String describe();

	/// What a customer pays for one line of an order, in hundredths of the currency.
	/// @throws dev.graft.sample.host.UnknownNameException if there is no such article or
	/// currency
	long linePrice(String customer, String sku, int quantity, String currency);

}
