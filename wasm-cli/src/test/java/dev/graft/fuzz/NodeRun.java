package dev.graft.fuzz;

import dev.graft.artifact.spi.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Runs modules in Node, many in one process, by `src/test/fuzz/run.mjs`.
final class NodeRun {

	/// The system property with the path of Node.
	private static final String NODE = "graft.fuzz.node";

	private static final List<String> FLAGS = List.of("--no-warnings", "--stack-size=3900");

	/// What Node does not know, or, as to relaxed instructions, may answer otherwise.
	private static final Set<Feature> WITHOUT = EnumSet.of(Feature.WIDE_ARITHMETIC, Feature.CUSTOM_PAGE_SIZES,
			Feature.RELAXED_SIMD);

	private static final String REFUSED = "refused ";

	private final Path node;

	private final Path directory;

	private final List<String> names = new ArrayList<>();

	private NodeRun(Path node, Path directory) {
		this.node = node;
		this.directory = directory;
	}

	/// A run, if a system property says where Node is.
	static Optional<NodeRun> in(Path directory) {
		String node = System.getProperty(NODE, "");
		return node.isEmpty() ? Optional.empty() : Optional.of(new NodeRun(Path.of(node), directory));
	}

	/// The features of which Node knows what Graft knows.
	static Set<Feature> features(Set<Feature> ours) {
		Set<Feature> features = EnumSet.copyOf(ours);
		features.removeAll(WITHOUT);
		return features;
	}

	/// Adds a module.
	void add(String name, byte[] module, Plan plan) throws IOException {
		Files.write(this.directory.resolve(name + ".wasm"), module);
		Files.write(this.directory.resolve(name + ".plan"), plan.lines());
		this.names.add(name);
	}

	/// Whether Node does not know the module, which is what the only line says.
	static boolean isRefused(List<String> lines) {
		return lines.getFirst().startsWith(REFUSED);
	}

	/// Runs all modules.
	/// @return what [GraftRun] tells, by name
	Map<String, List<String>> run() throws IOException, InterruptedException {
		Path output = this.directory.resolve("node.txt");
		List<String> command = new ArrayList<>(List.of(this.node.toString()));
		command.addAll(FLAGS);
		command
			.addAll(List.of(Path.of("src/test/fuzz/run.mjs").toAbsolutePath().toString(), this.directory.toString()));
		command.addAll(this.names);
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		if (!process.waitFor(10, TimeUnit.MINUTES)) {
			process.destroyForcibly();
			throw new IllegalStateException("Node does not end: " + command);
		}
		Map<String, List<String>> runs = parse(Files.readAllLines(output));
		if (process.exitValue() != 0) {
			List<String> lines = Files.readAllLines(output);
			throw new IllegalStateException("Node failed after %d of %d modules:%n%s".formatted(runs.size(),
					this.names.size(), String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()))));
		}
		return runs;
	}

	private static Map<String, List<String>> parse(List<String> lines) {
		Map<String, List<String>> runs = new LinkedHashMap<>();
		List<String> current = new ArrayList<>();
		for (String line : lines) {
			if (line.startsWith("module ")) {
				current = new ArrayList<>();
				runs.put(line.substring("module ".length()), current);
			}
			else {
				current.add(line);
			}
		}
		return runs;
	}

}
