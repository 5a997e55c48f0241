package dev.graft.compiler.validate;

import dev.graft.artifact.spi.InvalidModuleException;
import dev.graft.artifact.spi.UnsupportedFeatureException;
import dev.graft.artifact.type.CompositeType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.SubType;
import dev.graft.artifact.type.TypeTable;
import dev.graft.artifact.type.TypeTable.RecursiveGroup;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.model.ModuleModel;

/// Validates type definitions, and that types which are mentioned elsewhere are defined.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/valid/types.html#recursive-types">Validation,
/// "Recursive Types"</a>
final class TypeValidator {

	private final ModuleModel module;

	private final TypeTable types;

	TypeValidator(ModuleModel module) {
		this.module = module;
		this.types = module.types();
	}

	/// Validates the type section. Nobody may ask for the module's subtyping before.
	void definitions() {
		references();
		supertypes();
	}

	/// Types may mention all types of their group and those before it. Nothing else can
	/// be asked of a type before this is certain.
	private void references() {
		int index = 0;
		int end = 0;
		for (RecursiveGroup group : this.types.groups()) {
			end += group.members().size();
			for (SubType type : group.members()) {
				references(type, index++, end);
			}
		}
	}

	private void references(SubType type, int index, int groupEnd) {
		if (type.supertypes().size() > 1) {
			throw invalid(index, "sub type", "%d supertypes instead of one".formatted(type.supertypes().size()));
		}
		for (int supertype : type.supertypes()) {
			if (Integer.compareUnsigned(supertype, index) >= 0) {
				throw invalid(index, "unknown type " + Integer.toUnsignedString(supertype),
						"a supertype comes before its subtypes");
			}
		}
		for (ValueType mentioned : type.composite().mentions()) {
			if (mentioned instanceof ReferenceType reference
					&& reference.heapType() instanceof HeapType.Concrete concrete
					&& Integer.compareUnsigned(concrete.typeIndex(), groupEnd) >= 0) {
				throw invalid(index, "unknown type " + Integer.toUnsignedString(concrete.typeIndex()),
						"it comes after the recursive group, which ends before type " + groupEnd);
			}
		}
	}

	private void supertypes() {
		int[] depths = new int[this.types.size()];
		for (int index = 0; index < depths.length; index++) {
			SubType type = this.types.types().get(index);
			if (!type.supertypes().isEmpty()) {
				int supertype = type.supertypes().getFirst();
				supertype(index, type.composite(), supertype);
				depths[index] = depths[supertype] + 1;
				if (depths[index] > SubType.MOST_SUPERTYPES) {
					throw new UnsupportedFeatureException(this.module.sourceName(), at(),
							"more than %d supertypes".formatted(SubType.MOST_SUPERTYPES),
							"type %d has more".formatted(index));
				}
			}
		}
	}

	private void supertype(int index, CompositeType composite, int superIndex) {
		SubType supertype = this.types.types().get(superIndex);
		if (supertype.isFinal()) {
			throw invalid(index, "sub type %d does not match supertype %d".formatted(index, superIndex),
					"the supertype is final");
		}
		if (!this.module.subtyping().matches(composite, supertype.composite())) {
			throw new InvalidModuleException(this.module.sourceName(), at(),
					"sub type %d does not match supertype %d".formatted(index, superIndex),
					supertype.composite().toString(), composite.toString());
		}
	}

	/// Checks that a type which is mentioned outside of the type section is defined.
	void defined(ValueType type, int offset) {
		if (type instanceof ReferenceType reference && reference.heapType() instanceof HeapType.Concrete concrete) {
			defined(concrete.typeIndex(), offset);
		}
	}

	/// Checks that there is a type with an index.
	void defined(int typeIndex, int offset) {
		if (Integer.compareUnsigned(typeIndex, this.types.size()) >= 0) {
			throw new InvalidModuleException(this.module.sourceName(), this.module.positions().at(offset),
					"unknown type " + Integer.toUnsignedString(typeIndex), "there are " + this.types.size());
		}
	}

	/// Checks that there is a function type with an index.
	void function(int typeIndex, int offset) {
		defined(typeIndex, offset);
		CompositeType composite = this.types.types().get(typeIndex).composite();
		if (!(composite instanceof FunctionType)) {
			throw new InvalidModuleException(this.module.sourceName(), this.module.positions().at(offset),
					"type mismatch: type %d is no function type".formatted(typeIndex), "a function type",
					composite.toString());
		}
	}

	private InvalidModuleException invalid(int index, String what, String detail) {
		return new InvalidModuleException(this.module.sourceName(), at(), what + " in type " + index, detail);
	}

	private String at() {
		return this.module.positions().at(this.module.typesOffset());
	}

}
