package dev.graft.fuzz;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import java.util.ArrayList;
import java.util.List;

/// Exceptions, thrown and handled, in the new form or in the old one.
final class Exceptions {

	private static final ReferenceType EXNREF = new ReferenceType(true, HeapType.Abstract.EXN);

	private static final int DEEPEST = 6;

	private Exceptions() {
	}

	/// Ways to throw and to handle.
	static List<Production> productions(Scaffold module) {
		List<Production> productions = new ArrayList<>();
		if (module.tags.isEmpty()) {
			return productions;
		}
		productions.add(Production.always(3, Exceptions::raise));
		if (module.legacyExceptions) {
			productions.add(new Production(5, (code) -> code.depth() < DEEPEST, Exceptions::legacy));
			productions.add(new Production(2, (code) -> code.depth() < DEEPEST, Exceptions::delegate));
			productions.add(Production.always(2, Exceptions::rethrow));
		}
		else {
			productions.add(new Production(5, (code) -> code.depth() < DEEPEST, Exceptions::handle));
			productions.add(Production.always(1, Exceptions::raiseReference));
		}
		return productions;
	}

	/// Whether there are exceptions.
	static boolean areIn(Scaffold module) {
		return module.has(Feature.EXCEPTION_HANDLING) || module.legacyExceptions;
	}

	private static List<ValueType> payload(Code code, int tag) {
		return code.module.types.function(code.module.tags.get(tag)).parameters();
	}

	private static int tag(Code code) {
		return code.dice.below(code.module.tags.size());
	}

	private static void sometimes(Code code, Runnable write) {
		boolean conditional = code.dice.below(3) > 0;
		if (conditional) {
			code.take(NumberType.I32).open("if", new FunctionType(List.of(), List.of()));
		}
		write.run();
		if (conditional) {
			code.end(List.of());
		}
	}

	private static void raise(Code code) {
		sometimes(code, () -> {
			int tag = tag(code);
			code.take(payload(code, tag)).op("throw").u(tag);
			code.unreachable();
		});
	}

	private static void raiseReference(Code code) {
		sometimes(code, () -> {
			code.take(EXNREF).op("throw_ref");
			code.unreachable();
		});
	}

	/// A block for what is caught, and a `try_table` in it.
	private static void handle(Code code) {
		int kind = code.dice.below(4);
		int tag = tag(code);
		List<ValueType> caught = new ArrayList<>(kind < 2 ? payload(code, tag) : List.of());
		if (kind % 2 == 1) {
			caught.add(EXNREF);
		}
		FunctionType handler = new FunctionType(List.of(), caught);
		code.open("block", handler);
		FunctionType type = code.values().blockType();
		code.remove(type.parameters().size());
		code.op("try_table");
		code.blockType(type);
		code.u(1).u(kind);
		if (kind < 2) {
			code.u(tag);
		}
		code.u(0);
		code.enter(type, type.results(), false);
		FunctionGenerator.some(code, 6);
		code.end(type.results());
		FunctionGenerator.some(code, 2);
		code.end(caught);
	}

	private static void legacy(Code code) {
		FunctionType type = code.values().blockType();
		code.remove(type.parameters().size());
		code.open("try", type);
		FunctionGenerator.some(code, 5);
		code.leave();
		int catches = code.dice.below(3);
		for (int i = 0; i < catches; i++) {
			int tag = tag(code);
			code.op("catch").u(tag);
			code.enter(new FunctionType(payload(code, tag), type.results()), type.results(), true);
			FunctionGenerator.some(code, 4);
			code.leave();
		}
		if (catches == 0 || code.dice.coin()) {
			code.op("catch_all");
			code.enter(new FunctionType(List.of(), type.results()), type.results(), true);
			FunctionGenerator.some(code, 4);
			code.leave();
		}
		code.op("end");
		code.push(type.results());
	}

	private static void delegate(Code code) {
		FunctionType type = code.values().blockType();
		code.remove(type.parameters().size());
		code.open("try", type);
		FunctionGenerator.some(code, 5);
		code.leave();
		code.op("delegate").u(code.dice.below(code.depth()));
		code.push(type.results());
	}

	private static void rethrow(Code code) {
		List<Code.Frame> labels = code.labels();
		for (int label = 0; label < labels.size(); label++) {
			if (labels.get(label).handler) {
				int handler = label;
				boolean conditional = code.dice.coin();
				if (conditional) {
					code.take(NumberType.I32).open("if", new FunctionType(List.of(), List.of()));
				}
				code.op("rethrow").u(handler + (conditional ? 1 : 0));
				code.unreachable();
				if (conditional) {
					code.end(List.of());
				}
				return;
			}
		}
	}

}
