package dev.graft.compiler.text;

/// What becomes of a module in the text format.
public final class WatModule {

	private final byte[] binary;

	private final SourceMap sourceMap;

	WatModule(byte[] binary, SourceMap sourceMap) {
		this.binary = binary;
		this.sourceMap = sourceMap;
	}

	/// The same module in the binary format; not a copy.
	public byte[] binary() {
		return this.binary;
	}

	/// Where each byte of the binary comes from.
	public SourceMap sourceMap() {
		return this.sourceMap;
	}

}
