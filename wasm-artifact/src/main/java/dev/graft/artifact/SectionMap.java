package dev.graft.artifact;

import dev.graft.artifact.elf.ElfFile;
import dev.graft.artifact.elf.ElfSection;
import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.mapping.MappedBytes;
import dev.graft.artifact.section.DigestSection;
import dev.graft.artifact.section.SectionKind;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The sections of an open artifact. Each is checked against its checksum the first time
/// somebody asks for its contents.
final class SectionMap {

	private final String source;

	private final MappedBytes bytes;

	private final Map<String, Entry> entries;

	private final Set<String> checked = ConcurrentHashMap.newKeySet();

	private SectionMap(String source, MappedBytes bytes, Map<String, Entry> entries) {
		this.source = source;
		this.bytes = bytes;
		this.entries = entries;
	}

	static SectionMap of(String source, MappedBytes bytes, ElfFile elf, DigestSection digest) {
		Map<String, Entry> entries = LinkedHashMap.newLinkedHashMap(elf.sections().size());
		for (int i = 0; i < elf.sections().size(); i++) {
			ElfSection section = elf.sections().get(i);
			if (entries.put(section.name(), new Entry(section, digest.sections().get(i))) != null) {
				throw new CorruptArtifactException(source, section.name(), 0, "one section of that name", "two");
			}
		}
		return new SectionMap(source, bytes, entries);
	}

	/// The identity of the mapped file, null if it is not known.
	@Nullable Object fileKey() {
		return this.bytes.fileKey();
	}

	/// The contents of a section, which has been checked; empty if there is no such
	/// section.
	ByteBuffer checked(SectionKind kind) {
		check(kind.sectionName());
		return unchecked(kind);
	}

	/// The contents of a section whose parts are checked on their own.
	ByteBuffer unchecked(SectionKind kind) {
		Entry entry = this.entries.get(kind.sectionName());
		return (entry != null) ? this.bytes.buffer(entry.section().offset(), entry.section().size())
				: this.bytes.buffer(0, 0);
	}

	/// The contents of a section, which has been checked, if there is such a section.
	@Nullable MemorySegment segment(String name) {
		check(name);
		Entry entry = this.entries.get(name);
		return (entry != null) ? this.bytes.segment(entry.section().offset(), entry.section().size()) : null;
	}

	/// The contents of a section, which has been checked; empty if there is no such
	/// section.
	MemorySegment segment(SectionKind kind) {
		MemorySegment segment = segment(kind.sectionName());
		return (segment != null) ? segment : this.bytes.segment(0, 0);
	}

	/// The size of a section, zero if there is no such section.
	long size(SectionKind kind) {
		Entry entry = this.entries.get(kind.sectionName());
		return (entry != null) ? entry.section().size() : 0;
	}

	/// The size of the file.
	long fileSize() {
		return this.bytes.size();
	}

	/// Where all sections are, in the order of their headers.
	List<ArtifactSection> list() {
		return this.entries.values()
			.stream()
			.map(Entry::section)
			.map((section) -> new ArtifactSection(section.name(), section.offset(), section.size()))
			.toList();
	}

	/// Checks all sections that have not been checked yet.
	void checkAll() {
		this.entries.keySet().forEach(this::check);
	}

	private void check(String name) {
		Entry entry = this.entries.get(name);
		// The digest checks itself when it is read.
		if (entry == null || name.equals(SectionKind.DIGEST.sectionName()) || this.checked.contains(name)) {
			return;
		}
		ByteBuffer contents = this.bytes.buffer(entry.section().offset(), entry.section().size());
		DigestSection.require(this.source, name, entry.checksum(), DigestSection.checksum(contents));
		this.checked.add(name);
	}

	private record Entry(ElfSection section, int checksum) {
	}

}
