package dev.graft.fuzz;

import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.engine.Extern;
import dev.graft.engine.ExternType;
import dev.graft.engine.Global;
import dev.graft.engine.ImportType;
import dev.graft.engine.Linker;
import dev.graft.engine.Memory;
import dev.graft.engine.Module;
import dev.graft.engine.Store;
import dev.graft.engine.Table;
import org.jspecify.annotations.Nullable;

/// Gives a module whatever it asks for: functions that trap, memories and tables as small
/// as allowed, globals that are zero or null.
final class DefaultHost {

	private DefaultHost() {
	}

	/// A linker for a module. What cannot be made from nothing is missing.
	static Linker linker(Store store, Module module) {
		Linker linker = Linker.create(store.engine()).allowShadowing(true);
		for (ImportType wanted : module.imports()) {
			Extern item = item(store, wanted.type());
			if (item != null) {
				linker.define(wanted.module(), wanted.name(), item);
			}
		}
		return linker.defineUnknownImportsAsTraps(module);
	}

	private static @Nullable Extern item(Store store, ExternType type) {
		return switch (type) {
			case ExternType.Memory memory -> Memory.create(store, memory.type());
			case ExternType.Table table when table.elementType().nullable() -> Table.create(store,
					new ExternalType.Table(table.addressType(), table.limits(), table.elementType()), null);
			case ExternType.Global global when hasZero(global.valueType()) -> Global.create(store,
					new ExternalType.Global(global.valueType(), global.mutable()), zero(global.valueType()));
			default -> null;
		};
	}

	/// Whether hosts can make a zero of a type, or null.
	static boolean hasZero(ValueType type) {
		return type instanceof ReferenceType reference ? reference.nullable() : Types.isSimple(type);
	}

	/// Zero, or null.
	static @Nullable Object zero(ValueType type) {
		return switch (type.toString()) {
			case "i32" -> 0;
			case "i64" -> 0L;
			case "f32" -> 0f;
			case "f64" -> 0d;
			default -> null;
		};
	}

}
