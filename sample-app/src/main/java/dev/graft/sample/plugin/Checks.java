package dev.graft.sample.plugin;

import dev.graft.spring.WasmPlugin;

/// Checks of what comes in.
@WasmPlugin("checks")
public interface Checks {

	/// What is wrong with the e-mail address; empty when nothing is.
	String checkAddress(String address);

	/// What is wrong with a line of an order; empty when nothing is.
	/// @throws dev.graft.sample.host.UnknownNameException if there is no such article
	String checkLine(String sku, int quantity);

	/// Whether the content of a file is what the name promises.
	boolean checkAttachment(String name, byte[] content);

}
