package dev.graft.bench.runner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// An engine with its settings: how to start the processes that run a program in it.
sealed interface Variant {

	/// What the command line and the table call it.
	String name();

	/// The process that compiles a program into a cache; empty where there is none.
	List<String> compileCommand(Program program, Path cache);

	/// The process that loads and runs programs.
	/// @param programs functions of one module, which are called one after the other
	/// @param seconds for how long to call each
	List<String> runCommand(List<Program> programs, Path cache, double seconds);

	/// Whether a process can run several functions of a module.
	default boolean runsSeveral() {
		return true;
	}

	/// Turns a line that the process prints into one that [Report] understands.
	default String translate(String line) {
		return line;
	}

	/// An engine in the JVM.
	///
	/// @param name what it is called
	/// @param java the `java` command with all its options
	/// @param engine the class that implements [GuestEngine]
	record Jvm(String name, List<String> java, String engine) implements Variant {

		@Override
		public List<String> compileCommand(Program program, Path cache) {
			return command("compile", program, cache);
		}

		@Override
		public List<String> runCommand(List<Program> programs, Path cache, double seconds) {
			List<String> command = command("run", programs.getFirst(), cache);
			command.addAll(List.of(functions(programs), arguments(programs), decimal(seconds)));
			return command;
		}

		private List<String> command(String phase, Program program, Path cache) {
			List<String> command = new ArrayList<>(this.java);
			command.addAll(List.of(Worker.class.getName(), phase, this.engine, program.module().toString(),
					cache.toAbsolutePath().toString()));
			return command;
		}

	}

	/// V8 in Node.
	///
	/// @param name what it is called
	/// @param node the executable
	/// @param script `worker.mjs`
	record Node(String name, String node, String script) implements Variant {

		@Override
		public List<String> compileCommand(Program program, Path cache) {
			return List.of();
		}

		@Override
		public List<String> runCommand(List<Program> programs, Path cache, double seconds) {
			return List.of(this.node, this.script, programs.getFirst().module().toString(), functions(programs),
					arguments(programs), decimal(seconds));
		}

	}

	/// Wasmtime in Python.
	///
	/// @param name what it is called
	/// @param python the executable that finds the package `wasmtime`
	/// @param script `worker.py`
	record Python(String name, String python, String script) implements Variant {

		@Override
		public List<String> compileCommand(Program program, Path cache) {
			return List.of(this.python, this.script, "compile", program.module().toString(), cache.toString());
		}

		@Override
		public List<String> runCommand(List<Program> programs, Path cache, double seconds) {
			return List.of(this.python, this.script, "run", programs.getFirst().module().toString(), cache.toString(),
					functions(programs), arguments(programs), decimal(seconds));
		}

	}

	/// The Wasmtime in Wizer. It runs what a module exports as `wizer-initialize`, which
	/// measures itself for a time of its own choice.
	///
	/// @param name what it is called
	/// @param wizer the executable
	record Wizer(String name, String wizer) implements Variant {

		private static final int WORDS = 4;

		@Override
		public List<String> compileCommand(Program program, Path cache) {
			return List.of();
		}

		@Override
		public List<String> runCommand(List<Program> programs, Path cache, double seconds) {
			return List.of(this.wizer, "--allow-wasi", programs.getFirst().module().toString(), "-o",
					cache.resolve("wizer.wasm").toString());
		}

		@Override
		public boolean runsSeveral() {
			return false;
		}

		/// From "NAME ROUND MILLISECONDS RESULT".
		@Override
		public String translate(String line) {
			String[] words = line.split(" ", -1);
			return (words.length == WORDS) ? "call %s %s %s".formatted(words[2], words[2], words[3]) : line;
		}

	}

	private static String functions(List<Program> programs) {
		return programs.stream().map(Program::function).collect(Collectors.joining(","));
	}

	private static String arguments(List<Program> programs) {
		return programs.stream()
			.map((program) -> Integer.toString(program.argument()))
			.collect(Collectors.joining(","));
	}

	private static String decimal(double number) {
		return String.format(Locale.ROOT, "%.3f", number);
	}

}
