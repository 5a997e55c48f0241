package dev.graft.sample.plugin;

import dev.graft.spring.WasmPlugin;

/// Everything that the shop prints.
@WasmPlugin("documents")
public interface Documents {

	/// The confirmation of an order.
	/// @param order `key=value` lines; `line` may repeat, its value is
	/// `sku|quantity|price`
	String confirmation(String order);

	/// The text as a Code 39 barcode: a black and white BMP image.
	byte[] barcode(String text);

}
