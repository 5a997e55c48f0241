package dev.graft.engine.abi;

import org.jspecify.annotations.Nullable;

/// What a generated `Instance` is constructed from: the imports and the freshly allocated
/// memories, tables and globals. The constructor copies the entries that it has fields
/// for.
///
/// All arrays are indexed by the module's index spaces and so start with the imports.
public final class InstanceSeed {

	/// The state shared by the instances of the store.
	public final ExecutionContext context;

	/// The imported functions.
	public final FunctionReference[] imports;

	/// The memories.
	public final LinearMemory[] memories;

	/// The tables.
	public final TableInstance[] tables;

	/// The globals that are imported or exported; null where the global is a plain field
	/// of the instance.
	public final @Nullable GlobalCell[] cells;

	final ModuleCode code;

	final TagInstance[] tags;

	/// Puts together what linking and allocation have made.
	@EngineSide
	public InstanceSeed(ModuleCode code, ExecutionContext context, FunctionReference[] imports, LinearMemory[] memories,
			TableInstance[] tables, TagInstance[] tags, @Nullable GlobalCell[] cells) {
		this.code = code;
		this.context = context;
		this.imports = imports;
		this.memories = memories;
		this.tables = tables;
		this.tags = tags;
		this.cells = cells;
	}

}
