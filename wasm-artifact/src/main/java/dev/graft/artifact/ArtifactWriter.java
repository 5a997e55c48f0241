package dev.graft.artifact;

import dev.graft.artifact.elf.ElfFile;
import dev.graft.artifact.elf.ElfHeader;
import dev.graft.artifact.elf.ElfSection;
import dev.graft.artifact.elf.ElfWriter;
import dev.graft.artifact.elf.MalformedElfException;
import dev.graft.artifact.format.Manifest;
import dev.graft.artifact.mapping.WritableMapping;
import dev.graft.artifact.module.AddressMap;
import dev.graft.artifact.module.FunctionTable;
import dev.graft.artifact.module.ModuleMetadata;
import dev.graft.artifact.module.NameTable;
import dev.graft.artifact.section.ClassIndex;
import dev.graft.artifact.section.DigestSection;
import dev.graft.artifact.section.ManifestSection;
import dev.graft.artifact.section.MetadataSection;
import dev.graft.artifact.section.SectionKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Puts an artifact together. The same parts give the same bytes.
///
/// ```java
/// byte[] artifact = new ArtifactWriter(manifest, metadata).functions(functions)
/// 	.addClass("graft.wasm.m3fa9c2d1.Instance", instanceClass)
/// 	.data(dataSegments)
/// 	.toByteArray();
/// ```
public final class ArtifactWriter {

	private static final int DEBUG_ALIGNMENT = 1;

	/// DWARF 5 has about 25 sections. A module can have any number of custom sections, an
	/// ELF file cannot.
	private static final int MAXIMUM_DEBUG_SECTIONS = 100;

	private final Map<SectionKind, List<ByteBuffer>> sections = new EnumMap<>(SectionKind.class);

	private final Map<String, ByteBuffer> debugSections = new TreeMap<>();

	private final ClassIndex.Builder classes = new ClassIndex.Builder();

	/// @param manifest what the artifact is made from, by whom and for what
	/// @param metadata what linking and instantiation need
	public ArtifactWriter(Manifest manifest, ModuleMetadata metadata) {
		for (SectionKind kind : SectionKind.values()) {
			this.sections.put(kind, List.of());
		}
		put(SectionKind.MANIFEST, ManifestSection.write(manifest));
		put(SectionKind.METADATA, MetadataSection.write(metadata));
	}

	/// What there is to know about every function.
	public ArtifactWriter functions(FunctionTable functions) {
		return put(SectionKind.FUNCTIONS, functions.bytes());
	}

	/// The names of functions.
	public ArtifactWriter names(NameTable names) {
		return put(SectionKind.NAMES, names.equals(NameTable.EMPTY) ? ByteBuffer.allocate(0) : names.bytes());
	}

	/// Where in the module each site of the generated code comes from.
	public ArtifactWriter addressMap(AddressMap addressMap) {
		return put(SectionKind.ADDRESS_MAP,
				addressMap.equals(AddressMap.EMPTY) ? ByteBuffer.allocate(0) : addressMap.bytes());
	}

	/// Adds a class file. Those that are used together should come together.
	/// @throws IllegalArgumentException if there is one of that name
	public ArtifactWriter addClass(String binaryName, byte[] classFile) {
		return addClass(binaryName, ByteBuffer.wrap(classFile));
	}

	/// Adds a class file. Those that are used together should come together.
	/// @param classFile its bytes; not copied before the artifact is written
	/// @throws IllegalArgumentException if there is one of that name
	public ArtifactWriter addClass(String binaryName, ByteBuffer classFile) {
		this.classes.add(binaryName, classFile);
		return this;
	}

	/// The items of element segments, see
	/// [dev.graft.artifact.module.ElementSegment#sectionOffset].
	public ArtifactWriter elements(byte[] elements) {
		return put(SectionKind.ELEMENTS, ByteBuffer.wrap(elements));
	}

	/// The bytes of data segments, see
	/// [dev.graft.artifact.module.DataSegment#sectionOffset].
	public ArtifactWriter data(byte[] data) {
		return put(SectionKind.DATA, ByteBuffer.wrap(data));
	}

	/// Initial contents of memories, see [dev.graft.artifact.module.MemoryImage].
	public ArtifactWriter image(byte[] image) {
		return put(SectionKind.IMAGE, ByteBuffer.wrap(image));
	}

