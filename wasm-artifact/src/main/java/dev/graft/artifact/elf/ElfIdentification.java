package dev.graft.artifact.elf;

import java.nio.ByteBuffer;

/// The first sixteen bytes of a file, `e_ident`: 64 bits, little endian, version 1 of
/// ELF, and the two bytes that are free to choose.
///
/// ```
/// e_ident ::= 0x7F 'E' 'L' 'F'  2 (64 bits)  1 (little endian)  1 (version)  osAbi:u8  abiVersion:u8  0^7
/// ```
///
/// @param osAbi `EI_OSABI`: whose extensions the file uses; values from 64 on are free
/// @param abiVersion `EI_ABIVERSION`: the version of those extensions
/// @see <a href="https://gabi.xinuos.com/elf/02-eheader.html#elf-identification">System V
/// gABI, "ELF Identification"</a>
public record ElfIdentification(int osAbi, int abiVersion) {

	/// How many bytes it takes.
	public static final int BYTES = 16;

	private static final int MAGIC = 0x464C_457F;

	private static final int CLASS_64_LITTLE_ENDIAN_VERSION_1 = 0x01_01_02;

	private static final int OS_ABI = 7;

	private static final int ABI_VERSION = 8;

	/// Whether a file begins with the identification of a 64-bit little endian ELF file.
	/// @param file the beginning of a file, little endian
	public static boolean isPresent(ByteBuffer file) {
		return file.limit() >= BYTES && file.getInt(0) == MAGIC
				&& (file.getInt(4) & 0xFF_FFFF) == CLASS_64_LITTLE_ENDIAN_VERSION_1;
	}

	/// Reads it from the beginning of a file.
	/// @param file the file, little endian
	public static ElfIdentification read(ByteBuffer file) throws MalformedElfException {
		if (!isPresent(file)) {
			throw new MalformedElfException("ELF identification", 0, "a 64-bit little endian ELF file", describe(file));
		}
		return new ElfIdentification(Byte.toUnsignedInt(file.get(OS_ABI)), Byte.toUnsignedInt(file.get(ABI_VERSION)));
	}

	void write(ByteBuffer file) {
		file.putInt(MAGIC).putInt(CLASS_64_LITTLE_ENDIAN_VERSION_1 | this.osAbi << 24).putLong(this.abiVersion);
	}

	private static String describe(ByteBuffer file) {
		if (file.limit() < BYTES) {
			return file.limit() + " bytes";
		}
		return "0x%08x 0x%08x".formatted(Integer.reverseBytes(file.getInt(0)), Integer.reverseBytes(file.getInt(4)));
	}

}
