package dev.graft.artifact.elf;

/// `sh_type`: the types of sections that files of sections are made of.
///
/// @see <a href="https://gabi.xinuos.com/elf/03-sheader.html">System V gABI,
/// "Sections"</a>
public enum SectionType {

	/// `SHT_NULL`: the unused first entry.
	NULL(0),

	/// `SHT_PROGBITS`: contents that only the program gives a meaning to.
	PROGRAM_BITS(1),

	/// `SHT_STRTAB`: zero terminated strings.
	STRING_TABLE(3);

	private final int code;

	SectionType(int code) {
		this.code = code;
	}

	/// The value in the file.
	public int code() {
		return this.code;
	}

}
