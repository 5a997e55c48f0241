package dev.graft.engine;

import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.module.Export;
import dev.graft.artifact.module.Import;
import dev.graft.artifact.module.ModuleMetadata;
import dev.graft.artifact.spi.MemoryAccess;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.engine.link.ModuleTypes;
import dev.graft.engine.load.LoadedModule;
import dev.graft.engine.memory.LinearMemories;
import dev.graft.engine.memory.MemoryImageSource;
import dev.graft.engine.memory.MemoryTemplate;
import org.jspecify.annotations.Nullable;

/// What is the same for all [Module]s that were loaded from the same bytes under the same
/// name: classes, types, images.
final class SharedModule {

	private final LoadedModule loaded;

	private final ModuleTypes types;

	private final List<ImportType> imports;

	private final Map<String, Export> exports = new LinkedHashMap<>();

	private final List<ExportType> exportTypes;

	private final String digest;

	private final long artifactBytes;

	private final Optional<Path> artifactFile;

	private final @Nullable LazyCode code;

	private final boolean objects;

	private final Map<BindingKey, MethodHandle> bindings = new ConcurrentHashMap<>();

	private final LinearMemories memories;

	private @Nullable List<MemoryTemplate> memoryTemplates;

	/// @param code the classes that the artifact lacks, null if it is complete
	SharedModule(String name, Artifact artifact, @Nullable LazyCode code, ModuleTypes types, LinearMemories memories,
			MemoryAccess access) {
		this.loaded = LoadedModule.load(name, artifact, code, types.all(), access);
		this.code = code;
		this.types = types;
		this.memories = memories;
		ModuleMetadata metadata = artifact.metadata();
		this.imports = metadata.imports().stream().map((each) -> importType(each, types)).toList();
		metadata.exports().forEach((export) -> this.exports.put(export.name(), export));
		this.exportTypes = new ExportTypes(this.loaded, types).all();
		this.digest = artifact.manifest().moduleDigest();
		this.artifactBytes = artifact.sizeBytes();
		this.artifactFile = artifact.file();
		this.objects = hasObjects(metadata);
	}

	// Exceptions can carry one another.
	private static boolean hasObjects(ModuleMetadata metadata) {
		return !metadata.tags().isEmpty()
				|| metadata.imports().stream().anyMatch((each) -> each.type() instanceof ExternalType.Tag)
				|| metadata.types().types().stream().anyMatch((type) -> !(type.composite() instanceof FunctionType));
	}

	private static ImportType importType(Import declared, ModuleTypes types) {
		return new ImportType(declared.module(), declared.name(), ExternTypes.of(declared.type(), types));
	}

	/// Whether its code can make objects on the Java heap without bound: structures,
	/// arrays, exceptions.
	boolean hasObjects() {
		return this.objects;
	}

	LoadedModule loaded() {
		return this.loaded;
	}

	ModuleTypes types() {
		return this.types;
	}

	List<ImportType> imports() {
		return this.imports;
	}

	Map<String, Export> exports() {
		return this.exports;
	}

	List<ExportType> exportTypes() {
		return this.exportTypes;
	}

	String digest() {
		return this.digest;
	}

	long artifactBytes() {
		return complete().map(Artifact::sizeBytes).orElse(this.artifactBytes);
	}

	Optional<Path> artifactFile() {
		Optional<Artifact> complete = complete();
		return complete.isPresent() ? complete.get().file() : this.artifactFile;
	}

	// The artifact that it would be loaded from now, if it is another one.
	private Optional<Artifact> complete() {
		return (this.code != null) ? this.code.artifact() : Optional.empty();
	}

	/// The memories that it defines, with what they begin with. Prepared once, when the
	/// module is first linked.
	synchronized List<MemoryTemplate> memoryTemplates() {
		if (this.memoryTemplates == null) {
			this.memoryTemplates = makeMemoryTemplates();
		}
		return this.memoryTemplates;
	}

	private List<MemoryTemplate> makeMemoryTemplates() {
		ModuleMetadata metadata = this.loaded.metadata();
		MemoryImageSource image = this.loaded.image().map(this.memories::image).orElse(null);
		int imported = (int) metadata.imports()
			.stream()
			.filter((each) -> each.type() instanceof ExternalType.Memory)
			.count();
		List<MemoryTemplate> templates = new ArrayList<>();
		for (ExternalType.Memory type : metadata.memories()) {
			int index = imported + templates.size();
			templates.add(this.memories.template(type,
					metadata.memoryImages().stream().filter((each) -> each.memoryIndex() == index).toList(), image));
		}
		return List.copyOf(templates);
	}

	/// What makes objects of an interface from one of its functions, made once.
	MethodHandle binding(Class<?> functionalInterface, int functionIndex, Supplier<MethodHandle> make) {
		BindingKey key = new BindingKey(functionalInterface, functionIndex);
		MethodHandle known = this.bindings.get(key);
		return (known != null) ? known : this.bindings.computeIfAbsent(key, (absent) -> make.get());
	}

	private record BindingKey(Class<?> functionalInterface, int functionIndex) {
	}

	/// Looks up the types of exports.
	private static final class ExportTypes {

		private final ModuleMetadata metadata;

		private final LoadedModule loaded;

		private final Map<ExternalKind, List<ExternalType>> spaces = new LinkedHashMap<>();

		private final ModuleTypes types;

		ExportTypes(LoadedModule loaded, ModuleTypes types) {
			this.loaded = loaded;
			this.types = types;
			this.metadata = loaded.metadata();
			this.metadata.imports().forEach((each) -> space(each.type().kind()).add(each.type()));
			space(ExternalKind.TABLE).addAll(this.metadata.tables());
			space(ExternalKind.MEMORY).addAll(this.metadata.memories());
			space(ExternalKind.GLOBAL).addAll(this.metadata.globals());
			space(ExternalKind.TAG).addAll(this.metadata.tags());
		}

		private List<ExternalType> space(ExternalKind kind) {
			return this.spaces.computeIfAbsent(kind, (absent) -> new ArrayList<>());
		}

		List<ExportType> all() {
			return this.metadata.exports()
				.stream()
				.map((export) -> new ExportType(export.name(), type(export)))
				.toList();
		}

		private ExternType type(Export export) {
			ExternalType type = (export.kind() == ExternalKind.FUNCTION)
					? new ExternalType.Function(this.loaded.functionTypeIndex(export.index()))
					: space(export.kind()).get(export.index());
			return ExternTypes.of(type, this.types);
		}

	}

}
