package dev.graft.cli;

import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.timing.CompileTimings;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `graft compile`: compiles a module to an artifact.
final class CompileCommand implements Command {

	@Override
	public String usage() {
		return "compile [--timings] " + FeatureOptions.USAGE + " MODULE -o FILE";
	}

	@Override
	public String summary() {
		return "compiles a module to an artifact, which run, inspect and the engine load without compiling";
	}

	@Override
	public int run(List<String> arguments, Console console) throws IOException {
		Arguments rest = new Arguments(arguments);
		String module = null;
		Path target = null;
		CompileTimings timings = null;
		FeatureOptions features = new FeatureOptions();
		while (!rest.isEmpty()) {
			String option = rest.nextOption();
			if (option == null) {
				module = only(module, rest.next("MODULE"));
			}
			else if (option.equals("-o") || option.equals("--output")) {
				target = Path.of(rest.next("the name of the artifact"));
			}
			else if (option.equals("--timings")) {
				timings = new CompileTimings();
			}
			else if (!features.take(option, rest)) {
				throw new UsageException("there is no option " + option);
			}
		}
		if (module == null || target == null) {
			throw new UsageException((module == null) ? "MODULE is missing" : "-o FILE is missing");
		}
		compile(Path.of(module), target, features, timings);
		if (timings != null) {
			timings.report().forEach(console.error()::println);
			console.error().println("processor time of the process: %,d ms".formatted(processMillis()));
		}
		return 0;
	}

	private static String only(@Nullable String before, String module) {
		if (before != null) {
			throw new UsageException("one MODULE at a time: '%s' and '%s' were given".formatted(before, module));
		}
		return module;
	}

	// With what HotSpot does meanwhile, and what it took to start.
	private static long processMillis() {
		return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
	}

	private static void compile(Path module, Path target, FeatureOptions options, @Nullable CompileTimings timings)
			throws IOException {
		EngineConfig.Builder config = Engines.config(null, options.from(Feature.DEFAULT))
			.memoryAccess(options.memoryAccess());
		if (timings != null) {
			config.compiler(new WasmCompiler(timings));
		}
		try (Engine engine = Engine.create(config.build())) {
			engine.precompile(String.valueOf(module.getFileName()), Files.readAllBytes(module), target);
		}
	}

}
