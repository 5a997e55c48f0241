package dev.graft.cli;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.MemoryAccess;
import dev.graft.artifact.spi.ModuleException;
import dev.graft.engine.Engine;
import dev.graft.wast.Script;
import dev.graft.wast.reader.ScriptReader;
import dev.graft.wast.runner.Outcome;
import dev.graft.wast.runner.ScriptReport;
import dev.graft.wast.runner.ScriptRunner;
import dev.graft.wast.runner.SuiteFeatures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `graft wast`: runs scripts of the specification's test suite.
final class WastCommand implements Command {

	@Override
	public String usage() {
		return "wast " + FeatureOptions.USAGE + " FILE…";
	}

	@Override
	public String summary() {
		return "runs test scripts (.wast) and counts their assertions; fails if one of them does";
	}

	@Override
	public int run(List<String> arguments, Console console) throws IOException {
		Arguments rest = new Arguments(arguments);
		FeatureOptions features = new FeatureOptions();
		for (String option = rest.nextOption(); option != null; option = rest.nextOption()) {
			if (!features.take(option, rest)) {
				throw new UsageException("there is no option " + option);
			}
		}
		if (rest.isEmpty()) {
			throw new UsageException("FILE is missing");
		}
		return run(features, rest.remaining(), console.output());
	}

	private static int run(FeatureOptions features, List<String> files, PrintStream output) throws IOException {
		boolean passed = true;
		long assertions = 0;
		Map<Set<Feature>, Engine> engines = new HashMap<>();
		try {
			for (String file : files) {
				Engine engine = engines.computeIfAbsent(features.from(SuiteFeatures.of(file)),
						(each) -> engine(each, features.memoryAccess()));
				@Nullable Script script = read(Path.of(file), output);
				if (script == null) {
					passed = false;
					continue;
				}
				ScriptReport report = new ScriptRunner(engine).run(script);
				report(report, output);
				passed &= report.passed();
				assertions += report.assertions(Outcome.Status.PASSED);
			}
		}
		finally {
			engines.values().forEach(Engine::close);
		}
		output.println("%,d assertions passed".formatted(assertions));
		return passed ? 0 : 1;
	}

	private static Engine engine(Set<Feature> features, MemoryAccess access) {
		return Engine.create(Engines.config(null, features).memoryAccess(access).build());
	}

	/// Reads a script. One that cannot be read does not keep the others from running.
	private static @Nullable Script read(Path file, PrintStream output) throws IOException {
		try {
			return ScriptReader.read(String.valueOf(file.getFileName()), Files.readAllBytes(file));
		}
		catch (ModuleException ex) {
			output.println(ex.getMessage());
			return null;
		}
	}

	private static void report(ScriptReport report, PrintStream output) {
		output.println(report);
		for (Outcome outcome : report.outcomes()) {
			if (outcome.status() != Outcome.Status.PASSED) {
				output.println("  %s:%d: %s %s: %s".formatted(report.script(), outcome.line(), outcome.kind(),
						outcome.status(), outcome.detail()));
			}
		}
	}

}
