package dev.graft.fuzz;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.fuzz.Shape.FieldShape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// References: functions, structures, arrays, small integers, and casts among them.
final class Aggregates {

	private static final int PREFIX = 0xFB;

	/// The answer of [#aggregate] for small integers.
	static final int NOT_AN_AGGREGATE = -1;

	private Aggregates() {
	}

	/// Ways to use references.
	static List<Production> productions(Scaffold module) {
		List<Production> productions = new ArrayList<>();
		if (module.has(Feature.REFERENCE_TYPES)) {
			productions.add(Production.always(2, Aggregates::isNull));
		}
		if (module.has(Feature.FUNCTION_REFERENCES)) {
			productions.add(Production.always(2, Aggregates::asNonNull));
		}
		if (module.has(Feature.GC)) {
			productions.add(new Production(8, (code) -> has(code, Shape.Structure.class), Aggregates::structure));
			productions.add(new Production(8, (code) -> has(code, Shape.Array.class), Aggregates::array));
			productions.add(Production.always(3, Aggregates::small));
			productions.add(Production.always(2, Aggregates::equal));
			productions.add(Production.always(6, Aggregates::cast));
			productions.add(Production.always(2, Aggregates::convert));
		}
		return productions;
	}

	private static boolean has(Code code, Class<? extends Shape> kind) {
		return !code.module.types.indices(kind).isEmpty();
	}

	// ---- making

	/// Whether there are references of a type other than null that can be made.
	static boolean isMakeable(Scaffold module, HeapType type) {
		boolean gc = module.has(Feature.GC);
		return switch (type) {
			case HeapType.Concrete concrete -> concrete.typeIndex() < module.types.size()
					&& (!(module.types.get(concrete.typeIndex()).shape() instanceof Shape.Function)
							|| !functions(module, type).isEmpty());
			case HeapType.Abstract named -> switch (named) {
				case FUNC -> !functions(module, type).isEmpty();
				case EXTERN, ANY, EQ, I31 -> gc;
				case STRUCT -> gc && !module.types.indices(Shape.Structure.class).isEmpty();
				case ARRAY -> gc && !module.types.indices(Shape.Array.class).isEmpty();
				case EXN, NONE, NOFUNC, NOEXTERN, NOEXN -> false;
			};
			case HeapType.Resolved resolved -> false;
		};
	}

	/// The functions that are of a type and may become references.
	static List<Integer> functions(Scaffold module, HeapType type) {
		return IntStream.range(module.firstFunction, module.functions.size())
			.filter((function) -> module.types.matches(new HeapType.Concrete(module.functions.get(function)), type))
			.boxed()
			.toList();
	}

	/// The index of a structure or array type to make one of, or -1 if it may be a small
	/// integer.
	/// @param deep whether it is time to come to an end: later types may hold earlier
	/// ones, and references of any type may hold what they like
	static int aggregate(Scaffold module, Dice dice, HeapType type, boolean deep) {
		List<Integer> choices = new ArrayList<>();
		for (int index = 0; index < module.types.size(); index++) {
			boolean aggregate = !(module.types.get(index).shape() instanceof Shape.Function);
			if (aggregate && module.types.matches(new HeapType.Concrete(index), type)) {
				choices.add(index);
			}
		}
		boolean maybeSmall = type == HeapType.Abstract.ANY || type == HeapType.Abstract.EQ;
		if (choices.isEmpty() || maybeSmall && (deep || dice.oneIn(3))) {
			return NOT_AN_AGGREGATE;
		}
		return deep ? choices.getFirst() : dice.of(choices);
	}

	/// Writes instructions that push a new reference of a type that is makeable. Does not
	/// note it.
	static void make(Code code, HeapType type) {
		List<Integer> functions = functions(code.module, type);
		if (!functions.isEmpty()) {
			code.op("ref.func").u(code.dice.of(functions));
			return;
		}
		int index = aggregate(code.module, code.dice, type, code.values().isDeep());
		if (index == NOT_AN_AGGREGATE) {
			code.take(NumberType.I32);
			code.op("ref.i31");
			if (type == HeapType.Abstract.EXTERN) {
				code.op("extern.convert_any");
			}
			return;
		}
		if (code.module.types.get(index).shape() instanceof Shape.Array array) {
			makeArray(code, index, array.element());
		}
		else {
			makeStructure(code, index, (Shape.Structure) code.module.types.get(index).shape());
		}
	}

	private static void makeStructure(Code code, int index, Shape.Structure structure) {
		if (structure.fields().stream().allMatch(Aggregates::isDefaultable) && code.dice.oneIn(3)) {
			code.op("struct.new_default").u(index);
			return;
		}
		code.take(structure.fields().stream().map(FieldShape::unpacked).toList());
		code.op("struct.new").u(index);
	}

