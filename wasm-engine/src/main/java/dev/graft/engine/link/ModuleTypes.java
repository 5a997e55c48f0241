package dev.graft.engine.link;

import java.util.Collections;
import java.util.List;

import dev.graft.artifact.type.ArrayType;
import dev.graft.artifact.type.CompositeType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FieldType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.StorageType;
import dev.graft.artifact.type.StructType;
import dev.graft.artifact.type.ValueType;

/// The type definitions of a module, by index, and with them the meaning of all types
/// that the module states: where it writes an index, there is the canonical type.
/// Immutable.
public final class ModuleTypes {

	private final List<CanonicalType> types;

	private ModuleTypes(List<CanonicalType> types) {
		this.types = Collections.unmodifiableList(types);
	}

	/// These types, which may still be coming.
	static ModuleTypes of(List<CanonicalType> types) {
		return new ModuleTypes(types);
	}

	/// The type definitions, in order.
	public List<CanonicalType> all() {
		return this.types;
	}

	/// The type definition with an index.
	public CanonicalType get(int typeIndex) {
		return this.types.get(typeIndex);
	}

	/// A value type without indices.
	public ValueType resolve(ValueType type) {
		return (type instanceof ReferenceType reference) ? resolve(reference) : type;
	}

	/// A reference type without indices.
	public ReferenceType resolve(ReferenceType type) {
		return (type.heapType() instanceof HeapType.Concrete concrete)
				? new ReferenceType(type.nullable(), get(concrete.typeIndex())) : type;
	}

	/// The type of a table without indices.
	public ExternalType.Table resolve(ExternalType.Table type) {
		return new ExternalType.Table(type.addressType(), type.limits(), resolve(type.elementType()));
	}

	/// The type of a global without indices.
	public ExternalType.Global resolve(ExternalType.Global type) {
		return new ExternalType.Global(resolve(type.valueType()), type.mutable());
	}

	CompositeType resolve(CompositeType type) {
		return switch (type) {
			case FunctionType function -> new FunctionType(resolve(function.parameters()), resolve(function.results()));
			case StructType structure -> new StructType(structure.fields().stream().map(this::resolve).toList());
			case ArrayType array -> new ArrayType(resolve(array.element()));
		};
	}

	private List<ValueType> resolve(List<ValueType> types) {
		return types.stream().map(this::resolve).toList();
	}

	private FieldType resolve(FieldType field) {
		StorageType storage = (field.storage() instanceof ValueType value) ? resolve(value) : field.storage();
		return new FieldType(storage, field.mutable());
	}

}
