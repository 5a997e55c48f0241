package dev.graft.bench.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Something to run: an exported function of a module with an argument.
///
/// @param name what the table calls it
/// @param module the `.wasm` file
/// @param function the function
/// @param argument its argument, 0 for what the module's function `units` answers; or,
/// where the function is that of a [Command], which of the module's it is, from 1 on
record Program(String name, Path module, String function, int argument) {

	private static final String SUFFIX = ".wasm";

	/// All programs in a directory, by name: one per module, with its function `run`; or,
	/// where a file `MODULE.runs` lies beside the module, one per line of that file,
	/// which is "FUNCTION ARGUMENT"; or, where there is a file `MODULE.command`, one per
	/// [Command] in it.
	static List<Program> in(Path directory) throws IOException {
		List<Program> programs = new ArrayList<>();
		try (Stream<Path> files = Files.list(directory)) {
			for (Path module : files.filter((file) -> file.toString().endsWith(SUFFIX)).sorted().toList()) {
				programs.addAll(of(module.toAbsolutePath()));
			}
		}
		return programs;
	}

	private static List<Program> of(Path module) throws IOException {
		String file = String.valueOf(module.getFileName());
		String name = file.substring(0, file.length() - SUFFIX.length());
		if (Files.exists(Command.fileFor(module))) {
			return commands(name, module);
		}
		Path runs = module.resolveSibling(name + ".runs");
		if (!Files.exists(runs)) {
			return List.of(new Program(name, module, "run", 0));
		}
		List<Program> programs = new ArrayList<>();
		for (String line : Files.readAllLines(runs)) {
			int space = line.indexOf(' ');
			String function = line.substring(0, space);
			programs.add(new Program(name + ":" + function, module, function,
					Integer.parseInt(line.substring(space + 1).strip())));
		}
		return programs;
	}

	private static List<Program> commands(String name, Path module) throws IOException {
		return IntStream.rangeClosed(1, Command.of(module).size())
			.mapToObj((number) -> new Program((number == 1) ? name : name + ":" + number, module, Command.FUNCTION,
					number))
			.toList();
	}

	/// Whether it is meant by a name on the command line: its own, or its module's.
	boolean isCalled(String wanted) {
		return this.name.equals(wanted) || this.name.startsWith(wanted + ":");
	}

}