	private static boolean isDefaultable(FieldShape field) {
		return field.isPacked() || field.unpacked().isDefaultable();
	}

	private static void makeArray(Code code, int index, FieldShape element) {
		switch (code.values().isDeep() ? 3 : code.dice.below(4)) {
			case 0 -> {
				code.need(List.of(element.unpacked()));
				length(code);
				code.remove(2);
				code.op("array.new").u(index);
			}
			case 1 -> {
				if (isDefaultable(element)) {
					length(code);
					code.remove(1);
					code.op("array.new_default").u(index);
				}
				else {
					fixed(code, index, element);
				}
			}
			case 2 -> {
				if (!fromSegment(code, index, element)) {
					fixed(code, index, element);
				}
			}
			default -> fixed(code, index, element);
		}
	}

	private static void fixed(Code code, int index, FieldShape element) {
		int length = code.values().isDeep() ? 0 : code.dice.below(5);
		for (int i = 0; i < length; i++) {
			code.values().produce(element.unpacked());
		}
		code.remove(length);
		code.op("array.new_fixed").u(index).u(length);
	}

	private static boolean fromSegment(Code code, int index, FieldShape element) {
		List<Integer> segments = segments(code, element);
		if (segments.isEmpty()) {
			return false;
		}
		small(code, 8);
		small(code, 8);
		code.remove(2);
		code.op(isBits(element) ? "array.new_data" : "array.new_elem").u(index).u(code.dice.of(segments));
		return true;
	}

	private static boolean isBits(FieldShape element) {
		return element.isPacked() || !element.unpacked().isReference();
	}

	private static List<Integer> segments(Code code, FieldShape element) {
		Scaffold module = code.module;
		if (isBits(element)) {
			return IntStream.range(0, module.data.size()).boxed().toList();
		}
		return IntStream.range(0, module.elements.size())
			.filter((segment) -> module.types.matches(module.elements.get(segment), element.unpacked()))
			.boxed()
			.toList();
	}

	/// Pushes a length that hurts nobody.
	private static void length(Code code) {
		code.values().produce(NumberType.I32);
		code.op("i32.const").u(0x3F).op("i32.and");
	}

	/// Pushes a number that is probably an index of something.
	private static void small(Code code, int bound) {
		if (code.dice.oneIn(8)) {
			code.values().produce(NumberType.I32);
			return;
		}
		code.out.u8(0x41).signed(code.dice.below(bound));
		code.push(NumberType.I32);
	}

	/// Pushes what an instruction makes that is left with a reference of a type.
	static boolean producing(Code code, ReferenceType type) {
		boolean gc = code.module.has(Feature.GC);
		if (!gc || !type.nullable() && code.dice.coin()) {
			return false;
		}
		List<Integer> sources = code.module.types.indices(Shape.Structure.class)
			.stream()
			.filter((index) -> field(code, index, type) >= 0)
			.toList();
		if (sources.isEmpty()) {
			return false;
		}
		int index = code.dice.of(sources);
		code.take(operand(code, index)).op("struct.get").u(index).u(field(code, index, type));
		code.push(((Shape.Structure) code.module.types.get(index).shape()).fields()
			.get(field(code, index, type))
			.unpacked());
		return true;
	}

	private static int field(Code code, int index, ValueType type) {
		List<FieldShape> fields = ((Shape.Structure) code.module.types.get(index).shape()).fields();
		for (int i = 0; i < fields.size(); i++) {
			if (code.module.types.matches(fields.get(i).unpacked(), type)) {
				return i;
			}
		}
		return -1;
	}

	/// The type of an operand that had better not be null.
	private static ReferenceType operand(Code code, int index) {
		return code.dice.oneIn(3) ? new ReferenceType(true, new HeapType.Concrete(index)) : nonNull(index);
	}

	private static ReferenceType nonNull(int index) {
		return new ReferenceType(false, new HeapType.Concrete(index));
	}

	// ---- using

	private static void isNull(Code code) {
		code.take(Types.reference(code.module, code.dice, false)).op("ref.is_null").push(NumberType.I32);
	}

	private static void asNonNull(Code code) {
		ReferenceType type = Types.reference(code.module, code.dice, false);
		code.take(type).op("ref.as_non_null").push(new ReferenceType(false, type.heapType()));
	}

	private static void structure(Code code) {
		int index = code.dice.of(code.module.types.indices(Shape.Structure.class));
		List<FieldShape> fields = ((Shape.Structure) code.module.types.get(index).shape()).fields();
		if (fields.isEmpty() || code.dice.oneIn(4)) {
			makeStructure(code, index, new Shape.Structure(fields));
			code.push(nonNull(index));
			return;
		}
		int field = code.dice.below(fields.size());
		ValueType type = fields.get(field).unpacked();
		if (fields.get(field).mutable() && code.dice.coin()) {
			code.take(operand(code, index), type).op("struct.set").u(index).u(field);
			return;
		}
		code.take(operand(code, index)).op("struct.get" + suffix(code, fields.get(field))).u(index).u(field);
		code.push(type);
	}

