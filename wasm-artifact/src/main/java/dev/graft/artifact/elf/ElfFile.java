package dev.graft.artifact.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The sections of an ELF file of up to 2 GiB, found without reading their contents.
///
/// Whatever the file holds, every section of the result lies within it.
///
/// @param header the file's header
/// @param sections the sections in the order of their headers, without the unused first
/// one
public record ElfFile(ElfHeader header, List<ElfSection> sections) {

	/// Copies the list.
	public ElfFile {
		sections = List.copyOf(sections);
	}

	/// Finds the sections of a file.
	/// @param bytes the whole file, from zero to the buffer's limit
	public static ElfFile read(ByteBuffer bytes) throws MalformedElfException {
		ByteBuffer file = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
		ElfHeader header = ElfHeader.read(file);
		List<SectionHeader> headers = sectionHeaders(file, header);
		SectionHeader names = names(header, headers);
		List<ElfSection> sections = new ArrayList<>(headers.size());
		for (int i = 1; i < headers.size(); i++) {
			sections.add(new ElfSection(name(file, names, i, headers.get(i)), headers.get(i)));
		}
		return new ElfFile(header, sections);
	}

	/// How many bytes the section headers take, from [ElfHeader#sectionHeaderOffset] on.
	public int sectionHeadersSize() {
		return this.header.sectionHeaderCount() * SectionHeader.BYTES;
	}

	private static List<SectionHeader> sectionHeaders(ByteBuffer file, ElfHeader header) throws MalformedElfException {
		long start = header.sectionHeaderOffset();
		int count = header.sectionHeaderCount();
		if (header.sectionHeaderSize() != SectionHeader.BYTES) {
			throw new MalformedElfException("ELF header", 0, "section headers of " + SectionHeader.BYTES + " bytes",
					header.sectionHeaderSize() + " bytes");
		}
		if (!within(start, (long) count * SectionHeader.BYTES, file.limit())) {
			throw new MalformedElfException("section headers", start,
					count + " headers within a file of " + file.limit() + " bytes", "the end of the file");
		}
		ByteBuffer at = file.duplicate().order(file.order()).position((int) start);
		List<SectionHeader> headers = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			headers.add(checked(i, at.position(), SectionHeader.read(at), file.limit()));
		}
		return headers;
	}

	private static SectionHeader checked(int index, int at, SectionHeader header, int fileSize)
			throws MalformedElfException {
		if (!within(header.offset(), header.size(), fileSize)) {
			throw new MalformedElfException("section header " + index, at,
					"a section within a file of %d bytes".formatted(fileSize),
					"%s bytes @0x%x".formatted(Long.toUnsignedString(header.size()), header.offset()));
		}
		return header;
	}

	private static SectionHeader names(ElfHeader header, List<SectionHeader> headers) throws MalformedElfException {
		int index = header.sectionNamesIndex();
		if (index >= headers.size()) {
			throw new MalformedElfException("ELF header", 0,
					"a section of names among %d sections".formatted(headers.size()), "section " + index);
		}
		return headers.get(index);
	}

	private static String name(ByteBuffer file, SectionHeader names, int index, SectionHeader header)
			throws MalformedElfException {
		long limit = names.offset() + names.size();
		long start = names.offset() + Integer.toUnsignedLong(header.nameOffset());
		long end = start;
		while (end < limit && file.get((int) end) != 0) {
			end++;
		}
		if (end >= limit) {
			throw new MalformedElfException("section names", names.offset(), "the name of section %d".formatted(index),
					"the end of the names");
		}
		byte[] name = new byte[(int) (end - start)];
		file.get((int) start, name);
		return new String(name, StandardCharsets.UTF_8);
	}

	private static boolean within(long offset, long size, int fileSize) {
		return offset >= 0 && size >= 0 && offset <= fileSize && size <= fileSize - offset;
	}

}
