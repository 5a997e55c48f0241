package dev.graft.compiler;

import dev.graft.artifact.ArtifactWriter;
import dev.graft.artifact.abi.AbiVersion;
import dev.graft.artifact.module.Export;
import dev.graft.artifact.module.Import;
import dev.graft.artifact.module.ModuleMetadata;
import dev.graft.artifact.module.NameTable;
import dev.graft.artifact.spi.CompileRequest;
import dev.graft.compiler.model.CustomSection;
import dev.graft.compiler.model.GlobalDefinition;
import dev.graft.compiler.model.MemoryDefinition;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.model.TableDefinition;
import dev.graft.compiler.model.TagDefinition;
import dev.graft.compiler.plan.EmittedModule;
import dev.graft.compiler.plan.GeneratedClass;
import dev.graft.compiler.segment.SegmentLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Puts the parts of a compiled module into an artifact.
final class ArtifactAssembly {

	private static final String DEBUG_PREFIX = ".debug_";

	private final CompileRequest request;

	private final String compilerVersion;

	private final ModuleModel module;

	ArtifactAssembly(CompileRequest request, String compilerVersion, ModuleModel module) {
		this.request = request;
		this.compilerVersion = compilerVersion;
		this.module = module;
	}

	byte[] write(SegmentLayout segments, EmittedModule code) {
		return writer(segments, code).toByteArray();
	}

	void write(SegmentLayout segments, EmittedModule code, Path file) throws IOException {
		writer(segments, code).write(file);
	}

	private ArtifactWriter writer(SegmentLayout segments, EmittedModule code) {
		ArtifactWriter writer = new ArtifactWriter(this.request.manifest(AbiVersion.CURRENT, this.compilerVersion),
				metadata(segments, code))
			.functions(code.functions())
			.addressMap(code.addresses())
			.names(names())
			.elements(segments.elementBytes())
			.data(segments.dataBytes())
			.image(segments.imageBytes());
		for (GeneratedClass generated : code.classes()) {
			writer.addClass(generated.name(), generated.bytes());
		}
		if (this.request.settings().guestDebugInfo()) {
			debugSections(writer);
		}
		return writer;
	}

	private ModuleMetadata metadata(SegmentLayout segments, EmittedModule code) {
		return new ModuleMetadata(this.module.names().moduleName(), this.module.types(),
				this.module.imports()
					.stream()
					.map((each) -> new Import(each.module(), each.name(), each.type()))
					.toList(),
				this.module.exports()
					.stream()
					.map((each) -> new Export(each.name(), each.kind(), each.index()))
					.toList(),
				this.module.definedFunctionCount(), this.module.tables().stream().map(TableDefinition::type).toList(),
				this.module.memories().stream().map(MemoryDefinition::type).toList(),
				this.module.globals().stream().map(GlobalDefinition::type).toList(),
				this.module.tags().stream().map(TagDefinition::type).toList(), this.module.startFunction(),
				segments.elementSegments(), segments.dataSegments(), segments.memoryImages(), code.layout());
	}

	private NameTable names() {
		if (!this.request.settings().debugNames()) {
			return NameTable.EMPTY;
		}
		NameTable.Builder names = new NameTable.Builder();
		for (int function = 0; function < this.module.functionCount(); function++) {
			String name = this.module.names().functionName(function);
			if (name != null) {
				names.add(function, name);
			}
		}
		return names.build();
	}

	/// DWARF comes as custom sections. They are kept as they are; of two with the same
	/// name the first.
	private void debugSections(ArtifactWriter writer) {
		Set<String> seen = new HashSet<>();
		for (CustomSection section : this.module.customSections()) {
			String name = section.name();
			if (name.startsWith(DEBUG_PREFIX) && name.indexOf('\0') < 0 && seen.add(name)) {
				writer.addDebugSection(name, Arrays.copyOfRange(this.module.bytes(), section.contentOffset(),
						section.contentOffset() + section.length()));
			}
		}
	}

}
