package dev.graft.engine.instance;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.module.Export;
import dev.graft.artifact.module.MemoryImage;
import dev.graft.artifact.module.ModuleMetadata;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.artifact.type.ExternalType;
import dev.graft.engine.abi.GlobalCell;
import dev.graft.engine.abi.InstanceSeed;
import dev.graft.engine.abi.LinearMemory;
import dev.graft.engine.abi.ModuleInstance;
import dev.graft.engine.abi.TableInstance;
import dev.graft.engine.abi.TagInstance;
import dev.graft.engine.link.CanonicalType;
import dev.graft.engine.link.ExternalInstance;
import dev.graft.engine.link.ModuleTypes;
import dev.graft.engine.link.ResolvedImports;
import dev.graft.engine.load.LoadedModule;
import dev.graft.engine.memory.MemoryImageSource;
import org.jspecify.annotations.Nullable;

/// A module with its imports: everything that is the same for all instances. Making an
/// instance allocates what the module defines and does no work per import or function.
/// Immutable, thread-safe.
///
///     allocate    memories, tables, cells, the generated Instance      can be refused by the budget
///     initialize  the generated Initializer, then the start function   can trap
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/modules.html#instantiation">Execution,
/// Modules, "Instantiation"</a>
public final class InstanceTemplate {

	private final LoadedModule module;

	private final ModuleMetadata metadata;

	private final ResolvedImports imports;

	private final @Nullable MemoryImageSource image;

	private final List<List<MemoryImage>> images;

	private final BitSet cells;

	private final List<ExternalType.Table> tables;

	private final List<ExternalType.Global> globals;

	private final List<CanonicalType> tags;

	private final int mostResults;

	private final int mostArguments;

	/// Prepares a module for instantiation.
	/// @param types the module's canonical types
	/// @param image what its memories begin with, null if they begin empty
	public InstanceTemplate(LoadedModule module, ModuleTypes types, ResolvedImports imports,
			@Nullable MemoryImageSource image) {
		this.module = module;
		this.metadata = module.metadata();
		this.imports = imports;
		this.image = image;
		this.images = imagesByMemory();
		this.cells = exportedGlobals();
		this.tables = this.metadata.tables().stream().map(types::resolve).toList();
		this.globals = this.metadata.globals().stream().map(types::resolve).toList();
		this.tags = this.metadata.tags().stream().map((tag) -> types.get(tag.typeIndex())).toList();
		this.mostResults = types.all()
			.stream()
			.filter(CanonicalType::isFunction)
			.mapToInt((type) -> GeneratedSignatures.places(type.functionType().results()))
			.max()
			.orElse(0);
		this.mostArguments = types.all()
			.stream()
			.filter(CanonicalType::isFunction)
			.mapToInt((type) -> GeneratedSignatures.mostArguments(type.functionType()))
			.max()
			.orElse(0);
	}

	private List<List<MemoryImage>> imagesByMemory() {
		List<List<MemoryImage>> images = new ArrayList<>();
		for (int index = 0; index < this.metadata.memories().size(); index++) {
			int memory = this.imports.memories().size() + index;
			images.add(this.metadata.memoryImages().stream().filter((each) -> each.memoryIndex() == memory).toList());
		}
		return List.copyOf(images);
	}

	/// The globals that are cells although the module defines them. All others are fields
	/// of the generated instance.
	private BitSet exportedGlobals() {
		BitSet exported = new BitSet();
		for (Export export : this.metadata.exports()) {
			if (export.kind() == ExternalKind.GLOBAL) {
				exported.set(export.index());
			}
		}
		return exported;
	}

