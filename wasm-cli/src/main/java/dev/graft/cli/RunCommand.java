package dev.graft.cli;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.FunctionType;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.engine.ExternType;
import dev.graft.engine.Func;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Module;
import dev.graft.engine.Store;
import dev.graft.wasi.WasiConfig;
import dev.graft.wasi.WasiExitException;
import dev.graft.wasi.WasiPreview1;
import dev.graft.wasi.WasiThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `graft run`: runs a WASI program, or calls one exported function.
final class RunCommand implements Command {

	@Override
	public String usage() {
		return "run [--invoke NAME] [--env K=V]… [--timeout SECONDS] [--cache DIR | --no-cache] " + FeatureOptions.USAGE
				+ " MODULE [ARGS…]";
	}

	@Override
	public String summary() {
		return "runs a WASI program with the arguments, or calls the exported function NAME with them";
	}

	@Override
	public int run(List<String> arguments, Console console) throws IOException {
		Call call = Call.parse(new Arguments(arguments));
		EngineConfig config = Engines.config(call.cacheDirectory, call.features.from(Feature.DEFAULT))
			.lazyCompilation(true)
			.memoryAccess(call.features.memoryAccess())
			.build();
		try (Engine engine = Engine.create(config)) {
			int status = run(call, engine, console);
			if (call.cacheDirectory != null) {
				finish(engine, console);
			}
			return status;
		}
	}

	// So that the next run finds the module in the cache.
	private static void finish(Engine engine, Console console) {
		console.output().flush();
		try {
			engine.awaitCompilation();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static int run(Call call, Engine engine, Console console) throws IOException {
		Module module = engine.load(Path.of(call.module));
		if (call.function == null && WasiThreads.areWantedBy(module)) {
			return runWithThreads(call, module, console);
		}
		try (Store store = Store.builder(engine).deadline(call.timeout).build()) {
			return run(call, module, store, console);
		}
	}

	private static int runWithThreads(Call call, Module module, Console console) {
		Linker linker = Linker.create(module.engine());
		WasiPreview1.addTo(linker, wasi(call, console));
		return WasiThreads.run(linker, module, () -> Store.builder(module.engine()).deadline(call.timeout).build());
	}

	private static int run(Call call, Module module, Store store, Console console) {
		Linker linker = Linker.create(store.engine());
		WasiPreview1.addTo(linker);
		WasiPreview1.configure(store, wasi(call, console));
		try {
			Instance instance = linker.instantiate(store, module);
			if (call.function != null) {
				return invoke(instance, call.function, call.arguments, console);
			}
			return start(instance, console);
		}
		catch (WasiExitException ex) {
			return ex.code();
		}
	}

	private static WasiConfig wasi(Call call, Console console) {
		List<String> programArguments = new ArrayList<>();
		programArguments.add(String.valueOf(Path.of(call.module).getFileName()));
		programArguments.addAll(call.arguments);
		return WasiConfig.builder()
			.arguments(programArguments)
			.environment(call.environment)
			.input(console.input())
			.output(console.output())
			.error(console.error())
			.build();
	}

	private static int start(Instance instance, Console console) {
		if (instance.export("_start").isPresent()) {
			return WasiPreview1.run(instance);
		}
		WasiPreview1.initialize(instance);
		console.error()
			.println("graft: %s exports no _start, so nothing more was called; --invoke calls one of: %s"
				.formatted(instance.module().name(), functions(instance)));
		return 0;
	}

	private static int invoke(Instance instance, String name, List<String> texts, Console console) {
		if (!(instance.export(name).orElse(null) instanceof Func function)) {
			throw new UsageException("%s exports no function '%s'; it exports: %s".formatted(instance.module().name(),
					name, functions(instance)));
		}
		WasiPreview1.initialize(instance);
		for (Object result : function.call(values(function.type(), name, texts))) {
			console.output().println(Values.format(result));
		}
		return 0;
	}

	private static @Nullable Object[] values(FunctionType type, String name, List<String> texts) {
		if (texts.size() != type.parameters().size()) {
			throw new UsageException("%s takes %d arguments %s, %d were given".formatted(name, type.parameters().size(),
					type, texts.size()));
		}
		@Nullable Object[] values = new @Nullable Object[texts.size()];
		for (int parameter = 0; parameter < values.length; parameter++) {
			values[parameter] = Values.parse(texts.get(parameter), type.parameters().get(parameter));
		}
		return values;
	}

	private static String functions(Instance instance) {
		String functions = instance.module()
			.exports()
			.stream()
			.filter((export) -> export.type() instanceof ExternType.Function)
			.map((export) -> export.name() + " " + ((ExternType.Function) export.type()).type())
			.collect(Collectors.joining(", "));
		return functions.isEmpty() ? "nothing" : functions;
	}

	/// What the command line asks for.
	private static final class Call {

		private @Nullable String function;

		private @Nullable Duration timeout;

		private @Nullable Path cacheDirectory = Engines.userCacheDirectory();

		private final FeatureOptions features = new FeatureOptions();

		private final Map<String, String> environment = new LinkedHashMap<>();

		private String module = "";

		private List<String> arguments = List.of();

		static Call parse(Arguments arguments) {
			Call call = new Call();
			for (String option = arguments.nextOption(); option != null; option = arguments.nextOption()) {
				call.option(option, arguments);
			}
			call.module = arguments.next("MODULE");
			call.arguments = arguments.remaining();
			return call;
		}

		private void option(String option, Arguments arguments) {
			switch (option) {
				case "--invoke" -> this.function = arguments.next("the name of the function");
				case "--env" -> variable(arguments.next("K=V"));
				case "--timeout" -> this.timeout = seconds(arguments.next("the number of seconds"));
				case "--cache" -> this.cacheDirectory = Path.of(arguments.next("the directory"));
				case "--no-cache" -> this.cacheDirectory = null;
				default -> {
					if (!this.features.take(option, arguments)) {
						throw new UsageException("there is no option " + option);
					}
				}
			}
		}

		private void variable(String text) {
			int equals = text.indexOf('=');
			if (equals < 1) {
				throw new UsageException("--env takes NAME=VALUE, not '%s'".formatted(text));
			}
			this.environment.put(text.substring(0, equals), text.substring(equals + 1));
		}

		private static Duration seconds(String text) {
			try {
				double seconds = Double.parseDouble(text);
				if (seconds > 0 && seconds < Integer.MAX_VALUE) {
					return Duration.ofNanos((long) (seconds * 1e9));
				}
			}
			catch (NumberFormatException ex) {
				throw new UsageException("--timeout takes a number of seconds, not '%s'".formatted(text));
			}
			throw new UsageException("--timeout takes a positive number of seconds, not '%s'".formatted(text));
		}

	}

}
