package dev.graft.artifact.elf;

import java.nio.ByteBuffer;

/// The ELF header, `Elf64_Ehdr`.
///
/// @param identification `e_ident`
/// @param type `e_type`
/// @param machine `e_machine`
/// @param version `e_version`
/// @param entry `e_entry`
/// @param programHeaderOffset `e_phoff`
/// @param sectionHeaderOffset `e_shoff`
/// @param flags `e_flags`
/// @param headerSize `e_ehsize`
/// @param programHeaderSize `e_phentsize`
/// @param programHeaderCount `e_phnum`
/// @param sectionHeaderSize `e_shentsize`
/// @param sectionHeaderCount `e_shnum`
/// @param sectionNamesIndex `e_shstrndx`
/// @see <a href="https://gabi.xinuos.com/elf/02-eheader.html">System V gABI, "ELF
/// Header"</a>
public record ElfHeader(ElfIdentification identification, int type, int machine, int version, long entry,
		long programHeaderOffset, long sectionHeaderOffset, int flags, int headerSize, int programHeaderSize,
		int programHeaderCount, int sectionHeaderSize, int sectionHeaderCount, int sectionNamesIndex) {

	/// How many bytes it takes.
	public static final int BYTES = 64;

	/// `ET_REL`: sections, no segments.
	static final int TYPE_RELOCATABLE = 1;

	/// `EM_NONE`: no machine.
	static final int MACHINE_NONE = 0;

	/// `EV_CURRENT`.
	static final int VERSION_CURRENT = 1;

	/// The header of a file of sections, whose headers follow it directly.
	static ElfHeader ofSections(ElfIdentification identification, int sectionHeaderCount, int sectionNamesIndex) {
		return new ElfHeader(identification, TYPE_RELOCATABLE, MACHINE_NONE, VERSION_CURRENT, 0, 0, BYTES, 0, BYTES, 0,
				0, SectionHeader.BYTES, sectionHeaderCount, sectionNamesIndex);
	}

	/// Reads it from the beginning of a file.
	static ElfHeader read(ByteBuffer file) throws MalformedElfException {
		ElfIdentification identification = ElfIdentification.read(file);
		if (file.limit() < BYTES) {
			throw new MalformedElfException("ELF header", 0, BYTES + " bytes", file.limit() + " bytes");
		}
		ByteBuffer at = file.duplicate().order(file.order()).position(ElfIdentification.BYTES);
		return new ElfHeader(identification, u16(at), u16(at), at.getInt(), at.getLong(), at.getLong(), at.getLong(),
				at.getInt(), u16(at), u16(at), u16(at), u16(at), u16(at), u16(at));
	}

	void write(ByteBuffer at) {
		this.identification.write(at);
		at.putShort((short) this.type).putShort((short) this.machine).putInt(this.version);
		at.putLong(this.entry).putLong(this.programHeaderOffset).putLong(this.sectionHeaderOffset);
		at.putInt(this.flags).putShort((short) this.headerSize);
		at.putShort((short) this.programHeaderSize).putShort((short) this.programHeaderCount);
		at.putShort((short) this.sectionHeaderSize).putShort((short) this.sectionHeaderCount);
		at.putShort((short) this.sectionNamesIndex);
	}

	private static int u16(ByteBuffer at) {
		return Short.toUnsignedInt(at.getShort());
	}

}
