package dev.graft.cli;

import dev.graft.artifact.spi.Feature;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `graft compile`: compiles a module to an artifact.
final class CompileCommand implements Command {

	@Override
	public String usage() {
		return "compile " + FeatureOptions.USAGE + " MODULE -o FILE";
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
		FeatureOptions features = new FeatureOptions();
		while (!rest.isEmpty()) {
			String option = rest.nextOption();
			if (option == null) {
				module = only(module, rest.next("MODULE"));
			}
			else if (option.equals("-o") || option.equals("--output")) {
				target = Path.of(rest.next("the name of the artifact"));
			}
			else if (!features.take(option, rest)) {
				throw new UsageException("there is no option " + option);
			}
		}
		if (module == null || target == null) {
			throw new UsageException((module == null) ? "MODULE is missing" : "-o FILE is missing");
		}
		compile(Path.of(module), target, features);
		return 0;
	}

	private static String only(@Nullable String before, String module) {
		if (before != null) {
			throw new UsageException("one MODULE at a time: '%s' and '%s' were given".formatted(before, module));
		}
		return module;
	}

	private static void compile(Path module, Path target, FeatureOptions options) throws IOException {
		EngineConfig config = Engines.config(null, options.from(Feature.DEFAULT))
			.memoryAccess(options.memoryAccess())
			.build();
		try (Engine engine = Engine.create(config)) {
			engine.precompile(String.valueOf(module.getFileName()), Files.readAllBytes(module), target);
		}
	}

}
