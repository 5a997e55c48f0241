package dev.graft.fuzz;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/// Writes the bodies of functions. Every call and every round of a loop burns fuel, so
/// that they end.
final class FunctionGenerator {

	private static final Map<Scaffold, List<Production>> PRODUCTIONS = new WeakHashMap<>();

	private FunctionGenerator() {
	}

	/// Writes a body: locals, code, end.
	static byte[] body(Scaffold module, Dice dice, FunctionType type) {
		List<ValueType> locals = new ArrayList<>();
		int count = dice.below(8);
		for (int i = 0; i < count; i++) {
			ValueType local = Types.any(module, dice);
			if (local.isDefaultable()) {
				locals.add(local);
			}
		}
		Code code = new Code(module, dice, type, locals, dice.oneIn(10) ? 400 : dice.between(5, 90));
		burn(code);
		while (code.budget > 0 && !code.isUnreachable()) {
			step(code);
		}
		code.leave();
		code.op("end");
		return withLocals(locals, code);
	}

	/// A body that calls another function with what hosts can pass, and makes up the
	/// rest.
	static byte[] shim(Scaffold module, Dice dice, FunctionType type, int function) {
		Code code = new Code(module, dice, type, List.of(), 0);
		FunctionType callee = module.functionType(function);
		int next = 0;
		for (ValueType parameter : callee.parameters()) {
			if (Types.isSimple(parameter)) {
				code.op("local.get").u(next++).push(parameter);
			}
			else {
				code.values().produce(parameter);
			}
		}
		code.remove(callee.parameters().size());
		code.op("call").u(function).push(callee.results());
		while (code.available() > 0) {
			code.values().sink();
		}
		code.leave();
		code.op("end");
		return withLocals(List.of(), code);
	}

	private static byte[] withLocals(List<ValueType> locals, Code code) {
		ByteSink body = new ByteSink().unsigned(locals.size());
		for (ValueType local : locals) {
			TypeSpace.encode(local, body.unsigned(1));
		}
		return body.raw(code.out.toByteArray()).toByteArray();
	}

	/// Writes up to so many instructions, and a few more after one that goes elsewhere.
	static void some(Code code, int most) {
		int steps = code.dice.between(0, most);
		for (int i = 0; i < steps && code.budget > 0; i++) {
			if (code.isUnreachable() && code.dice.below(3) > 0) {
				return;
			}
			step(code);
		}
	}

	private static void step(Code code) {
		List<Production> possible = productions(code.module).stream()
			.filter((each) -> each.possible().test(code))
			.toList();
		int choice = code.dice.below(possible.stream().mapToInt(Production::weight).sum());
		for (Production production : possible) {
			choice -= production.weight();
			if (choice < 0) {
				code.budget--;
				production.write().accept(code);
				return;
			}
		}
	}

	private static List<Production> productions(Scaffold module) {
		return PRODUCTIONS.computeIfAbsent(module, FunctionGenerator::all);
	}

	private static List<Production> all(Scaffold module) {
		List<Production> productions = new ArrayList<>();
		productions.add(Production.always(20, (code) -> code.values().anyPlain()));
		productions.add(Production.always(8, (code) -> code.values().local()));
		productions.add(Production.always(4, (code) -> code.values().setGlobal()));
		productions.add(Production.always(3, (code) -> code.values().select()));
		productions.add(new Production(6, (code) -> code.available() > 0, (code) -> code.values().sink()));
		productions.addAll(Controls.productions(module));
		productions.addAll(Calls.productions(module));
		productions.addAll(Memories.productions(module));
		productions.addAll(Tables.productions(module));
		productions.addAll(Aggregates.productions(module));
		productions.addAll(Exceptions.productions(module));
		return productions;
	}

	/// Traps if there is no fuel any more.
	static void burn(Code code) {
		int fuel = code.module.fuelGlobal;
		code.op("global.get").u(fuel).op("i32.eqz").op("if");
		code.out.u8(0x40);
		code.op("unreachable").op("end");
		code.op("global.get").u(fuel).op("i32.const").u(1).op("i32.sub").op("global.set").u(fuel);
		code.budget += 9;
	}

}
