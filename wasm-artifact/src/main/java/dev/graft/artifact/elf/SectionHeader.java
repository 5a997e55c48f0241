package dev.graft.artifact.elf;

import java.nio.ByteBuffer;

/// A section header, `Elf64_Shdr`.
///
/// @param nameOffset `sh_name`: where the name begins in the section of names
/// @param type `sh_type`, as [SectionType#code]
/// @param flags `sh_flags`
/// @param address `sh_addr`
/// @param offset `sh_offset`: where the section begins in the file
/// @param size `sh_size`: how many bytes it has
/// @param link `sh_link`
/// @param info `sh_info`
/// @param alignment `sh_addralign`: a power of two
/// @param entrySize `sh_entsize`
/// @see <a href="https://gabi.xinuos.com/elf/03-sheader.html#section-header">System V
/// gABI, "Section Header"</a>
public record SectionHeader(int nameOffset, int type, long flags, long address, long offset, long size, int link,
		int info, long alignment, long entrySize) {

	/// How many bytes it takes.
	public static final int BYTES = 64;

	/// The first entry of every table.
	static final SectionHeader NULL = new SectionHeader(0, SectionType.NULL.code(), 0, 0, 0, 0, 0, 0, 0, 0);

	/// The header of a section that is not loaded anywhere.
	static SectionHeader of(int nameOffset, SectionType type, long offset, long size, long alignment) {
		return new SectionHeader(nameOffset, type.code(), 0, 0, offset, size, 0, 0, alignment, 0);
	}

	static SectionHeader read(ByteBuffer at) {
		return new SectionHeader(at.getInt(), at.getInt(), at.getLong(), at.getLong(), at.getLong(), at.getLong(),
				at.getInt(), at.getInt(), at.getLong(), at.getLong());
	}

	void write(ByteBuffer at) {
		at.putInt(this.nameOffset).putInt(this.type);
		at.putLong(this.flags).putLong(this.address).putLong(this.offset).putLong(this.size);
		at.putInt(this.link).putInt(this.info).putLong(this.alignment).putLong(this.entrySize);
	}

}