	/// Makes an instance with memories, tables and globals that are not yet initialized.
	/// @throws OverrunException if the store's budget does not allow it
	public Allocated allocate(StoreState store) {
		Allocation.check(store.budget().addInstance());
		List<ExternalInstance.Memory> memories = memories(store);
		List<ExternalInstance.Table> tables = tables(store);
		List<ExternalInstance.Tag> tags = tags(store);
		List<ExternalInstance.@Nullable Global> globals = globals(store);
		store.context().ensureResults(this.mostResults);
		store.context().ensureTailArguments(this.mostArguments);
		InstanceSeed seed = new InstanceSeed(this.module, store.context(), this.imports.functions(),
				memories.stream().map(ExternalInstance.Memory::memory).toArray(LinearMemory[]::new),
				tables.stream().map(ExternalInstance.Table::table).toArray(TableInstance[]::new),
				tags.stream().map(ExternalInstance.Tag::tag).toArray(TagInstance[]::new),
				globals.stream()
					.map((global) -> (global != null) ? global.cell() : null)
					.toArray(@Nullable GlobalCell[]::new));
		return new Allocated(this.module.newInstance(seed), memories, tables, globals, tags);
	}

	/// Initializes an instance: globals, tables, segments, and at last the start
	/// function.
	/// @throws Throwable what the code throws
	public void initialize(ModuleInstance instance) throws Throwable {
		this.module.initialize(instance);
		if (this.metadata.startFunction().isPresent()) {
			MethodHandle start = instance.functionReference(this.metadata.startFunction().getAsInt()).handle();
			start.invokeExact(instance);
		}
	}

	private List<ExternalInstance.Memory> memories(StoreState store) {
		List<ExternalInstance.Memory> memories = new ArrayList<>(this.imports.memories());
		for (ExternalInstance.Memory imported : memories) {
			if (imported.shared() != null) {
				store.share(imported.shared());
			}
		}
		for (int index = 0; index < this.metadata.memories().size(); index++) {
			memories
				.add(Allocation.memory(store, this.metadata.memories().get(index), this.images.get(index), this.image));
		}
		return memories;
	}

	private List<ExternalInstance.Table> tables(StoreState store) {
		List<ExternalInstance.Table> tables = new ArrayList<>(this.imports.tables());
		for (ExternalType.Table type : this.tables) {
			tables.add(Allocation.table(store, type, null));
		}
		return tables;
	}

	private List<ExternalInstance.Tag> tags(StoreState store) {
		List<ExternalInstance.Tag> tags = new ArrayList<>(this.imports.tags());
		for (CanonicalType type : this.tags) {
			tags.add(Allocation.tag(store, type));
		}
		return tags;
	}

	private List<ExternalInstance.@Nullable Global> globals(StoreState store) {
		List<ExternalInstance.@Nullable Global> globals = new ArrayList<>(this.imports.globals());
		for (ExternalType.Global type : this.globals) {
			boolean cell = this.cells.get(globals.size());
			globals.add(cell ? Allocation.global(store, type) : null);
		}
		return globals;
	}

	/// An instance and what it can export, by index space.
	/// @param instance the instance
	/// @param memories its memories
	/// @param tables its tables
	/// @param globals its globals, null where the global is a field of the instance
	/// @param tags its tags
	public record Allocated(ModuleInstance instance, List<ExternalInstance.Memory> memories,
			List<ExternalInstance.Table> tables, List<ExternalInstance.@Nullable Global> globals,
			List<ExternalInstance.Tag> tags) {

		/// What is exported.
		public ExternalInstance export(Export export) {
			return switch (export.kind()) {
				case FUNCTION -> new ExternalInstance.Function(this.instance.functionReference(export.index()),
						this.instance.context);
				case MEMORY -> this.memories.get(export.index());
				case TABLE -> this.tables.get(export.index());
				case GLOBAL -> exportedGlobal(export.index());
				case TAG -> this.tags.get(export.index());
			};
		}

		private ExternalInstance exportedGlobal(int index) {
			ExternalInstance.Global global = this.globals.get(index);
			if (global == null) {
				throw new IllegalStateException("global " + index + " is exported and has no cell");
			}
			return global;
		}

	}

}
