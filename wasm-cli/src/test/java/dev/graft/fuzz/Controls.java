package dev.graft.fuzz;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.fuzz.Code.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Blocks and branches.
final class Controls {

	private static final FunctionType NOTHING = new FunctionType(List.of(), List.of());

	/// No deeper, so that code stays readable and stacks small.
	private static final int DEEPEST = 8;

	private Controls() {
	}

	/// Ways to go on elsewhere.
	static List<Production> productions(Scaffold module) {
		List<Production> productions = new ArrayList<>();
		productions.add(nesting(5, Controls::block));
		productions.add(nesting(4, Controls::loop));
		productions.add(nesting(6, Controls::conditional));
		productions.add(nesting(2, Controls::table));
		productions.add(leaving(3, Controls::branch));
		productions.add(Production.always(5, Controls::branchIf));
		productions.add(leaving(2, Controls::branchTable));
		productions.add(leaving(1, Controls::leave));
		productions.add(Production.always(1, (code) -> code.op("nop")));
		if (module.has(Feature.FUNCTION_REFERENCES)) {
			productions.add(Production.always(3, Controls::branchOnNull));
		}
		if (module.has(Feature.GC)) {
			productions.add(Production.always(3, Controls::branchOnCast));
		}
		return productions;
	}

	private static Production nesting(int weight, Consumer<Code> write) {
		return new Production(weight, (code) -> code.depth() < DEEPEST && code.budget > 0, write);
	}

	/// One after which nothing else is reached; the function's body is to be longer than
	/// up to there.
	private static Production leaving(int weight, Consumer<Code> write) {
		return new Production(weight, (code) -> code.depth() > 1 || code.dice.oneIn(20), write);
	}

	/// Pushes what a block leaves that leaves one value of a type.
	static boolean producing(Code code, ValueType type) {
		if (code.depth() >= DEEPEST) {
			return false;
		}
		FunctionType result = new FunctionType(List.of(), List.of(type));
		if (code.dice.coin()) {
			code.block("block", result, (inner) -> FunctionGenerator.some(inner, 3));
			return true;
		}
		code.take(NumberType.I32).open("if", result);
		FunctionGenerator.some(code, 2);
		orElse(code, result);
		FunctionGenerator.some(code, 2);
		code.end(result.results());
		return true;
	}

	private static void block(Code code) {
		FunctionType type = code.values().blockType();
		code.remove(type.parameters().size());
		code.block("block", type, (inner) -> FunctionGenerator.some(inner, 6));
	}

	private static void loop(Code code) {
		FunctionType type = code.values().blockType();
		code.remove(type.parameters().size());
		code.block("loop", type, (inner) -> {
			FunctionGenerator.burn(inner);
			FunctionGenerator.some(inner, 6);
		});
	}

	private static void conditional(Code code) {
		code.need(List.of(NumberType.I32));
		code.remove(1);
		FunctionType type = code.values().blockType();
		code.remove(type.parameters().size());
		code.open("if", type);
		FunctionGenerator.some(code, 4);
		if (!type.parameters().equals(type.results()) || code.dice.coin()) {
			orElse(code, type);
			FunctionGenerator.some(code, 4);
		}
		code.end(type.results());
	}

	private static void orElse(Code code, FunctionType type) {
		code.leave();
		code.op("else");
		code.enter(type, type.results(), false);
	}

	/// Blocks in blocks, and a table of branches to their ends in the innermost one.
	private static void table(Code code) {
		int cases = code.dice.between(1, 5);
		for (int i = 0; i < cases; i++) {
			code.open("block", NOTHING);
		}
		code.take(NumberType.I32);
		if (code.dice.coin()) {
			code.push(NumberType.I32);
			Memories.mask(code, NumberType.I32, 7);
			code.remove(1);
		}
		int labels = code.dice.below(8);
		code.op("br_table").u(labels);
		IntStream.rangeClosed(0, labels).forEach((label) -> code.u(code.dice.below(cases)));
		code.unreachable();
		for (int i = 0; i < cases; i++) {
			code.end(List.of());
			FunctionGenerator.some(code, 2);
		}
	}

	private static void branch(Code code) {
		int label = code.dice.below(code.depth());
		code.take(code.labels().get(label).labelTypes).op("br").u(label);
		code.unreachable();
	}

	private static void branchIf(Code code) {
		int label = code.dice.below(code.depth());
		List<ValueType> types = code.labels().get(label).labelTypes;
		List<ValueType> operands = new ArrayList<>(types);
		operands.add(NumberType.I32);
		code.take(operands).op("br_if").u(label).push(types);
	}

	private static void branchTable(Code code) {
		List<Frame> labels = code.labels();
		List<ValueType> types = labels.get(code.dice.below(labels.size())).labelTypes;
		List<Integer> choices = IntStream.range(0, labels.size())
			.filter((label) -> labels.get(label).labelTypes.equals(types))
			.boxed()
			.toList();
		List<ValueType> operands = new ArrayList<>(types);
		operands.add(NumberType.I32);
		code.take(operands);
		int count = code.dice.below(6);
		code.op("br_table").u(count);
		IntStream.rangeClosed(0, count).forEach((each) -> code.u(code.dice.of(choices)));
		code.unreachable();
	}

	private static void leave(Code code) {
		if (code.dice.coin()) {
			code.take(code.type.results()).op("return");
		}
		else if (code.dice.oneIn(4)) {
			code.op("unreachable");
		}
		else {
			return;
		}
		code.unreachable();
	}

	/// `br_on_null` to a label, or `br_on_non_null` to a block made for it.
	private static void branchOnNull(Code code) {
		ReferenceType type = Types.reference(code.module, code.dice, false);
		ReferenceType nonNull = new ReferenceType(false, type.heapType());
		if (code.dice.coin() || code.depth() >= DEEPEST) {
			int label = code.dice.below(code.depth());
			List<ValueType> carried = code.labels().get(label).labelTypes;
			List<ValueType> operands = new ArrayList<>(carried);
			operands.add(type);
			code.take(operands).op("br_on_null").u(label).push(carried).push(nonNull);
			return;
		}
		toBlock(code, nonNull, () -> code.take(type).op("br_on_non_null").u(0));
	}

	private static void branchOnCast(Code code) {
		ReferenceType from = Aggregates.castable(code);
		ReferenceType to = Aggregates.castableTo(code, from);
		if (!code.module.types.matches(to, from) || code.depth() >= DEEPEST) {
			return;
		}
		boolean onFailure = code.dice.coin();
		ReferenceType rest = new ReferenceType(from.nullable() && !to.nullable(), from.heapType());
		toBlock(code, onFailure ? rest : to, () -> {
			code.take(from).op(onFailure ? "br_on_cast_fail" : "br_on_cast");
			code.out.u8((from.nullable() ? 1 : 0) | (to.nullable() ? 2 : 0));
			code.u(0);
			TypeSpace.encode(from.heapType(), code.out);
			TypeSpace.encode(to.heapType(), code.out);
			code.push(onFailure ? to : rest);
			code.values().sink();
		});
	}

	/// A block that a reference leaves, by a branch or not at all.
	private static void toBlock(Code code, ReferenceType type, Runnable branch) {
		code.open("block", new FunctionType(List.of(), List.of(type)));
		branch.run();
		FunctionGenerator.some(code, 2);
		code.end(List.of(type));
	}

}