	/// Adds a custom section of the module that holds DWARF: `.debug_info` becomes
	/// `.wasm.debug_info`. Of more such sections than DWARF could possibly need, those
	/// that come last are left out.
	/// @throws IllegalArgumentException if the name does not begin with `.debug_`, is
	/// there already or cannot be the name of a section
	public ArtifactWriter addDebugSection(String name, byte[] contents) {
		if (!name.startsWith(SectionKind.DEBUG_PREFIX) || name.indexOf('\0') >= 0) {
			throw new IllegalArgumentException("not the name of a section with DWARF: " + name);
		}
		String sectionName = SectionKind.PREFIX + name;
		if (this.debugSections.containsKey(sectionName)) {
			throw new IllegalArgumentException("two sections " + name);
		}
		if (this.debugSections.size() < MAXIMUM_DEBUG_SECTIONS) {
			this.debugSections.put(sectionName, ByteBuffer.wrap(contents));
		}
		return this;
	}

	/// The artifact.
	/// @throws IllegalStateException if it would have more than 2 GiB
	public byte[] toByteArray() {
		byte[] file = elf().toByteArray();
		sign(ByteBuffer.wrap(file));
		return file;
	}

	/// Writes the artifact to a file, which never is in the heap as a whole.
	/// @param file a file; what is in it is replaced
	/// @throws IOException if it cannot be written
	/// @throws IllegalStateException if it would have more than 2 GiB
	public void write(Path file) throws IOException {
		try (WritableMapping mapping = new WritableMapping(file)) {
			elf().write(mapping::ofSize);
			sign(mapping.bytes());
		}
	}

	private ElfWriter elf() {
		this.sections.put(SectionKind.CLASSES, this.classes.classes());
		put(SectionKind.CLASS_INDEX, this.classes.index());
		List<SectionKind> kinds = new ArrayList<>(List.of(SectionKind.values()));
		kinds.removeIf((kind) -> !kind.required() && isEmpty(kind));
		// The names of sections come on top: theirs is a section of its own.
		int sectionCount = kinds.size() + this.debugSections.size() + 1;
		put(SectionKind.DIGEST, ByteBuffer.allocate(DigestSection.size(sectionCount)));
		return elf(kinds);
	}

	private ElfWriter elf(List<SectionKind> kinds) {
		ElfWriter writer = new ElfWriter(ArtifactReader.IDENTIFICATION);
		List<SectionKind> mapped = List.of(SectionKind.CLASSES, SectionKind.IMAGE);
		kinds.stream().filter((kind) -> !mapped.contains(kind)).forEach((kind) -> add(writer, kind));
		this.debugSections.forEach((name, contents) -> writer.add(name, DEBUG_ALIGNMENT, contents));
		kinds.stream().filter(mapped::contains).forEach((kind) -> add(writer, kind));
		return writer;
	}

	private void add(ElfWriter writer, SectionKind kind) {
		writer.add(kind.sectionName(), kind.alignment(), contents(kind));
	}

	/// Fills the digest in, which takes the finished file.
	static void sign(ByteBuffer bytes) {
		ElfFile elf = parse(bytes);
		List<Integer> checksums = new ArrayList<>();
		int digestOffset = 0;
		for (ElfSection section : elf.sections()) {
			boolean digest = section.name().equals(SectionKind.DIGEST.sectionName());
			digestOffset = digest ? section.offset() : digestOffset;
			checksums.add(digest ? 0 : DigestSection.checksum(bytes.slice(section.offset(), section.size())));
		}
		int headers = DigestSection.checksum(bytes.slice(0, ElfHeader.BYTES + elf.sectionHeadersSize()));
		ByteBuffer digest = new DigestSection(headers, checksums).write();
		bytes.put(digestOffset, digest, 0, digest.limit());
	}

	private static ElfFile parse(ByteBuffer file) {
		try {
			return ElfFile.read(file);
		}
		catch (MalformedElfException ex) {
			throw new IllegalStateException("the file just written cannot be read", ex);
		}
	}

	private List<ByteBuffer> contents(SectionKind kind) {
		return this.sections.getOrDefault(kind, List.of());
	}

	private boolean isEmpty(SectionKind kind) {
		return contents(kind).stream().noneMatch(ByteBuffer::hasRemaining);
	}

	private ArtifactWriter put(SectionKind kind, ByteBuffer contents) {
		this.sections.put(kind, List.of(contents));
		return this;
	}

}
