package dev.graft.engine.instance;

import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.module.Export;
import dev.graft.artifact.module.ModuleMetadata;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.engine.abi.ExecutionContext;
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
import dev.graft.engine.memory.MemoryTemplate;
import dev.graft.engine.memory.OwnedMemory;
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

	private static final OwnedMemory[] NO_MEMORIES = new OwnedMemory[0];

	private final LoadedModule module;

	private final ModuleMetadata metadata;

	private final ResolvedImports imports;

	private final List<MemoryTemplate> memories;

	private final ExternalType.Table[] tables;

	private final ExternalType.Global[] globals;

	private final boolean[] cells;

	private final CanonicalType[] tags;

	private final OwnedMemory[] importedShared;

	private final LinearMemory[] importedMemories;

	private final TableInstance[] importedTables;

	private final @Nullable GlobalCell[] importedCells;

	private final TagInstance[] importedTags;

	private final int mostResults;

	private final int mostArguments;

	/// Prepares a module for instantiation.
	/// @param types the module's canonical types
	/// @param memories the memories that it defines
	public InstanceTemplate(LoadedModule module, ModuleTypes types, ResolvedImports imports,
			List<MemoryTemplate> memories) {
		this.module = module;
		this.metadata = module.metadata();
		this.imports = imports;
		this.memories = memories;
		this.tables = this.metadata.tables().stream().map(types::resolve).toArray(ExternalType.Table[]::new);
		this.globals = this.metadata.globals().stream().map(types::resolve).toArray(ExternalType.Global[]::new);
		this.cells = exportedGlobals();
		this.tags = this.metadata.tags()
			.stream()
			.map((tag) -> types.get(tag.typeIndex()))
			.toArray(CanonicalType[]::new);
		this.importedShared = imports.memories()
			.stream()
			.flatMap((memory) -> Optional.ofNullable(memory.shared()).stream())
			.toArray(OwnedMemory[]::new);
		this.importedMemories = imports.memories()
			.stream()
			.map(ExternalInstance.Memory::memory)
			.toArray(LinearMemory[]::new);
		this.importedTables = imports.tables()
			.stream()
			.map(ExternalInstance.Table::table)
			.toArray(TableInstance[]::new);
		this.importedCells = imports.globals().stream().map(ExternalInstance.Global::cell).toArray(GlobalCell[]::new);
		this.importedTags = imports.tags().stream().map(ExternalInstance.Tag::tag).toArray(TagInstance[]::new);
		this.mostResults = most(types, (type) -> GeneratedSignatures.places(type.results()));
		this.mostArguments = most(types, GeneratedSignatures::mostArguments);
	}

	private static int most(ModuleTypes types, ToIntFunction<FunctionType> count) {
		return types.all()
			.stream()
			.filter(CanonicalType::isFunction)
			.mapToInt((type) -> count.applyAsInt(type.functionType()))
			.max()
			.orElse(0);
	}

	/// The globals that are cells although the module defines them. All others are fields
	/// of the generated instance.
	private boolean[] exportedGlobals() {
		boolean[] exported = new boolean[this.imports.globals().size() + this.globals.length];
		for (Export export : this.metadata.exports()) {
			if (export.kind() == ExternalKind.GLOBAL) {
				exported[export.index()] = true;
			}
		}
		return exported;
	}

	/// Makes an instance with memories, tables and globals that are not yet initialized.
	/// @throws OverrunException if the store's budget does not allow it
	public Allocated allocate(StoreState store) {
		Allocation.check(store.budget().addInstance());
		ExecutionContext context = store.context();
		OwnedMemory[] memories = memories(store);
		context.ensureResults(this.mostResults);
		context.ensureTailArguments(this.mostArguments);
		context.add(this.module.polls());
		InstanceSeed seed = new InstanceSeed(this.module, context, this.imports.functions(), seed(memories),
				tables(store), tags(context), cells());
		return new Allocated(this, this.module.newInstance(seed), seed, memories);
	}

	// Globals, tables, segments, and at last the start function.
	private void initialize(ModuleInstance instance, TableInstance[] tables) throws Throwable {
		this.module.initialize(instance);
		for (int index = this.importedTables.length; index < tables.length; index++) {
			tables[index].endInitialisation();
		}
		if (this.metadata.startFunction().isPresent()) {
			MethodHandle start = instance.functionReference(this.metadata.startFunction().getAsInt()).handle();
			start.invokeExact(instance);
		}
	}

	private OwnedMemory[] memories(StoreState store) {
		for (OwnedMemory shared : this.importedShared) {
			store.share(shared);
		}
		int count = this.memories.size();
		if (count == 0) {
			return NO_MEMORIES;
		}
		OwnedMemory[] memories = new OwnedMemory[count];
		for (int index = 0; index < count; index++) {
			memories[index] = Allocation.memory(store, this.memories.get(index));
		}
		return memories;
	}

	// What a module only imports is the same array for all of its instances.
	private LinearMemory[] seed(OwnedMemory[] memories) {
		if (memories.length == 0) {
			return this.importedMemories;
		}
		int imported = this.importedMemories.length;
		LinearMemory[] all = Arrays.copyOf(this.importedMemories, imported + memories.length);
		for (int index = 0; index < memories.length; index++) {
			all[imported + index] = memories[index].memory();
		}
		return all;
	}

	private TableInstance[] tables(StoreState store) {
		if (this.tables.length == 0) {
			return this.importedTables;
		}
		int imported = this.importedTables.length;
		TableInstance[] all = Arrays.copyOf(this.importedTables, imported + this.tables.length);
		for (int index = 0; index < this.tables.length; index++) {
			all[imported + index] = Allocation.table(store, this.tables[index], null);
		}
		return all;
	}

	private TagInstance[] tags(ExecutionContext context) {
		if (this.tags.length == 0) {
			return this.importedTags;
		}
		int imported = this.importedTags.length;
		TagInstance[] all = Arrays.copyOf(this.importedTags, imported + this.tags.length);
		for (int index = 0; index < this.tags.length; index++) {
			all[imported + index] = new TagInstance(this.tags[index], context);
		}
		return all;
	}

	private @Nullable GlobalCell[] cells() {
		if (this.globals.length == 0) {
			return this.importedCells;
		}
		int imported = this.importedCells.length;
		@Nullable GlobalCell[] all = Arrays.copyOf(this.importedCells, imported + this.globals.length);
		for (int index = 0; index < this.globals.length; index++) {
			if (this.cells[imported + index]) {
				all[imported + index] = Allocation.cell(this.globals[index].valueType());
			}
		}
		return all;
	}

	/// An instance and what it can export.
	public static final class Allocated {

		private final InstanceTemplate template;

		private final ModuleInstance instance;

		private final InstanceSeed seed;

		private final OwnedMemory[] memories;

		Allocated(InstanceTemplate template, ModuleInstance instance, InstanceSeed seed, OwnedMemory[] memories) {
			this.template = template;
			this.instance = instance;
			this.seed = seed;
			this.memories = memories;
		}

		/// The instance.
		public ModuleInstance instance() {
			return this.instance;
		}

		/// Makes the memories, tables and segments that the instance defines again what
		/// they were when it was made. Globals are initialized together with everything
		/// else by [#initialize], which is to follow.
		public void reset() {
			for (OwnedMemory memory : this.memories) {
				memory.reset();
			}
			for (int index = this.template.importedTables.length; index < this.seed.tables.length; index++) {
				this.seed.tables[index].reset();
			}
			this.instance.restore();
		}

		/// Initializes it, for the first time or after a reset.
		/// @throws Throwable what the code throws
		public void initialize() throws Throwable {
			this.template.initialize(this.instance, this.seed.tables);
		}

		/// What is exported.
		public ExternalInstance export(Export export) {
			int index = export.index();
			return switch (export.kind()) {
				case FUNCTION -> new ExternalInstance.Function(this.instance.functionReference(index), context());
				case MEMORY -> memory(index);
				case TABLE -> table(index);
				case GLOBAL -> global(index);
				case TAG -> new ExternalInstance.Tag(this.instance.tags[index]);
			};
		}

		private ExternalInstance memory(int index) {
			List<ExternalInstance.Memory> imported = this.template.imports.memories();
			if (index < imported.size()) {
				return imported.get(index);
			}
			OwnedMemory memory = this.memories[index - imported.size()];
			return Allocation.external(memory, this.template.memories.get(index - imported.size()).type(), context());
		}

		private ExternalInstance table(int index) {
			List<ExternalInstance.Table> imported = this.template.imports.tables();
			return (index < imported.size()) ? imported.get(index) : new ExternalInstance.Table(this.seed.tables[index],
					this.template.tables[index - imported.size()], context());
		}

		private ExternalInstance global(int index) {
			List<ExternalInstance.Global> imported = this.template.imports.globals();
			if (index < imported.size()) {
				return imported.get(index);
			}
			GlobalCell cell = this.seed.cells[index];
			if (cell == null) {
				throw new IllegalStateException("global " + index + " is exported and has no cell");
			}
			return new ExternalInstance.Global(cell, this.template.globals[index - imported.size()], context());
		}

		private ExecutionContext context() {
			return this.instance.context;
		}

	}

}
