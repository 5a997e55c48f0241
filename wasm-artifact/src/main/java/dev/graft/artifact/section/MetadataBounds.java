package dev.graft.artifact.section;

import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.module.DataSegment;
import dev.graft.artifact.module.ElementSegment;
import dev.graft.artifact.module.Export;
import dev.graft.artifact.module.Import;
import dev.graft.artifact.module.MemoryImage;
import dev.graft.artifact.module.ModuleMetadata;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.ModuleSubtyping;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.SubType;
import dev.graft.artifact.type.TypeTable.RecursiveGroup;
import dev.graft.artifact.type.ValueType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/// Checks that every index in the metadata is within its index space and every range
/// within its section, so that whoever uses the metadata does not need to, even if
/// somebody has tampered with the file.
public final class MetadataBounds {

	private final String source;

	private final ModuleMetadata module;

	private final ToLongFunction<SectionKind> sectionSize;

	private final Map<ExternalKind, Integer> importedCounts;

	private MetadataBounds(String source, ModuleMetadata module, ToLongFunction<SectionKind> sectionSize) {
		this.source = source;
		this.module = module;
		this.sectionSize = sectionSize;
		this.importedCounts = new EnumMap<>(ExternalKind.class);
		for (ExternalKind kind : ExternalKind.values()) {
			this.importedCounts.put(kind, module.importedCount(kind));
		}
	}

	/// Checks a module's metadata.
	/// @param source the file, for messages
	/// @param sectionSize the sizes of the other sections, zero for those that are not
	/// there
	/// @throws CorruptArtifactException if something points outside
	public static void check(String source, ModuleMetadata module, ToLongFunction<SectionKind> sectionSize) {
		MetadataBounds bounds = new MetadataBounds(source, module, sectionSize);
		bounds.checkTypes();
		bounds.checkImportsAndDefinitions();
		bounds.checkExportsAndStart();
		bounds.checkSegments();
		module.memoryImages().forEach(bounds::check);
	}

	private void checkTypes() {
		int index = 0;
		int end = 0;
		for (RecursiveGroup group : this.module.types().groups()) {
			end += group.members().size();
			for (SubType type : group.members()) {
				check(type, index++, end);
			}
		}
		checkSupertypes();
	}

	/// Supertypes are what they are declared to be, for code relies on it.
	private void checkSupertypes() {
		List<SubType> types = this.module.types().types();
		ModuleSubtyping subtyping = new ModuleSubtyping(this.module.types());
		int[] depths = new int[types.size()];
		for (int index = 0; index < depths.length; index++) {
			for (int supertype : types.get(index).supertypes()) {
				SubType above = types.get(supertype);
				depths[index] = depths[supertype] + 1;
				if (above.isFinal() || depths[index] > SubType.MOST_SUPERTYPES
						|| !subtyping.matches(types.get(index).composite(), above.composite())) {
					throw corrupt("a supertype that type %d matches".formatted(index), "type " + supertype);
				}
			}
		}
	}

	/// Types refer to those before them and to those of their own group, supertypes come
	/// first.
	private void check(SubType type, int index, int groupEnd) {
		if (type.supertypes().size() > 1) {
			throw corrupt("at most one supertype", Integer.toString(type.supertypes().size()));
		}
		for (int supertype : type.supertypes()) {
			requireIndex("a supertype", supertype, index);
		}
		type.composite().mentions().forEach((mentioned) -> check(mentioned, groupEnd));
	}

	private void checkImportsAndDefinitions() {
		for (Import each : this.module.imports()) {
			check(each.type());
		}
		this.module.tables().forEach(this::check);
		this.module.memories().forEach(this::check);
		this.module.globals().forEach(this::check);
		this.module.tags().forEach(this::check);
	}

	private void checkExportsAndStart() {
		for (Export export : this.module.exports()) {
			requireIndex("the index of an export", export.index(), space(export.kind()));
		}
		if (this.module.startFunction().isPresent()) {
			requireIndex("a start function", this.module.startFunction().getAsInt(), space(ExternalKind.FUNCTION));
		}
	}

