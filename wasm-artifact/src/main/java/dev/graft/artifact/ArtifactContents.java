package dev.graft.artifact;

import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.format.Manifest;
import dev.graft.artifact.module.AddressMap;
import dev.graft.artifact.module.FunctionTable;
import dev.graft.artifact.module.ModuleMetadata;
import dev.graft.artifact.module.NameTable;
import dev.graft.artifact.section.ClassIndex;
import dev.graft.artifact.section.ClassIndex.ClassFile;
import dev.graft.artifact.section.DigestSection;
import dev.graft.artifact.section.SectionKind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What an artifact holds, shared by all handles to it.
///
/// @param source the file, or the name under which the bytes were given
/// @param file the file, if it is one
/// @param sections where everything is
/// @param manifest decoded
/// @param metadata decoded
/// @param classes where the class files are, read in place
record ArtifactContents(String source, @Nullable Path file, SectionMap sections, Manifest manifest,
		ModuleMetadata metadata, ClassIndex classes) {

	FunctionTable functions() {
		FunctionTable functions = FunctionTable.read(this.source, this.sections.checked(SectionKind.FUNCTIONS),
				this.metadata.types(), this.metadata.code().groupClasses().size());
		if (functions.size() != this.metadata.functionCount()) {
			throw new CorruptArtifactException(this.source, SectionKind.FUNCTIONS.sectionName(), 0,
					this.metadata.functionCount() + " functions", Integer.toString(functions.size()));
		}
		return functions;
	}

	NameTable names() {
		ByteBuffer section = this.sections.checked(SectionKind.NAMES);
		return section.hasRemaining() ? NameTable.read(this.source, section) : NameTable.EMPTY;
	}

	AddressMap addressMap() {
		ByteBuffer section = this.sections.checked(SectionKind.ADDRESS_MAP);
		return section.hasRemaining() ? AddressMap.read(this.source, section) : AddressMap.EMPTY;
	}

	@Nullable ByteBuffer classBytes(String binaryName) {
		ClassFile found = this.classes.find(binaryName).orElse(null);
		return (found != null) ? slice(binaryName, found) : null;
	}

	private ByteBuffer slice(String binaryName, ClassFile found) {
		ByteBuffer all = this.sections.unchecked(SectionKind.CLASSES);
		if (found.offset() < 0 || found.size() < 0 || found.offset() > all.limit() - found.size()) {
			throw new CorruptArtifactException(this.source, SectionKind.CLASSES.sectionName(), found.offset(),
					"class %s within %d bytes".formatted(binaryName, all.limit()), found.size() + " bytes");
		}
		ByteBuffer classFile = all.slice(found.offset(), found.size());
		DigestSection.require(this.source, "class " + binaryName, found.checksum(), DigestSection.checksum(classFile));
		return classFile.order(ByteOrder.BIG_ENDIAN);
	}

}
