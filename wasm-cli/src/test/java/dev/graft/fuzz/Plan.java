package dev.graft.fuzz;

import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ValueType;
import dev.graft.fuzz.GeneratedModule.Export;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What is done with a generated module, in a form that every host can read: a line for
/// each thing, in words.
///
///     after seed-7             the module that has to be instantiated before, as `first`
///     fuel 500                 what the global `fuel` is set to before each call
///     memories 2               how many memories there are
///     globals g0:i32 g3:f64    the globals to look at after each call
///     tables t0                the tables to look at after each call
///     call f9 i32,externref i32:5 f64:7ff0000000000000 extern:1 func:null
///
/// A call names the types of its results, `-` if there are none. Floating-point numbers
/// are given by their bits.
///
/// @param lines the lines
record Plan(List<String> lines) {

	private static final int FUEL = 400;

	private static final int CALLS = 14;

	Plan {
		lines = List.copyOf(lines);
	}

	/// A plan, which follows from the module's seed.
	static Plan of(GeneratedModule module) {
		Dice dice = new Dice(~module.seed());
		List<String> lines = whatToLookAt(module);
		for (int i = 0; i < CALLS && !module.functions().isEmpty(); i++) {
			Export export = dice.of(module.functions());
			StringBuilder line = new StringBuilder("call ").append(export.name()).append(' ');
			line.append(export.type().results().isEmpty() ? "-"
					: export.type().results().stream().map(ValueType::toString).collect(Collectors.joining(",")));
			export.type().parameters().forEach((type) -> line.append(' ').append(argument(type, dice)));
			lines.add(line.toString());
		}
		return new Plan(lines);
	}

	/// This plan, for a module that imports from another one.
	/// @param first the other module's name
	Plan after(String first) {
		List<String> after = new ArrayList<>(this.lines);
		after.add("after " + first);
		return new Plan(after);
	}

	/// Calls each function once, none of which has parameters.
	static Plan ofEach(GeneratedModule module) {
		List<String> lines = whatToLookAt(module);
		module.functions().forEach((export) -> lines.add("call %s -".formatted(export.name())));
		return new Plan(lines);
	}

	private static List<String> whatToLookAt(GeneratedModule module) {
		List<String> lines = new ArrayList<>();
		lines.add("fuel " + FUEL);
		lines.add("memories " + module.memories());
		lines.add(("globals " + String.join(" ", module.globals())).strip());
		lines.add(("tables " + String.join(" ", module.tables())).strip());
		return lines;
	}

	private static String argument(ValueType type, Dice dice) {
		return switch (type) {
			case NumberType.I32 -> "i32:" + dice.i32();
			case NumberType.I64 -> "i64:" + dice.i64();
			case NumberType.F32 -> "f32:" + Integer.toHexString(dice.f32());
			case NumberType.F64 -> "f64:" + Long.toHexString(dice.f64());
			default -> type.toString().startsWith("extern") && dice.coin() ? "extern:" + dice.between(1, 3)
					: type.toString().replace("ref", ":null");
		};
	}

	/// The words after the first one of the line that begins with a word.
	List<String> words(String first) {
		return this.lines.stream()
			.map((line) -> List.of(line.split(" ")))
			.filter((words) -> words.getFirst().equals(first))
			.map((words) -> words.subList(1, words.size()))
			.findFirst()
			.orElse(List.of());
	}

	/// The calls, in words.
	List<List<String>> calls() {
		return this.lines.stream()
			.filter((line) -> line.startsWith("call "))
			.map((line) -> List.of(line.substring(5).split(" ")))
			.toList();
	}

}
