package dev.graft.artifact.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Lays sections out in an ELF file.
///
/// ```
/// file ::= ElfHeader  SectionHeader^n  (padding section)^n
/// ```
///
/// The headers come first, so that whoever opens the file finds everything about it in
/// its first page. The last section, `.shstrtab`, holds the names. Padding is zero;
/// nothing depends on time or place.
public final class ElfWriter {

	private static final String NAMES = ".shstrtab";

	private final ElfIdentification identification;

	private final List<Part> parts = new ArrayList<>();

	/// @param identification the first bytes of the file
	public ElfWriter(ElfIdentification identification) {
		this.identification = identification;
	}

	/// Adds a section after the ones that are there.
	/// @param name its name
	/// @param alignment a power of two, of which its offset in the file will be a
	/// multiple
	/// @param contents its contents; not copied
	public ElfWriter add(String name, int alignment, ByteBuffer contents) {
		return add(name, alignment, List.of(contents));
	}

	/// Adds a section after the ones that are there.
	/// @param name its name
	/// @param alignment a power of two, of which its offset in the file will be a
	/// multiple
	/// @param contents its contents, in pieces; not copied
	public ElfWriter add(String name, int alignment, List<ByteBuffer> contents) {
		this.parts.add(new Part(name, SectionType.PROGRAM_BITS, alignment, contents));
		return this;
	}

	/// The file.
	/// @throws IllegalStateException if it would have more than 2 GiB
	public byte[] toByteArray() {
		ByteBuffer[] file = new ByteBuffer[1];
		write((size) -> file[0] = ByteBuffer.allocate(size));
		return file[0].array();
	}

	/// Writes the file.
	/// @param place gives a place for a file of a size, full of zeros
	/// @throws IllegalStateException if it would have more than 2 GiB
	public void write(IntFunction<ByteBuffer> place) {
		List<Part> all = new ArrayList<>(this.parts);
		ByteBuffer names = names(all);
		all.add(new Part(NAMES, SectionType.STRING_TABLE, 1, List.of(names)));
		List<SectionHeader> headers = layOut(all);
		ByteBuffer file = place.apply(size(headers)).duplicate().order(ByteOrder.LITTLE_ENDIAN);
		ElfHeader.ofSections(this.identification, headers.size(), headers.size() - 1).write(file);
		headers.forEach((header) -> header.write(file));
		for (int i = 0; i < all.size(); i++) {
			file.position((int) headers.get(i + 1).offset());
			for (ByteBuffer piece : all.get(i).contents()) {
				file.put(piece.duplicate());
			}
		}
	}

	private static List<SectionHeader> layOut(List<Part> parts) {
		List<SectionHeader> headers = new ArrayList<>();
		headers.add(SectionHeader.NULL);
		long end = ElfHeader.BYTES + (parts.size() + 1L) * SectionHeader.BYTES;
		int name = 1;
		for (Part part : parts) {
			long offset = (end + part.alignment() - 1) & -part.alignment();
			long size = part.size();
			headers.add(SectionHeader.of(name, part.type(), offset, size, part.alignment()));
			end = offset + size;
			name += part.name().getBytes(StandardCharsets.UTF_8).length + 1;
		}
		return headers;
	}

	/// A string table: an empty string, then each section's name, each with its zero.
	private static ByteBuffer names(List<Part> parts) {
		StringBuilder names = new StringBuilder("\0");
		parts.forEach((part) -> names.append(part.name()).append('\0'));
		return ByteBuffer.wrap(names.append(NAMES).append('\0').toString().getBytes(StandardCharsets.UTF_8));
	}

	private static int size(List<SectionHeader> headers) {
		SectionHeader last = headers.getLast();
		long size = last.offset() + last.size();
		if (size > Integer.MAX_VALUE - 8) {
			throw new IllegalStateException("a file of " + size + " bytes is larger than 2 GiB");
		}
		return (int) size;
	}

	private record Part(String name, SectionType type, long alignment, List<ByteBuffer> contents) {

		long size() {
			return this.contents.stream().mapToLong(ByteBuffer::remaining).sum();
		}

	}

}
