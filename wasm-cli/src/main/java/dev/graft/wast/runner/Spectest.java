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

/// The module `spectest` that the suite's scripts import from. Its printing functions
/// print nothing.
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
		linker.define(NAME, "table", Table.create(store,
				new ExternalType.Table(AddressType.I32, Limits.between(10, 20), ReferenceType.FUNCREF), null));
		linker.define(NAME, "memory", Memory.create(store, ExternalType.Memory.of(Limits.between(1, 2))));
	}

	private static void print(Linker linker, String name, ValueType... parameters) {
		linker.function(NAME, name, FunctionType.of(List.of(parameters)), (caller, arguments) -> null);
	}

	private static void global(Linker linker, Store store, String name, NumberType type, Object value) {
		linker.define(NAME, name, Global.create(store, new ExternalType.Global(type, false), value));
	}

}
