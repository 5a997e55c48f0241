package dev.graft.wast.runner;

import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.Limits;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.engine.Global;
import dev.graft.engine.Linker;
import dev.graft.engine.Memory;
import dev.graft.engine.Store;
import dev.graft.engine.Table;
import java.util.List;

/// The module `spectest` that the suite's scripts import from, with what the proposals
/// add to it. Its printing functions print nothing.
///
/// @see <a
/// href="https://github.com/WebAssembly/spec/tree/main/interpreter#spectest-host-module">the
/// reference interpreter, "Spectest host module"</a>
final class Spectest {

	private static final String NAME = "spectest";

	private Spectest() {
	}

	/// Defines everything.
	static void define(Linker linker, Store store) {
		print(linker, "print");
		print(linker, "print_i32", NumberType.I32);
		print(linker, "print_i64", NumberType.I64);
		print(linker, "print_f32", NumberType.F32);
		print(linker, "print_f64", NumberType.F64);
		print(linker, "print_i32_f32", NumberType.I32, NumberType.F32);
		print(linker, "print_f64_f64", NumberType.F64, NumberType.F64);
		global(linker, store, "global_i32", NumberType.I32, 666);
		global(linker, store, "global_i64", NumberType.I64, 666L);
		global(linker, store, "global_f32", NumberType.F32, 666.6f);
		global(linker, store, "global_f64", NumberType.F64, 666.6);
		table(linker, store, "table", AddressType.I32);
		table(linker, store, "table64", AddressType.I64);
		memory(linker, store, "memory", false);
		memory(linker, store, "shared_memory", true);
	}

	private static void print(Linker linker, String name, ValueType... parameters) {
		linker.function(NAME, name, FunctionType.of(List.of(parameters)), (caller, arguments) -> null);
	}

	private static void table(Linker linker, Store store, String name, AddressType addressType) {
		linker.define(NAME, name, Table.create(store,
				new ExternalType.Table(addressType, Limits.between(10, 20), ReferenceType.FUNCREF), null));
	}

	private static void memory(Linker linker, Store store, String name, boolean shared) {
		linker.define(NAME, name, Memory.create(store, new ExternalType.Memory(AddressType.I32, Limits.between(1, 2),
				shared, ExternalType.Memory.DEFAULT_PAGE_SIZE_LOG2)));
	}

	private static void global(Linker linker, Store store, String name, NumberType type, Object value) {
		linker.define(NAME, name, Global.create(store, new ExternalType.Global(type, false), value));
	}

}