	private static String suffix(Code code, FieldShape field) {
		return !field.isPacked() ? "" : code.dice.coin() ? "_s" : "_u";
	}

	private static void array(Code code) {
		int index = code.dice.of(code.module.types.indices(Shape.Array.class));
		FieldShape element = ((Shape.Array) code.module.types.get(index).shape()).element();
		ReferenceType type = operand(code, index);
		switch (code.dice.below(8)) {
			case 0 -> {
				makeArray(code, index, element);
				code.push(nonNull(index));
			}
			case 1 -> code.take(new ReferenceType(true, HeapType.Abstract.ARRAY)).op("array.len").push(NumberType.I32);
			case 2, 3 -> {
				code.need(List.of(type));
				small(code, 4);
				code.remove(2);
				code.op("array.get" + suffix(code, element)).u(index).push(element.unpacked());
			}
			default -> {
				if (element.mutable()) {
					changeArray(code, index, element);
				}
			}
		}
	}

	private static void changeArray(Code code, int index, FieldShape element) {
		code.need(List.of(operand(code, index)));
		small(code, 4);
		switch (code.dice.below(4)) {
			case 0 -> {
				code.values().produce(element.unpacked());
				code.remove(3);
				code.op("array.set").u(index);
			}
			case 1 -> {
				code.values().produce(element.unpacked());
				small(code, 4);
				code.remove(4);
				code.op("array.fill").u(index);
			}
			case 2 -> {
				code.values().produce(operand(code, index));
				small(code, 4);
				small(code, 4);
				code.remove(5);
				code.op("array.copy").u(index).u(index);
			}
			default -> initializeArray(code, index, element);
		}
	}

	private static void initializeArray(Code code, int index, FieldShape element) {
		List<Integer> segments = segments(code, element);
		if (segments.isEmpty()) {
			code.values().produce(element.unpacked());
			code.remove(3);
			code.op("array.set").u(index);
			return;
		}
		small(code, 8);
		small(code, 4);
		code.remove(4);
		code.op(isBits(element) ? "array.init_data" : "array.init_elem").u(index).u(code.dice.of(segments));
	}

	private static void small(Code code) {
		if (code.dice.coin()) {
			code.take(NumberType.I32).op("ref.i31").push(new ReferenceType(false, HeapType.Abstract.I31));
		}
		else {
			code.take(new ReferenceType(true, HeapType.Abstract.I31));
			code.op(code.dice.coin() ? "i31.get_s" : "i31.get_u").push(NumberType.I32);
		}
	}

	private static void equal(Code code) {
		ReferenceType type = new ReferenceType(true, HeapType.Abstract.EQ);
		code.take(type, type).op("ref.eq").push(NumberType.I32);
	}

	/// `ref.test` and `ref.cast`, each for types with and without null.
	private static void cast(Code code) {
		ReferenceType from = castable(code);
		ReferenceType to = castableTo(code, from);
		boolean test = code.dice.coin();
		code.take(new ReferenceType(true, from.heapType()));
		code.budget--;
		code.out.u8(PREFIX).unsigned((test ? 20 : 22) + (to.nullable() ? 1 : 0));
		TypeSpace.encode(to.heapType(), code.out);
		code.push(test ? NumberType.I32 : to);
	}

	/// A type that can be cast from.
	static ReferenceType castable(Code code) {
		ReferenceType type = Types.reference(code.module, code.dice, false);
		return switch (code.module.types.top(type.heapType())) {
			case EXN -> new ReferenceType(true, HeapType.Abstract.ANY);
			default -> type;
		};
	}

	/// A type of the same hierarchy.
	static ReferenceType castableTo(Code code, ReferenceType from) {
		HeapType top = code.module.types.top(from.heapType());
		for (int i = 0; i < 20; i++) {
			ReferenceType to = Types.reference(code.module, code.dice, false);
			if (code.module.types.top(to.heapType()) == top) {
				return new ReferenceType(code.dice.coin(), to.heapType());
			}
		}
		return from;
	}

	private static void convert(Code code) {
		boolean nullable = code.dice.coin();
		HeapType.Abstract from = code.dice.coin() ? HeapType.Abstract.ANY : HeapType.Abstract.EXTERN;
		boolean toExtern = from == HeapType.Abstract.ANY;
		code.take(new ReferenceType(nullable, from)).op(toExtern ? "extern.convert_any" : "any.convert_extern");
		// Where nothing gets here, the operand may be of no type, and so not nullable.
		code.push(new ReferenceType(true, toExtern ? HeapType.Abstract.EXTERN : HeapType.Abstract.ANY));
	}

}
