package dev.graft.artifact.section;

import dev.graft.artifact.module.AddressMap;
import dev.graft.artifact.module.FunctionTable;
import dev.graft.artifact.module.MemoryImage;
import dev.graft.artifact.module.NameTable;
import java.util.Arrays;
import java.util.Optional;

/// Every section that an artifact can have, in the order in which they lie in the file:
/// first what opening reads, then what is read in place, last what is mapped in pages.
///
/// Beside these there are the sections of the module that hold DWARF, under their own
/// names behind `.wasm`: `.wasm.debug_info`.
public enum SectionKind {

	/// See [ManifestSection].
	MANIFEST(".wasm.manifest", 1, true),

	/// See [DigestSection].
	DIGEST(".wasm.digest", 8, true),

	/// See [MetadataSection].
	METADATA(".wasm.metadata", 8, true),

	/// See [ClassIndex].
	CLASS_INDEX(".wasm.classindex", 8, true),

	/// See [FunctionTable].
	FUNCTIONS(FunctionTable.SECTION, 8, true),

	/// The items of element segments: function indices, four bytes each.
	ELEMENTS(".wasm.elements", 8, false),

	/// The bytes of data segments that no image contains, one after the other.
	DATA(".wasm.data", 8, false),

	/// See [NameTable].
	NAMES(NameTable.SECTION, 8, false),

	/// See [AddressMap].
	ADDRESS_MAP(AddressMap.SECTION, 8, false),

	/// Class files, at multiples of eight, in the order in which they were given: those
	/// that are used together lie together. [ClassIndex] says where each is.
	CLASSES(".wasm.classes", 4096, false),

	/// Pieces of initial memory, at multiples of [MemoryImage#ALIGNMENT].
	IMAGE(".wasm.image", MemoryImage.ALIGNMENT, false);

	/// What the names of all sections begin with.
	public static final String PREFIX = ".wasm";

	/// What the names of sections with DWARF begin with, here and in a module.
	public static final String DEBUG_PREFIX = ".debug_";

	private final String sectionName;

	private final int alignment;

	private final boolean required;

	SectionKind(String sectionName, int alignment, boolean required) {
		this.sectionName = sectionName;
		this.alignment = alignment;
		this.required = required;
	}

	/// The kind of a section with a name, if it has one.
	public static Optional<SectionKind> named(String sectionName) {
		return Arrays.stream(values()).filter((kind) -> kind.sectionName.equals(sectionName)).findFirst();
	}

	/// The name in the file.
	public String sectionName() {
		return this.sectionName;
	}

	/// What its offset in the file is a multiple of.
	public int alignment() {
		return this.alignment;
	}

	/// Whether every artifact has it. The others are left out when they are empty.
	public boolean required() {
		return this.required;
	}

}
