package dev.graft.compiler.model;

/// How places in a module are told to people: as offsets in the binary, or as lines of
/// the text that it was made from.
@FunctionalInterface
public interface Positions {

	/// Offsets: `@0x1f3`.
	Positions IN_BINARY = (offset) -> "@0x%x".formatted(offset);

	/// The place of a byte.
	/// @param offset its offset in the binary
	String at(int offset);

}