	private void checkSegments() {
		for (ElementSegment segment : this.module.elementSegments()) {
			check(segment.type());
			if (!segment.computed()) {
				requireRange("an element segment", segment.sectionOffset(), (long) segment.count() * Integer.BYTES,
						this.sectionSize.applyAsLong(SectionKind.ELEMENTS));
			}
		}
		for (DataSegment segment : this.module.dataSegments()) {
			if (!segment.inImage()) {
				requireRange("a data segment", segment.sectionOffset(), segment.length(),
						this.sectionSize.applyAsLong(SectionKind.DATA));
			}
		}
	}

	private void check(MemoryImage image) {
		int defined = image.memoryIndex() - this.importedCounts.getOrDefault(ExternalKind.MEMORY, 0);
		requireIndex("a defined memory", defined, this.module.memories().size());
		ExternalType.Memory memory = this.module.memories().get(defined);
		requireRange("an image", image.sectionOffset(), image.length(),
				this.sectionSize.applyAsLong(SectionKind.IMAGE));
		requireRange("an image in memory", image.memoryOffset(), image.length(), initialBytes(memory));
		long misaligned = (image.sectionOffset() | image.memoryOffset() | image.length()) & (MemoryImage.ALIGNMENT - 1);
		if (misaligned != 0) {
			throw corrupt("an image aligned to " + MemoryImage.ALIGNMENT + " bytes", image.toString());
		}
	}

	// Pages of one byte let a memory end between two places where images may end. What an
	// image has beyond that is there when the memory grows.
	private static long initialBytes(ExternalType.Memory memory) {
		long bytes = Math.min(memory.minimumBytes(), Long.MAX_VALUE - MemoryImage.ALIGNMENT);
		return Math.ceilDiv(bytes, MemoryImage.ALIGNMENT) * MemoryImage.ALIGNMENT;
	}

	private void check(ExternalType type) {
		switch (type) {
			case ExternalType.Function function -> requireFunctionType(function.typeIndex());
			case ExternalType.Table table -> check(table.elementType());
			case ExternalType.Memory memory -> check(memory);
			case ExternalType.Global global -> check(global.valueType());
			case ExternalType.Tag tag -> requireFunctionType(tag.typeIndex());
		}
	}

	private void check(ExternalType.Memory memory) {
		int pageSizeLog2 = memory.pageSizeLog2();
		if (pageSizeLog2 != 0 && pageSizeLog2 != ExternalType.Memory.DEFAULT_PAGE_SIZE_LOG2) {
			throw corrupt("a page size of 1 or 65536 bytes", "2^" + pageSizeLog2);
		}
		if (memory.shared() && memory.limits().maximum().isEmpty()) {
			throw corrupt("a shared memory with a maximum", "none");
		}
	}

	private void check(ValueType type) {
		check(type, this.module.types().size());
	}

	private void check(ValueType type, int typeCount) {
		if (type instanceof ReferenceType reference && reference.heapType() instanceof HeapType.Concrete concrete) {
			requireIndex("a heap type", concrete.typeIndex(), typeCount);
		}
	}

	private void requireFunctionType(int typeIndex) {
		requireIndex("a type", typeIndex, this.module.types().size());
		if (!(this.module.types().types().get(typeIndex).composite() instanceof FunctionType)) {
			throw corrupt("a function type at type " + typeIndex, "another type");
		}
	}

	private int space(ExternalKind kind) {
		int defined = switch (kind) {
			case FUNCTION -> this.module.definedFunctionCount();
			case TABLE -> this.module.tables().size();
			case MEMORY -> this.module.memories().size();
			case GLOBAL -> this.module.globals().size();
			case TAG -> this.module.tags().size();
		};
		return this.importedCounts.getOrDefault(kind, 0) + defined;
	}

	private void requireIndex(String what, int index, int size) {
		if (index < 0 || index >= size) {
			throw corrupt(what + " below " + size, Integer.toString(index));
		}
	}

	private void requireRange(String what, long offset, long length, long size) {
		if (offset < 0 || length < 0 || offset > size || length > size - offset) {
			throw corrupt("%s within %d bytes".formatted(what, size), "%d bytes @0x%x".formatted(length, offset));
		}
	}

	private CorruptArtifactException corrupt(String expected, String found) {
		return new CorruptArtifactException(this.source, SectionKind.METADATA.sectionName(), 0, expected, found);
	}

}
