package dev.graft.fuzz;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.fuzz.Scaffold.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// What is done with tables.
final class Tables {

	private Tables() {
	}

	/// Ways to use tables.
	static List<Production> productions(Scaffold module) {
		List<Production> productions = new ArrayList<>();
		if (module.has(Feature.REFERENCE_TYPES)) {
			add(productions, 3, Tables::get);
			add(productions, 3, Tables::set);
			add(productions, 1, (code) -> {
				int table = table(code);
				code.op("table.size").u(table).push(shape(code, table).address());
			});
			add(productions, 1, Tables::grow);
			add(productions, 1, Tables::fill);
		}
		if (module.has(Feature.BULK_MEMORY)) {
			add(productions, 1, Tables::copy);
			add(productions, 1, Tables::initialize);
			productions.add(new Production(1, (code) -> !code.module.elements.isEmpty(),
					(code) -> code.op("elem.drop").u(code.dice.below(code.module.elements.size()))));
		}
		return productions;
	}

	private static void add(List<Production> productions, int weight, Consumer<Code> write) {
		productions.add(new Production(weight, (code) -> !code.module.tables.isEmpty(), write));
	}

	private static int table(Code code) {
		return code.dice.below(code.module.tables.size());
	}

	private static TableShape shape(Code code, int table) {
		return code.module.tables.get(table);
	}

	/// Pushes an index, most often one that is in the table.
	static void index(Code code, NumberType type) {
		if (code.dice.oneIn(40)) {
			code.values().produce(type);
			return;
		}
		if (code.dice.coin()) {
			code.values().produce(type);
			Memories.mask(code, type, 7);
			return;
		}
		Constants.address(code.out, type, code.dice.below(8));
		code.push(type);
	}

	/// Pushes a small number, which may be too large nevertheless.
	private static void length(Code code, NumberType type) {
		Constants.address(code.out, type, code.dice.oneIn(10) ? 9 : code.dice.below(2));
		code.push(type);
	}

	private static void get(Code code) {
		int table = table(code);
		index(code, shape(code, table).address());
		code.remove(1);
		code.op("table.get").u(table).push(shape(code, table).element());
	}

	private static void set(Code code) {
		int table = table(code);
		index(code, shape(code, table).address());
		code.values().produce(shape(code, table).element());
		code.remove(2);
		code.op("table.set").u(table);
	}

	private static void grow(Code code) {
		int table = table(code);
		NumberType type = shape(code, table).address();
		code.values().produce(shape(code, table).element());
		index(code, type);
		code.remove(2);
		code.op("table.grow").u(table).push(type);
	}

	private static void fill(Code code) {
		int table = table(code);
		NumberType type = shape(code, table).address();
		index(code, type);
		code.values().produce(shape(code, table).element());
		length(code, type);
		code.remove(3);
		code.op("table.fill").u(table);
	}

	private static void copy(Code code) {
		int to = table(code);
		ReferenceType element = shape(code, to).element();
		List<Integer> choices = IntStream.range(0, code.module.tables.size())
			.filter((from) -> code.module.types.matches(shape(code, from).element(), element))
			.boxed()
			.toList();
		int from = code.dice.of(choices);
		boolean both64 = shape(code, to).is64() && shape(code, from).is64();
		index(code, shape(code, to).address());
		index(code, shape(code, from).address());
		length(code, both64 ? NumberType.I64 : NumberType.I32);
		code.remove(3);
		code.op("table.copy").u(to).u(from);
	}

	private static void initialize(Code code) {
		int to = table(code);
		List<Integer> choices = IntStream.range(0, code.module.elements.size())
			.filter((from) -> code.module.types.matches(code.module.elements.get(from), shape(code, to).element()))
			.boxed()
			.toList();
		if (choices.isEmpty()) {
			return;
		}
		index(code, shape(code, to).address());
		length(code, NumberType.I32);
		length(code, NumberType.I32);
		code.remove(3);
		code.op("table.init").u(code.dice.of(choices)).u(to);
	}

}
