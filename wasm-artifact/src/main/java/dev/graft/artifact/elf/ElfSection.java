package dev.graft.artifact.elf;

/// A section of a file.
///
/// @param name its name
/// @param header its header, which has been checked to describe a part of the file
public record ElfSection(String name, SectionHeader header) {

	/// Where it begins in the file.
	public int offset() {
		return (int) this.header.offset();
	}

	/// How many bytes it has.
	public int size() {
		return (int) this.header.size();
	}

}
