package dev.graft.compiler.segment;

/// The bytes of a data segment whose place in a memory is known.
///
/// @param memoryOffset where they go
/// @param bytesOffset where they are in the binary
/// @param length how many they are, not zero
record PlacedBytes(long memoryOffset, int bytesOffset, int length) {

	/// Where they end in the memory.
	long memoryEnd() {
		return this.memoryOffset + this.length;
	}

}
