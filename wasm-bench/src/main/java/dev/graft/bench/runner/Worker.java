package dev.graft.bench.runner;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/// The process that runs one module in one engine of the JVM:
/// `Worker compile ENGINE MODULE CACHE` or
/// `Worker run ENGINE MODULE CACHE FUNCTION ARGUMENT SECONDS`. An argument of 0 is what
/// the module's function `units` answers. Prints the lines that [Report] reads.
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
				worker.run(arguments[4], Integer.parseInt(arguments[5]), Double.parseDouble(arguments[6]));
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

	private void run(String function, int argument, double seconds) throws IOException {
		long start = System.nanoTime();
		this.engine.load(this.module, this.cache);
		print(this.engine.cachesCode() ? "load" : "compile", millis(start));
		start = System.nanoTime();
		this.engine.instantiate();
		if (this.engine.exports("_initialize")) {
			this.engine.call("_initialize");
		}
		print("start", millis(start));
		int units = (argument == 0) ? this.engine.call("units").intValue() : argument;
		long begin = System.nanoTime();
		for (int calls = 0; calls < LEAST_CALLS || millisSince(begin) < seconds * 1e3; calls++) {
			call(function, units);
		}
	}

	private void call(String function, int units) {
		long processor = THREADS.getCurrentThreadCpuTime();
		long start = System.nanoTime();
		Number result = this.engine.call(function, units);
		double wall = millisSince(start);
		print("call", decimal(wall), decimal((THREADS.getCurrentThreadCpuTime() - processor) / 1e6),
				Checksum.of(result));
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
