package dev.graft.fuzz;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.fuzz.Scaffold.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Calls of all kinds, in tail position and elsewhere.
final class Calls {

	private Calls() {
	}

	/// Ways to call.
	static List<Production> productions(Scaffold module) {
		List<Production> productions = new ArrayList<>();
		productions.add(Production.always(5, (code) -> direct(code, code.dice.of(functions(code, (type) -> true)))));
		productions.add(new Production(1, Calls::hasTable, (code) -> indirect(code, "call_indirect", anyType(code))));
		productions.add(new Production(3, (code) -> module.has(Feature.REFERENCE_TYPES) && hasTable(code), Calls::put));
		if (module.has(Feature.FUNCTION_REFERENCES)) {
			productions.add(Production.always(3, (code) -> reference(code, "call_ref", anyType(code))));
		}
		if (module.has(Feature.TAIL_CALL)) {
			productions.add(Production.always(2, Calls::tail));
		}
		return productions;
	}

	private static boolean hasTable(Code code) {
		return !functionTables(code).isEmpty();
	}

	private static List<Integer> functionTables(Code code) {
		ReferenceType function = ReferenceType.FUNCREF;
		return IntStream.range(0, code.module.tables.size())
			.filter((table) -> code.module.types.matches(code.module.tables.get(table).element(), function))
			.boxed()
			.toList();
	}

	private static List<Integer> functions(Code code, Predicate<FunctionType> wanted) {
		return IntStream.range(0, code.module.functions.size())
			.filter((function) -> wanted.test(code.module.functionType(function)))
			.boxed()
			.toList();
	}

	private static int anyType(Code code) {
		return code.dice.of(code.module.types.indices(Shape.Function.class));
	}

	/// Pushes what a call returns that returns one value of a type.
	static boolean producing(Code code, ValueType type) {
		List<Integer> choices = functions(code, (function) -> function.results().equals(List.of(type)));
		if (choices.isEmpty()) {
			return false;
		}
		direct(code, code.dice.of(choices));
		return true;
	}

	private static void direct(Code code, int function) {
		FunctionType type = code.module.functionType(function);
		code.take(type.parameters()).op("call").u(function).push(type.results());
	}

	private static void indirect(Code code, String mnemonic, int typeIndex) {
		FunctionType type = code.module.types.function(typeIndex);
		int table = code.dice.of(functionTables(code));
		code.need(type.parameters());
		Tables.index(code, code.module.tables.get(table).address());
		code.remove(type.parameters().size() + 1);
		code.op(mnemonic).u(typeIndex).u(table);
		if (mnemonic.startsWith("return")) {
			code.unreachable();
		}
		else {
			code.push(type.results());
		}
	}

	/// Puts a function into a table and calls it there.
	private static void put(Code code) {
		int table = code.dice.of(functionTables(code));
		TableShape shape = code.module.tables.get(table);
		if (shape.minimum() == 0 || !Aggregates.isMakeable(code.module, shape.element().heapType())) {
			return;
		}
		List<Integer> functions = Aggregates.functions(code.module, shape.element().heapType());
		int function = code.dice.of(functions);
		int index = code.dice.below(shape.minimum());
		Constants.address(code.out, shape.address(), index);
		code.op("ref.func").u(function).op("table.set").u(table);
		FunctionType type = code.module.functionType(function);
		code.take(type.parameters());
		Constants.address(code.out, shape.address(), index);
		code.op("call_indirect").u(code.module.functions.get(function)).u(table).push(type.results());
	}

	private static void reference(Code code, String mnemonic, int typeIndex) {
		FunctionType type = code.module.types.function(typeIndex);
		code.need(type.parameters());
		HeapType callee = new HeapType.Concrete(typeIndex);
		boolean nonNull = Aggregates.isMakeable(code.module, callee) && !code.dice.oneIn(8);
		code.values().produce(new ReferenceType(!nonNull, callee));
		code.remove(type.parameters().size() + 1);
		code.op(mnemonic).u(typeIndex);
		if (mnemonic.startsWith("return")) {
			code.unreachable();
		}
		else {
			code.push(type.results());
		}
	}

	private static void tail(Code code) {
		Predicate<FunctionType> fits = (type) -> code.module.types.matches(type.results(), code.type.results());
		List<Integer> types = code.module.types.indices(Shape.Function.class)
			.stream()
			.filter((index) -> fits.test(code.module.types.function(index)))
			.toList();
		List<Integer> functions = functions(code, fits);
		boolean conditional = code.dice.coin();
		if (conditional) {
			code.take(NumberType.I32).open("if", new FunctionType(List.of(), List.of()));
		}
		int choice = code.dice.below(3);
		if (choice == 0 && hasTable(code)) {
			indirect(code, "return_call_indirect", code.dice.of(types));
		}
		else if (choice == 1 && code.module.has(Feature.FUNCTION_REFERENCES)) {
			reference(code, "return_call_ref", code.dice.of(types));
		}
		else if (!functions.isEmpty()) {
			int function = code.dice.of(functions);
			code.take(code.module.functionType(function).parameters()).op("return_call").u(function);
			code.unreachable();
		}
		if (conditional) {
			code.end(List.of());
		}
	}

}
