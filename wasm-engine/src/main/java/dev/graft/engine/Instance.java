package dev.graft.engine;

import java.util.Map;
import java.util.Optional;

/// A module instance: a module with memories, tables and globals of its own, in a store.
///
/// @see <a href="https://webassembly.github.io/spec/core/exec/runtime.html#module-instances">Execution, "Module
/// Instances"</a>
public final class Instance {

	private Instance() {
	}

	/// The module.
	public Module module() {
		return Pending.body();
	}

	/// Where it lives.
	public Store store() {
		return Pending.body();
	}

	/// An exported function.
	/// @throws NoSuchExportException if there is no function of that name
	public Func func(String name) {
		return Pending.body();
	}

	/// An exported memory.
	/// @throws NoSuchExportException if there is no memory of that name
	public Memory memory(String name) {
		return Pending.body();
	}

	/// An exported table.
	/// @throws NoSuchExportException if there is no table of that name
	public Table table(String name) {
		return Pending.body();
	}

	/// An exported global.
	/// @throws NoSuchExportException if there is no global of that name
	public Global global(String name) {
		return Pending.body();
	}

	/// Whatever is exported under a name.
	public Optional<Extern> export(String name) {
		return Pending.body();
	}

	/// All exports, in the module's order.
	public Map<String, Extern> exports() {
		return Pending.body();
	}

}
