package dev.graft.engine;

import dev.graft.artifact.type.ExternalType;
import dev.graft.engine.link.CanonicalType;
import dev.graft.engine.link.ExternalInstance;
import dev.graft.engine.link.ModuleTypes;

/// Makes types complete in themselves.
final class ExternTypes {

	private ExternTypes() {
	}

	/// The type that a module declares.
	static ExternType of(ExternalType type, ModuleTypes types) {
		return switch (type) {
			case ExternalType.Function function -> function(types.get(function.typeIndex()));
			case ExternalType.Table table -> table(types.resolve(table));
			case ExternalType.Memory memory -> new ExternType.Memory(memory);
			case ExternalType.Global global -> global(types.resolve(global));
			case ExternalType.Tag tag -> new ExternType.Tag(types.get(tag.typeIndex()).functionType());
		};
	}

	/// The type of what there is.
	static ExternType of(ExternalInstance item) {
		return switch (item) {
			case ExternalInstance.Function function -> function(function.type());
			case ExternalInstance.Memory memory -> new ExternType.Memory(memory.type());
			case ExternalInstance.Table table -> table(table.type());
			case ExternalInstance.Global global -> global(global.type());
			case ExternalInstance.Tag tag -> new ExternType.Tag(tag.type().functionType());
		};
	}

	static ExternType.Function function(CanonicalType type) {
		return new ExternType.Function(type.functionType(), type.isPlain() ? null : type);
	}

	static ExternType.Table table(ExternalType.Table type) {
		return new ExternType.Table(type.elementType(), type.limits(), type.addressType());
	}

	static ExternType.Global global(ExternalType.Global type) {
		return new ExternType.Global(type.valueType(), type.mutable());
	}

}
