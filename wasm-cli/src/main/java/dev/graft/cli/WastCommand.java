package dev.graft.cli;

import dev.graft.engine.Engine;
import dev.graft.wast.Script;
import dev.graft.wast.reader.ScriptReader;
import dev.graft.wast.runner.Outcome;
import dev.graft.wast.runner.ScriptReport;
import dev.graft.wast.runner.ScriptRunner;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `graft wast`: runs scripts of the specification's test suite.
final class WastCommand implements Command {

	@Override
	public String usage() {
		return "wast FILE…";
	}

	@Override
	public String summary() {
		return "runs test scripts (.wast) and counts their assertions; fails if one of them does";
	}

	@Override
	public int run(List<String> arguments, Console console) throws IOException {
		Arguments rest = new Arguments(arguments);
		String option = rest.nextOption();
		if (option != null) {
			throw new UsageException("there is no option " + option);
		}
		if (rest.isEmpty()) {
			throw new UsageException("FILE is missing");
		}
		boolean passed = true;
		long assertions = 0;
		try (Engine engine = Engine.create(Engines.config(null).build())) {
			ScriptRunner runner = new ScriptRunner(engine);
			for (String file : rest.remaining()) {
				ScriptReport report = runner.run(read(Path.of(file)));
				report(report, console.output());
				passed &= report.passed();
				assertions += report.assertions(Outcome.Status.PASSED);
			}
		}
		console.output().println("%,d assertions passed".formatted(assertions));
		return passed ? 0 : 1;
	}

	private static Script read(Path file) throws IOException {
		return ScriptReader.read(String.valueOf(file.getFileName()), Files.readAllBytes(file));
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
