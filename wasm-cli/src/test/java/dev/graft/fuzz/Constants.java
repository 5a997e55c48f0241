package dev.graft.fuzz;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import java.util.List;
import java.util.stream.IntStream;

/// Numbers, and constant expressions.
final class Constants {

	private static final int END = 0x0B;

	private Constants() {
	}

	/// Writes an instruction that pushes a number.
	static void number(ByteSink out, Dice dice, NumberType type) {
		switch (type) {
			case I32 -> out.u8(0x41).signed(dice.i32());
			case I64 -> out.u8(0x42).signed(dice.i64());
			case F32 -> out.u8(0x43).fixed(dice.f32OrNan(), 4);
			case F64 -> out.u8(0x44).fixed(dice.f64OrNan(), 8);
		}
	}

	/// Writes an instruction that pushes a vector.
	static void vector(ByteSink out, Dice dice) {
		out.u8(0xFD).unsigned(0x0C);
		switch (dice.below(4)) {
			case 0 -> out.raw(dice.bytes(16));
			case 1 -> IntStream.range(0, 4).forEach((lane) -> out.fixed(dice.i32(), 4));
			case 2 -> IntStream.range(0, 4).forEach((lane) -> out.fixed(dice.f32OrNan(), 4));
			default -> IntStream.range(0, 2).forEach((lane) -> out.fixed(dice.f64OrNan(), 8));
		}
	}

	/// Writes a number of an address type.
	static void address(ByteSink out, NumberType type, long number) {
		out.u8(type == NumberType.I64 ? 0x42 : 0x41).signed(type == NumberType.I64 ? number : (int) number);
	}

	/// Writes a constant expression with its end.
	/// @param globals how many globals it may refer to
	static void expression(ByteSink out, Scaffold module, Dice dice, ValueType type, int globals) {
		part(out, module, dice, type, globals, 3);
		out.u8(END);
	}

	private static void part(ByteSink out, Scaffold module, Dice dice, ValueType type, int globals, int depth) {
		List<Integer> known = IntStream.range(0, globals)
			.filter((global) -> !module.globals.get(global).mutable()
					&& module.types.matches(module.globals.get(global).type(), type))
			.boxed()
			.toList();
		if (!known.isEmpty() && dice.coin()) {
			out.u8(0x23).unsigned(dice.of(known));
			return;
		}
		switch (type) {
			case NumberType number -> {
				boolean integer = number == NumberType.I32 || number == NumberType.I64;
				if (integer && module.has(Feature.EXTENDED_CONST) && depth > 0 && dice.oneIn(4)) {
					part(out, module, dice, type, globals, depth - 1);
					part(out, module, dice, type, globals, depth - 1);
					out.u8((number == NumberType.I32 ? 0x6A : 0x7C) + dice.below(3));
				}
				else {
					number(out, dice, number);
				}
			}
			case VectorType vector -> vector(out, dice);
			case ReferenceType reference -> reference(out, module, dice, reference, globals, depth);
		}
	}

	private static void reference(ByteSink out, Scaffold module, Dice dice, ReferenceType type, int globals,
			int depth) {
		if (type.nullable() && (depth <= 0 || dice.coin() || !Aggregates.isMakeable(module, type.heapType()))) {
			out.u8(0xD0);
			TypeSpace.encode(type.heapType(), out);
			return;
		}
		List<Integer> functions = Aggregates.functions(module, type.heapType());
		if (!functions.isEmpty()) {
			out.u8(0xD2).unsigned(dice.of(functions));
			return;
		}
		int index = Aggregates.aggregate(module, dice, type.heapType(), depth <= 0);
		if (index != Aggregates.NOT_AN_AGGREGATE) {
			aggregate(out, module, dice, index, globals, depth);
			return;
		}
		part(out, module, dice, NumberType.I32, globals, depth - 1);
		out.u8(0xFB).unsigned(28);
		if (type.heapType() == HeapType.Abstract.EXTERN) {
			out.u8(0xFB).unsigned(27);
		}
	}

	private static void aggregate(ByteSink out, Scaffold module, Dice dice, int index, int globals, int depth) {
		if (module.types.get(index).shape() instanceof Shape.Array array) {
			int length = (depth > 0) ? dice.below(4) : 0;
			for (int i = 0; i < length; i++) {
				part(out, module, dice, array.element().unpacked(), globals, depth - 1);
			}
			out.u8(0xFB).unsigned(8).unsigned(index).unsigned(length);
			return;
		}
		Shape.Structure structure = (Shape.Structure) module.types.get(index).shape();
		structure.fields().forEach((field) -> part(out, module, dice, field.unpacked(), globals, depth - 1));
		out.u8(0xFB).unsigned(0).unsigned(index);
	}

}
