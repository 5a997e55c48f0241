package dev.graft.fuzz;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The types of a module under construction. Knows which ones match, independently of the
/// compiler.
final class TypeSpace {

	static final int NO_SUPERTYPE = -1;

	private final List<Definition> definitions = new ArrayList<>();

	private final List<Integer> groupSizes = new ArrayList<>();

	/// A definition.
	/// @param supertype its index, or [#NO_SUPERTYPE]
	record Definition(boolean isFinal, int supertype, Shape shape) {
	}

	/// Adds a recursive group.
	void add(List<Definition> group) {
		this.definitions.addAll(group);
		this.groupSizes.add(group.size());
	}

	/// Adds everything that another module defines, under the same indices.
	void addAll(TypeSpace other) {
		this.definitions.addAll(other.definitions);
		this.groupSizes.addAll(other.groupSizes);
	}

	int size() {
		return this.definitions.size();
	}

	Definition get(int index) {
		return this.definitions.get(index);
	}

	/// The index of a function type, which is added if it is not there.
	int function(FunctionType type) {
		for (int i = 0; i < this.definitions.size(); i++) {
			if (this.definitions.get(i).shape() instanceof Shape.Function known && known.type().equals(type)) {
				return i;
			}
		}
		add(List.of(new Definition(true, NO_SUPERTYPE, new Shape.Function(type))));
		return this.definitions.size() - 1;
	}

	FunctionType function(int index) {
		return ((Shape.Function) get(index).shape()).type();
	}

	/// The indices of all definitions of a kind.
	List<Integer> indices(Class<? extends Shape> kind) {
		return IntStream.range(0, size()).filter((index) -> kind.isInstance(get(index).shape())).boxed().toList();
	}

	/// Whether a value of one type can stand where another is asked for.
	boolean matches(ValueType found, ValueType expected) {
		if (found instanceof ReferenceType from && expected instanceof ReferenceType to) {
			return (to.nullable() || !from.nullable()) && matches(from.heapType(), to.heapType());
		}
		return found.equals(expected);
	}

	/// Whether values can stand where others are asked for.
	boolean matches(List<ValueType> found, List<ValueType> expected) {
		return found.size() == expected.size()
				&& IntStream.range(0, found.size()).allMatch((i) -> matches(found.get(i), expected.get(i)));
	}

	boolean matches(HeapType found, HeapType expected) {
		if (found.equals(expected)) {
			return true;
		}
		if (found instanceof HeapType.Concrete concrete) {
			int supertype = get(concrete.typeIndex()).supertype();
			return (supertype != NO_SUPERTYPE) ? matches(new HeapType.Concrete(supertype), expected)
					: matches(kind(concrete), expected);
		}
		return switch ((HeapType.Abstract) found) {
			case NONE -> top(expected) == HeapType.Abstract.ANY;
			case NOFUNC -> top(expected) == HeapType.Abstract.FUNC;
			case NOEXTERN -> expected == HeapType.Abstract.EXTERN;
			case NOEXN -> expected == HeapType.Abstract.EXN;
			case I31, STRUCT, ARRAY -> expected == HeapType.Abstract.EQ || expected == HeapType.Abstract.ANY;
			case EQ -> expected == HeapType.Abstract.ANY;
			case ANY, FUNC, EXTERN, EXN -> false;
		};
	}

	private HeapType.Abstract kind(HeapType.Concrete type) {
		return switch (get(type.typeIndex()).shape()) {
			case Shape.Function function -> HeapType.Abstract.FUNC;
			case Shape.Structure structure -> HeapType.Abstract.STRUCT;
			case Shape.Array array -> HeapType.Abstract.ARRAY;
		};
	}

	/// The largest type of the hierarchy that a heap type belongs to.
	HeapType.Abstract top(HeapType type) {
		HeapType.Abstract kind = (type instanceof HeapType.Concrete concrete) ? kind(concrete)
				: (HeapType.Abstract) type;
		return switch (kind) {
			case FUNC, NOFUNC -> HeapType.Abstract.FUNC;
			case EXTERN, NOEXTERN -> HeapType.Abstract.EXTERN;
			case EXN, NOEXN -> HeapType.Abstract.EXN;
			case ANY, EQ, I31, STRUCT, ARRAY, NONE -> HeapType.Abstract.ANY;
		};
	}

	/// Writes the contents of the type section.
	byte[] encode() {
		ByteSink to = new ByteSink().unsigned(this.groupSizes.size());
		int next = 0;
		for (int size : this.groupSizes) {
			if (size != 1) {
				to.u8(0x4E).unsigned(size);
			}
			for (Definition member : this.definitions.subList(next, next + size)) {
				encode(member, to);
			}
			next += size;
		}
		return to.toByteArray();
	}

	private static void encode(Definition definition, ByteSink to) {
		boolean derived = definition.supertype() != NO_SUPERTYPE;
		if (!definition.isFinal() || derived) {
			to.u8(definition.isFinal() ? 0x4F : 0x50).unsigned(derived ? 1 : 0);
		}
		if (derived) {
			to.unsigned(definition.supertype());
		}
		switch (definition.shape()) {
			case Shape.Function function -> {
				encode(function.type().parameters(), to.u8(0x60));
				encode(function.type().results(), to);
			}
			case Shape.Structure structure -> {
				to.u8(0x5F).unsigned(structure.fields().size());
				structure.fields().forEach((field) -> encode(field, to));
			}
			case Shape.Array array -> encode(array.element(), to.u8(0x5E));
		}
	}

	private static void encode(Shape.FieldShape field, ByteSink to) {
		if (field.value() != null) {
			encode(field.value(), to);
		}
		else {
			to.u8(field.packedBits() == 8 ? 0x78 : 0x77);
		}
		to.u8(field.mutable() ? 1 : 0);
	}

	static void encode(List<ValueType> types, ByteSink to) {
		to.unsigned(types.size());
		types.forEach((type) -> encode(type, to));
	}

	static void encode(ValueType type, ByteSink to) {
		switch (type) {
			case NumberType number -> to.u8(switch (number) {
				case I32 -> 0x7F;
				case I64 -> 0x7E;
				case F32 -> 0x7D;
				case F64 -> 0x7C;
			});
			case VectorType vector -> to.u8(0x7B);
			case ReferenceType reference -> {
				if (!reference.nullable() || reference.heapType() instanceof HeapType.Concrete) {
					to.u8(reference.nullable() ? 0x63 : 0x64);
				}
				encode(reference.heapType(), to);
			}
		}
	}

	static void encode(HeapType type, ByteSink to) {
		switch (type) {
			case HeapType.Concrete concrete -> to.signed(concrete.typeIndex());
			case HeapType.Abstract named -> to.u8(switch (named) {
				case FUNC -> 0x70;
				case EXTERN -> 0x6F;
				case ANY -> 0x6E;
				case EQ -> 0x6D;
				case I31 -> 0x6C;
				case STRUCT -> 0x6B;
				case ARRAY -> 0x6A;
				case EXN -> 0x69;
				case NONE -> 0x71;
				case NOEXTERN -> 0x72;
				case NOFUNC -> 0x73;
				case NOEXN -> 0x74;
			});
			case HeapType.Resolved resolved -> throw new IllegalArgumentException("a type of an engine");
		}
	}

}
