package dev.graft.artifact;

import dev.graft.artifact.elf.ElfFile;
import dev.graft.artifact.elf.ElfHeader;
import dev.graft.artifact.elf.ElfIdentification;
import dev.graft.artifact.elf.ElfSection;
import dev.graft.artifact.elf.MalformedElfException;
import dev.graft.artifact.format.ArtifactException;
import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.format.Manifest;
import dev.graft.artifact.mapping.MappedBytes;
import dev.graft.artifact.module.ModuleMetadata;
import dev.graft.artifact.section.ClassIndex;
import dev.graft.artifact.section.DigestSection;
import dev.graft.artifact.section.ManifestSection;
import dev.graft.artifact.section.MetadataBounds;
import dev.graft.artifact.section.MetadataSection;
import dev.graft.artifact.section.SectionKind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Opens an artifact: decides whether the file is one for this format, finds its
/// sections, and decodes the few that are needed in any case.
///
/// The order is that of what the messages should say. A file of another format fails
/// before anything of it is taken for granted; one that is damaged fails at the first
/// thing that shows it.
final class ArtifactReader {

	/// `EI_OSABI`, `G` for Graft: 0x40 to 0xFF are free.
	private static final int OS_ABI = 'G';

	/// How every artifact begins.
	static final ElfIdentification IDENTIFICATION = new ElfIdentification(OS_ABI, Manifest.FORMAT_VERSION);

	private final String source;

	private final MappedBytes bytes;

	private ArtifactReader(String source, MappedBytes bytes) {
		this.source = source;
		this.bytes = bytes;
	}

	static boolean isArtifact(byte[] prefix) {
		ByteBuffer bytes = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN);
		try {
			return ElfIdentification.isPresent(bytes) && ElfIdentification.read(bytes).osAbi() == OS_ABI;
		}
		catch (MalformedElfException ex) {
			return false;
		}
	}

	/// @throws ArtifactException if these bytes are not an artifact that can be used
	static ArtifactContents read(String source, @Nullable Path file, MappedBytes bytes) {
		return new ArtifactReader(source, bytes).read(file);
	}

	private ArtifactContents read(@Nullable Path file) {
		SectionMap sections;
		try {
			requireIdentification();
			sections = findSections();
		}
		catch (MalformedElfException ex) {
			throw new CorruptArtifactException(this.source, ex.part(), ex.offset(), ex.expected(), ex.found());
		}
		Manifest manifest = ManifestSection.read(this.source, sections.checked(SectionKind.MANIFEST));
		ModuleMetadata metadata = MetadataSection.read(this.source, sections.checked(SectionKind.METADATA));
		MetadataBounds.check(this.source, metadata, sections::size);
		ClassIndex classes = ClassIndex.read(this.source, sections.checked(SectionKind.CLASS_INDEX));
		return new ArtifactContents(this.source, file, sections, manifest, metadata, classes);
	}

	private void requireIdentification() throws MalformedElfException {
		ElfIdentification found = ElfIdentification.read(this.bytes.buffer());
		if (found.osAbi() != OS_ABI) {
			throw new CorruptArtifactException(this.source, "ELF identification", 0,
					"a Graft artifact (OS/ABI 0x%02x)".formatted(OS_ABI), "OS/ABI 0x%02x".formatted(found.osAbi()));
		}
		ManifestSection.requireFormat(this.source, Integer.toString(found.abiVersion()));
	}

	private SectionMap findSections() throws MalformedElfException {
		ElfFile elf = ElfFile.read(this.bytes.buffer());
		requireManifestFormat(elf);
		ElfSection digest = require(elf, SectionKind.DIGEST);
		DigestSection checksums = DigestSection.read(this.source, this.bytes.buffer(digest.offset(), digest.size()),
				elf.sections().size());
		DigestSection.require(this.source, "ELF header", checksums.headers(),
				DigestSection.checksum(this.bytes.buffer(0, ElfHeader.BYTES),
						this.bytes.buffer((int) elf.header().sectionHeaderOffset(), elf.sectionHeadersSize())));
		return SectionMap.of(this.source, this.bytes, elf, checksums);
	}

	/// The manifest decides whether anything else of the file can be understood.
	private void requireManifestFormat(ElfFile elf) {
		ElfSection manifest = require(elf, SectionKind.MANIFEST);
		ManifestSection.read(this.source, this.bytes.buffer(manifest.offset(), manifest.size()));
	}

	private ElfSection require(ElfFile elf, SectionKind kind) {
		for (ElfSection section : elf.sections()) {
			if (section.name().equals(kind.sectionName())) {
				return section;
			}
		}
		throw new CorruptArtifactException(this.source, kind.sectionName(), 0, "the section",
				elf.sections().size() + " others");
	}

}
