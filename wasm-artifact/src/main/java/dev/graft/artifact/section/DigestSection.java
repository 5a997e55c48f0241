package dev.graft.artifact.section;

import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.format.SectionInput;
import dev.graft.artifact.format.SectionOutput;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// A checksum per section, so that each can be checked on its own, and only when it is
/// used.
///
/// ```
/// digest ::= self:u32 headers:u32 section:u32^n
/// ```
///
/// `self` is the CRC-32C of the rest of this section, `headers` that of the ELF header
/// and the section headers, and `section` those of the sections in the order of their
/// headers, without the unused first one; that of this section itself is zero.
///
/// This finds damage, not malice. What an artifact can do is limited by what its classes
/// may call, whoever made it.
///
/// @param headers the checksum of the headers
/// @param sections the checksums of the sections
public record DigestSection(int headers, List<Integer> sections) {

	private static final String NAME = SectionKind.DIGEST.sectionName();

	/// Copies the list.
	public DigestSection {
		sections = List.copyOf(sections);
	}

	/// The checksum that is used throughout.
	/// @param parts buffers, whose remaining bytes are checked one after the other
	public static int checksum(ByteBuffer... parts) {
		CRC32C checksum = new CRC32C();
		for (ByteBuffer part : parts) {
			checksum.update(part.duplicate());
		}
		return (int) checksum.getValue();
	}

	/// The size of the section.
	/// @param sectionCount how many sections the file has
	public static int size(int sectionCount) {
		return (2 + sectionCount) * Integer.BYTES;
	}

	/// The section.
	public ByteBuffer write() {
		SectionOutput rest = new SectionOutput().u32(this.headers);
		this.sections.forEach(rest::u32);
		byte[] bytes = rest.toByteArray();
		int self = checksum(ByteBuffer.wrap(bytes));
		return ByteBuffer.wrap(new SectionOutput().u32(self).bytes(bytes).toByteArray());
	}

	/// Reads a section.
	/// @param source the file, for messages
	/// @param sectionCount how many sections the file has
	/// @throws CorruptArtifactException if the section is damaged
	public static DigestSection read(String source, ByteBuffer section, int sectionCount) {
		SectionInput input = new SectionInput(source, NAME, section);
		if (section.remaining() != size(sectionCount)) {
			throw input.corrupt(0, size(sectionCount) + " bytes for " + sectionCount + " sections",
					section.remaining() + " bytes");
		}
		require(source, NAME, input.u32(), checksum(section.slice(Integer.BYTES, section.remaining() - Integer.BYTES)));
		int headers = input.u32();
		List<Integer> sections = new ArrayList<>(sectionCount);
		for (int i = 0; i < sectionCount; i++) {
			sections.add(input.u32());
		}
		return new DigestSection(headers, sections);
	}

	/// Refuses bytes whose checksum is not the expected one.
	/// @param source the file, for messages
	/// @param part which part of it, for messages
	/// @throws CorruptArtifactException if the checksums differ
	public static void require(String source, String part, int expected, int found) {
		if (expected != found) {
			throw new CorruptArtifactException(source, part, 0, "checksum 0x%08x".formatted(expected),
					"0x%08x".formatted(found));
		}
	}

}
