package dev.graft.bench.runner;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/// The process that runs one module in one engine of the JVM:
/// `Worker compile ENGINE MODULE CACHE` or
/// `Worker run ENGINE MODULE CACHE FUNCTION ARGUMENT SECONDS`. An argument of 0 is what
/// the module's function `units` answers; with the function `_start` it is the number of
/// a [Command], which is started in a new instance each time. Several functions and their
/// arguments, separated by commas, are called one after the other. Prints the lines that
/// [Report] reads.
public final class Worker {

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private static final int LEAST_CALLS = 2;

	private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

	private final GuestEngine engine;

	private final Path module;

	private final Path cache;

	private Worker(GuestEngine engine, Path module, Path cache) {
		this.engine = engine;
		this.module = module;
		this.cache = cache;
	}

	/// Runs the module.
	public static void main(String[] arguments) {
		try (GuestEngine engine = Class.forName(arguments[1])
			.asSubclass(GuestEngine.class)
			.getConstructor()
			.newInstance()) {
			Worker worker = new Worker(engine, Path.of(arguments[2]), Path.of(arguments[3]));
			if (arguments[0].equals("compile")) {
				worker.compile();
			}
			else {
				worker.run(arguments[4], arguments[5], Double.parseDouble(arguments[6]));
			}
		}
		catch (Throwable thrown) {
			// Whatever it is, it goes into a footnote of the table.
			String message = String.valueOf(thrown).lines().findFirst().orElse("");
			System.out.println("failed " + message);
			thrown.printStackTrace();
			System.exit(1);
		}
		// The libraries of some peers leave threads behind.
		System.exit(0);
	}

	private void compile() throws IOException {
		if (this.engine.cachesCode()) {
			long start = System.nanoTime();
			this.engine.compile(this.module, this.cache);
			print("compile", millis(start));
		}
	}

	private void run(String functions, String arguments, double seconds) throws IOException {
		long start = System.nanoTime();
		this.engine.load(this.module, this.cache);
		print(this.engine.cachesCode() ? "load" : "compile", millis(start));
		if (functions.equals(Command.FUNCTION)) {
			runCommand(Command.of(this.module).get(Integer.parseInt(arguments) - 1), seconds);
		}
		else {
			runFunctions(functions.split(",", -1), arguments.split(",", -1), seconds);
		}
	}

	private void runFunctions(String[] functions, String[] arguments, double seconds) {
		long start = System.nanoTime();
		this.engine.instantiate(new Wasi());
		if (this.engine.exports("_initialize")) {
			this.engine.call("_initialize");
		}
		print("start", millis(start));
		for (int number = 0; number < functions.length; number++) {
			print("function", functions[number]);
			runFunction(functions[number], Integer.parseInt(arguments[number]), seconds);
		}
	}

	private void runFunction(String function, int argument, double seconds) {
		int units = (argument == 0) ? this.engine.call("units").intValue() : argument;
		long begin = System.nanoTime();
		for (int calls = 0; calls < LEAST_CALLS || millisSince(begin) < seconds * 1e3; calls++) {
			call(() -> this.engine.call(function, units), Checksum::of);
		}
	}

	private void runCommand(Command command, double seconds) throws IOException {
		long begin = System.nanoTime();
		for (int calls = 0; calls < LEAST_CALLS || millisSince(begin) < seconds * 1e3; calls++) {
			CommandWasi wasi = new CommandWasi(command);
			call(() -> start(wasi), CommandWasi::checksum);
		}
	}

	private CommandWasi start(CommandWasi wasi) {
		this.engine.instantiate(wasi);
		try {
			this.engine.call(Command.FUNCTION);
		}
		catch (RuntimeException ended) {
			// Engines do not agree in what becomes of a GuestExitException.
			if (!wasi.hasExited()) {
				throw ended;
			}
		}
		return wasi;
	}

	private <T> void call(Supplier<T> call, Function<T, String> checksum) {
		long processor = THREADS.getCurrentThreadCpuTime();
		long start = System.nanoTime();
		T result = call.get();
		double wall = millisSince(start);
		double used = (THREADS.getCurrentThreadCpuTime() - processor) / 1e6;
		print("call", decimal(wall), decimal(used), checksum.apply(result));
	}

	private static double millisSince(long start) {
		return (System.nanoTime() - start) / 1e6;
	}

	private static String millis(long start) {
		return decimal(millisSince(start));
	}

	private static String decimal(double millis) {
		return String.format(Locale.ROOT, "%.3f", millis);
	}

	private void print(String... words) {
		this.out.println(String.join(" ", words));
	}

}
