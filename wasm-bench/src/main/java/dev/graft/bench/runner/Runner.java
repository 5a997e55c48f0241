package dev.graft.bench.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Runs programs in engines and prints a table. `run.sh` tells what the options are; it
/// is also where the peers come from.
public final class Runner {

	private static final List<String> YARDSTICKS = List.of("wasmtime", "wasmtime42", "wasmtime49", "v8");

	private final Map<String, String> options;

	private final List<Path> directories;

	private Runner(Map<String, String> options, List<Path> directories) {
		this.options = options;
		this.directories = directories;
	}

	/// Runs what the options ask for. The exit status is 1 if engines disagree.
	public static void main(String[] arguments) throws IOException, InterruptedException {
		Map<String, String> options = new LinkedHashMap<>();
		List<Path> directories = new ArrayList<>();
		for (int index = 0; index < arguments.length; index++) {
			if (arguments[index].startsWith("--")) {
				options.put(arguments[index].substring(2), arguments[++index]);
			}
			else {
				directories.add(Path.of(arguments[index]));
			}
		}
		System.exit(new Runner(options, directories).run());
	}

	private int run() throws IOException, InterruptedException {
		List<Program> programs = programs();
		List<Variant> variants = variants();
		ToDoubleFunction<Report.Call> time = option("time", "wall").equals("cpu") ? Report.Call::processor
				: Report.Call::wall;
		Comparison comparison = new Comparison(measure(programs, variants),
				variants.stream().map(Variant::name).toList(), YARDSTICKS, time);
		System.out.println(comparison.markdown());
		return comparison.disagreements().isEmpty() ? 0 : 1;
	}

	private List<Program> programs() throws IOException {
		List<Program> programs = new ArrayList<>();
		for (Path directory : this.directories) {
			programs.addAll(Program.in(directory));
		}
		List<String> wanted = list("programs");
		return wanted.isEmpty() ? programs
				: wanted.stream()
					.flatMap((name) -> programs.stream().filter((program) -> program.isCalled(name)))
					.distinct()
					.toList();
	}

	private List<Variant> variants() {
		Variants installed = new Variants(option("java", "java"), System.getProperty("java.class.path"),
				Path.of(option("peers", "peers")));
		List<String> wanted = list("engines");
		return installed.all()
			.stream()
			.filter((variant) -> wanted.isEmpty() || wanted.contains(variant.name()))
			.toList();
	}

	/// Engines take turns, so that what else the machine does meets all of them.
	private List<Row> measure(List<Program> programs, List<Variant> variants) throws IOException, InterruptedException {
		Path directory = Files.createDirectories(Path.of(option("work", "work")));
		Launcher launcher = new Launcher(directory, Double.parseDouble(option("seconds", "6")),
				Duration.ofSeconds(Long.parseLong(option("timeout", "120"))));
		int repeats = Integer.parseInt(option("repeats", "1"));
		List<Row> rows = new ArrayList<>();
		for (List<Program> group : groups(programs)) {
			Map<Program, Map<Variant, List<Report>>> reports = new LinkedHashMap<>();
			for (int repeat = 0; repeat < repeats; repeat++) {
				for (Variant variant : variants) {
					run(launcher, group, variant)
						.forEach((program, report) -> reports.computeIfAbsent(program, (_) -> new LinkedHashMap<>())
							.computeIfAbsent(variant, (_) -> new ArrayList<>())
							.add(report));
				}
			}
			reports.forEach((program, ofProgram) -> ofProgram
				.forEach((variant, each) -> rows.add(new Row(program.name(), variant.name(), each))));
		}
		return rows;
	}

	/// What one process runs, if its engine can: everything for itself, or with
	/// `--together true` all functions of a module.
	private List<List<Program>> groups(List<Program> programs) {
		boolean together = Boolean.parseBoolean(option("together", "false"));
		Map<Object, List<Program>> groups = new LinkedHashMap<>();
		for (Program program : programs) {
			Object key = (together && !program.function().equals(Command.FUNCTION)) ? program.module() : program;
			groups.computeIfAbsent(key, (_) -> new ArrayList<>()).add(program);
		}
		return List.copyOf(groups.values());
	}

	private static Map<Program, Report> run(Launcher launcher, List<Program> group, Variant variant)
			throws IOException, InterruptedException {
		Map<Program, Report> reports = new LinkedHashMap<>();
		List<List<Program>> processes = variant.runsSeveral() ? List.of(group) : group.stream().map(List::of).toList();
		for (List<Program> programs : processes) {
			List<Report> told = launcher.run(programs, variant);
			for (int number = 0; number < programs.size(); number++) {
				Program program = programs.get(number);
				reports.put(program, told.get(number));
				System.err.println(program.name() + " in " + variant.name() + ": " + told.get(number).summary());
			}
		}
		return reports;
	}

	private String option(String name, String otherwise) {
		return this.options.getOrDefault(name, otherwise);
	}

	private List<String> list(String name) {
		return this.options.containsKey(name) ? Arrays.asList(option(name, "").split(",", -1)) : List.of();
	}

}
