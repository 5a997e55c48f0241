package dev.graft.fuzz;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Chooses types, and makes definitions of them.
final class Types {

	private static final Set<ValueType> SIMPLE = Set.of(NumberType.I32, NumberType.I64, NumberType.F32, NumberType.F64,
			ReferenceType.EXTERNREF, ReferenceType.FUNCREF);

	private Types() {
	}

	/// Whether hosts of all kinds can pass and get a value of the type.
	static boolean isSimple(ValueType type) {
		return SIMPLE.contains(type);
	}

	/// The vector type, if there is one.
	static List<ValueType> vectors(Scaffold module) {
		return module.has(Feature.SIMD) ? List.of(VectorType.V128) : List.of();
	}

	/// Any type whose values can be made from nothing.
	static ValueType any(Scaffold module, Dice dice) {
		if (dice.below(5) < 3) {
			return number(dice);
		}
		if (module.has(Feature.SIMD) && dice.coin()) {
			return VectorType.V128;
		}
		return module.has(Feature.REFERENCE_TYPES) ? reference(module, dice, true) : number(dice);
	}

	static NumberType number(Dice dice) {
		return dice.of(List.of(NumberType.values()));
	}

	/// Up to so many types.
	static List<ValueType> some(Scaffold module, Dice dice, int most) {
		List<ValueType> types = new ArrayList<>();
		int count = dice.between(0, most);
		for (int i = 0; i < count; i++) {
			types.add(any(module, dice));
		}
		return List.copyOf(types);
	}

	/// Any reference type whose values can be made from nothing.
	static ReferenceType reference(Scaffold module, Dice dice, boolean maybeNonNull) {
		List<HeapType> heaps = new ArrayList<>(List.of(HeapType.Abstract.FUNC, HeapType.Abstract.EXTERN));
		if (module.has(Feature.EXCEPTION_HANDLING) && !module.legacyExceptions) {
			heaps.add(HeapType.Abstract.EXN);
		}
		if (module.has(Feature.FUNCTION_REFERENCES)) {
			module.types.indices(Shape.Function.class).forEach((index) -> heaps.add(new HeapType.Concrete(index)));
		}
		if (module.has(Feature.GC)) {
			heaps.addAll(List.of(HeapType.Abstract.ANY, HeapType.Abstract.EQ, HeapType.Abstract.I31,
					HeapType.Abstract.STRUCT, HeapType.Abstract.ARRAY, HeapType.Abstract.NONE, HeapType.Abstract.NOFUNC,
					HeapType.Abstract.NOEXTERN));
			for (int i = 0; i < 3; i++) {
				module.types.indices(Shape.Structure.class).forEach((index) -> heaps.add(new HeapType.Concrete(index)));
				module.types.indices(Shape.Array.class).forEach((index) -> heaps.add(new HeapType.Concrete(index)));
			}
		}
		HeapType heap = dice.of(heaps);
		boolean nonNull = maybeNonNull && module.has(Feature.FUNCTION_REFERENCES) && dice.oneIn(3)
				&& Aggregates.isMakeable(module, heap);
		return new ReferenceType(!nonNull, heap);
	}

	/// Defines structures, arrays and function types, which extend each other.
	static void define(Scaffold module, Dice dice) {
		int groups = dice.between(1, 4);
		for (int i = 0; i < groups && module.has(Feature.GC); i++) {
			group(module, dice);
		}
		int functions = dice.between(2, 6);
		for (int i = 0; i < functions; i++) {
			module.types.function(function(module, dice));
		}
	}

	static FunctionType function(Scaffold module, Dice dice) {
		int results = module.has(Feature.MULTI_VALUE) && dice.oneIn(3) ? 3 : 1;
		return new FunctionType(some(module, dice, 4), some(module, dice, results));
	}

	private static void group(Scaffold module, Dice dice) {
		int first = module.types.size();
		int count = dice.coin() ? 1 : dice.between(1, 4);
		List<TypeSpace.Definition> group = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			group.add(definition(module, dice, group, first, count));
		}
		module.types.add(group);
	}

	private static TypeSpace.Definition definition(Scaffold module, Dice dice, List<TypeSpace.Definition> group,
			int first, int count) {
		int index = first + group.size();
		if (index > 0 && dice.coin()) {
			int supertype = dice.below(index);
			TypeSpace.Definition parent = (supertype < first) ? module.types.get(supertype)
					: group.get(supertype - first);
			if (!parent.isFinal() && depth(module, group, first, supertype) < 5) {
				return new TypeSpace.Definition(dice.oneIn(3), supertype,
						extend(parent.shape(), module, dice, first, count));
			}
		}
		Shape shape = dice.below(3) > 0 ? new Shape.Structure(fields(module, dice, first, count))
				: new Shape.Array(field(module, dice, first, count));
		return new TypeSpace.Definition(dice.oneIn(3), TypeSpace.NO_SUPERTYPE, shape);
	}

	private static int depth(Scaffold module, List<TypeSpace.Definition> group, int first, int type) {
		TypeSpace.Definition definition = (type < first) ? module.types.get(type) : group.get(type - first);
		return (definition.supertype() == TypeSpace.NO_SUPERTYPE) ? 0
				: 1 + depth(module, group, first, definition.supertype());
	}

	private static Shape extend(Shape parent, Scaffold module, Dice dice, int first, int count) {
		if (!(parent instanceof Shape.Structure structure)) {
			return parent;
		}
		List<Shape.FieldShape> fields = new ArrayList<>(structure.fields());
		fields.addAll(fields(module, dice, first, count));
		return new Shape.Structure(fields);
	}

	private static List<Shape.FieldShape> fields(Scaffold module, Dice dice, int first, int count) {
		List<Shape.FieldShape> fields = new ArrayList<>();
		int size = dice.below(5);
		for (int i = 0; i < size; i++) {
			fields.add(field(module, dice, first, count));
		}
		return fields;
	}

	private static Shape.FieldShape field(Scaffold module, Dice dice, int first, int count) {
		boolean mutable = dice.below(3) > 0;
		return switch (dice.below(6)) {
			case 0 -> new Shape.FieldShape(null, dice.coin() ? 8 : 16, mutable);
			case 1, 2 -> new Shape.FieldShape(new ReferenceType(true, new HeapType.Concrete(first + dice.below(count))),
					0, mutable);
			default -> new Shape.FieldShape(any(module, dice), 0, mutable);
		};
	}

}
