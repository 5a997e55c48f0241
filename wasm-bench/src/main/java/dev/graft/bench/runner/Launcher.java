package dev.graft.bench.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Starts processes and reads what they print.
final class Launcher {

	private static final int POLL_MILLIS = 20;

	private static final String PEAK = "VmHWM:";

	private final Path directory;

	private final double seconds;

	private final Duration timeout;

	/// @param directory for caches and what processes print
	/// @param seconds for how long a program is called again and again
	/// @param timeout after which a process is killed
	Launcher(Path directory, double seconds, Duration timeout) {
		this.directory = directory;
		this.seconds = seconds;
		this.timeout = timeout;
	}

	/// Runs programs in an engine: compiles their module in one process, runs them in
	/// another.
	/// @param programs functions of one module, which are called one after the other
	/// @return what is told of each
	List<Report> run(List<Program> programs, Variant variant) throws IOException, InterruptedException {
		Program first = programs.getFirst();
		Path cache = this.directory.resolve(first.name().replace(':', '-') + "." + variant.name());
		clear(cache);
		OptionalDouble compile = OptionalDouble.empty();
		List<String> compiling = variant.compileCommand(first, cache);
		if (!compiling.isEmpty()) {
			Report compiled = process(compiling, variant, cache.resolve("compile"), 1).getFirst();
			if (compiled.failure().isPresent()) {
				return Collections.nCopies(programs.size(), compiled);
			}
			compile = compiled.compile();
		}
		List<Report> reports = process(variant.runCommand(programs, cache, this.seconds), variant, cache.resolve("run"),
				programs.size());
		reports.set(0, reports.getFirst().compiled(compile));
		return reports;
	}

	private static void clear(Path cache) throws IOException {
		if (Files.exists(cache)) {
			try (Stream<Path> old = Files.walk(cache)) {
				for (Path each : old.sorted((one, other) -> other.compareTo(one)).toList()) {
					Files.delete(each);
				}
			}
		}
		Files.createDirectories(cache);
	}

	private List<Report> process(List<String> command, Variant variant, Path log, int programs)
			throws IOException, InterruptedException {
		Path output = log.resolveSibling(log.getFileName() + ".out");
		Process process = new ProcessBuilder(command).redirectOutput(output.toFile())
			.redirectError(log.resolveSibling(log.getFileName() + ".err").toFile())
			.start();
		Duration limit = this.timeout.plus(Duration.ofMillis((long) (this.seconds * 1e3 * (programs - 1))));
		long deadline = System.nanoTime() + limit.toNanos();
		long peak = 0;
		Optional<String> stopped = Optional.empty();
		while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
			peak = Math.max(peak, peakKibibytes(process.pid()));
			if (System.nanoTime() - deadline > 0) {
				process.destroyForcibly().waitFor();
				stopped = Optional.of("stopped after %d seconds".formatted(limit.toSeconds()));
			}
		}
		List<Report> reports = new ArrayList<>(Report.inTurn(lines(output, variant), peak));
		Report last = reports.removeLast();
		boolean silent = process.exitValue() != 0 && last.failure().isEmpty() && last.calls().isEmpty();
		if (silent && stopped.isEmpty()) {
			stopped = Optional.of("exit status %d, %s".formatted(process.exitValue(), lastWords(log)));
		}
		reports.add(stopped.map(last::failed).orElse(last));
		while (reports.size() < programs) {
			reports.add(Report.NONE.failed("one before it does not run"));
		}
		return reports;
	}

	private static List<String> lines(Path output, Variant variant) throws IOException {
		return Files.readAllLines(output).stream().map(variant::translate).toList();
	}

	/// The line that says that there is an error, or the last one.
	private static String lastWords(Path log) throws IOException {
		List<String> lines = Files.readAllLines(log.resolveSibling(log.getFileName() + ".err"));
		return lines.stream()
			.filter((line) -> line.startsWith("Error"))
			.findFirst()
			.or(() -> lines.stream().filter((line) -> !line.isBlank()).reduce((first, last) -> last))
			.orElse("without a word");
	}

	/// The largest resident set so far of a process; 0 if it has ended, or on a system
	/// without `/proc`.
	private static long peakKibibytes(long process) {
		try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process), "status"))) {
			return lines.filter((line) -> line.startsWith(PEAK))
				.mapToLong((line) -> Long.parseLong(line.substring(PEAK.length()).replace("kB", "").strip()))
				.findFirst()
				.orElse(0);
		}
		catch (IOException | java.io.UncheckedIOException ended) {
			return 0;
		}
	}

}
