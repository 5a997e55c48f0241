package dev.graft.bench.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A run of a module that is a program: it exports `_start`, and what it does is told by
/// what it is given and by what it prints.
///
/// @param arguments the program's name, and its arguments
/// @param input the file that is its standard input; empty for no input
/// @param files the folder whose copy is its working directory; there need not be one
record Command(List<String> arguments, Optional<Path> input, Path files) {

	/// What the module exports.
	static final String FUNCTION = "_start";

	private static final String INPUT = "<";

	/// Where the runs of a module are.
	/// @param module a file whose name ends with `.wasm`
	static Path fileFor(Path module) {
		return module.resolveSibling(nameOf(module) + ".command");
	}

	/// All runs of a module: one per line, which holds arguments separated by blanks, and
	/// at its end possibly "< FILE" for standard input.
	static List<Command> of(Path module) throws IOException {
		String name = nameOf(module);
		Path files = module.resolveSibling(name + ".files");
		List<Command> commands = new ArrayList<>();
		for (String line : Files.readAllLines(fileFor(module))) {
			commands.add(of(name, files, line));
		}
		return commands;
	}

	private static Command of(String name, Path files, String line) {
		List<String> words = new ArrayList<>(List.of(name));
		Arrays.stream(line.split(" ")).filter((word) -> !word.isEmpty()).forEach(words::add);
		int input = words.indexOf(INPUT);
		if (input < 0) {
			return new Command(List.copyOf(words), Optional.empty(), files);
		}
		return new Command(List.copyOf(words.subList(0, input)), Optional.of(files.resolve(words.get(input + 1))),
				files);
	}

	private static String nameOf(Path module) {
		String file = String.valueOf(module.getFileName());
		return file.substring(0, file.lastIndexOf('.'));
	}

}
