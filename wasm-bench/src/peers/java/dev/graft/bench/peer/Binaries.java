package dev.graft.bench.peer;

import dev.graft.compiler.text.WatParser;

/// Binary modules for engines that do not read text.
final class Binaries {

	private Binaries() {
	}

	/// A module in the binary format.
	static byte[] of(String text) {
		return WatParser.parse("module.wat", text).binary();
	}

}
