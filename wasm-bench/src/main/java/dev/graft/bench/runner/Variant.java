package dev.graft.bench.runner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An engine with its settings: how to start the processes that run a program in it.
sealed interface Variant {

	/// What the command line and the table call it.
	String name();

	/// The process that compiles a program into a cache; empty where there is none.
	List<String> compileCommand(Program program, Path cache);

	/// The process that loads and runs a program.
	/// @param seconds for how long to call its function
	List<String> runCommand(Program program, Path cache, double seconds);

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
		public List<String> runCommand(Program program, Path cache, double seconds) {
			List<String> command = command("run", program, cache);
			command.addAll(List.of(program.function(), Integer.toString(program.argument()), decimal(seconds)));
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
		public List<String> runCommand(Program program, Path cache, double seconds) {
			return List.of(this.node, this.script, program.module().toString(), program.function(),
					Integer.toString(program.argument()), decimal(seconds));
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
		public List<String> runCommand(Program program, Path cache, double seconds) {
			return List.of(this.python, this.script, "run", program.module().toString(), cache.toString(),
					program.function(), Integer.toString(program.argument()), decimal(seconds));
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
		public List<String> runCommand(Program program, Path cache, double seconds) {
			return List.of(this.wizer, "--allow-wasi", program.module().toString(), "-o",
					cache.resolve("wizer.wasm").toString());
		}

		/// From "NAME ROUND MILLISECONDS RESULT".
		@Override
		public String translate(String line) {
			String[] words = line.split(" ", -1);
			return (words.length == WORDS) ? "call %s %s %s".formatted(words[2], words[2], words[3]) : line;
		}

	}

	private static String decimal(double number) {
		return String.format(Locale.ROOT, "%.3f", number);
	}

}
