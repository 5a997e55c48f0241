package dev.graft.bench.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

	/// Runs a program in an engine: compiles it in one process, runs it in another.
	Report run(Program program, Variant variant) throws IOException, InterruptedException {
		Path cache = this.directory.resolve(program.name().replace(':', '-') + "." + variant.name());
		clear(cache);
		OptionalDouble compile = OptionalDouble.empty();
		List<String> compiling = variant.compileCommand(program, cache);
		if (!compiling.isEmpty()) {
			Report compiled = process(compiling, variant, cache.resolve("compile"));
			if (compiled.failure().isPresent()) {
				return compiled;
			}
			compile = compiled.compile();
		}
		return process(variant.runCommand(program, cache, this.seconds), variant, cache.resolve("run"))
			.compiled(compile);
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

	private Report process(List<String> command, Variant variant, Path log) throws IOException, InterruptedException {
		Path output = log.resolveSibling(log.getFileName() + ".out");
		Process process = new ProcessBuilder(command).redirectOutput(output.toFile())
			.redirectError(log.resolveSibling(log.getFileName() + ".err").toFile())
			.start();
		long deadline = System.nanoTime() + this.timeout.toNanos();
		long peak = 0;
		while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
			peak = Math.max(peak, peakKibibytes(process.pid()));
			if (System.nanoTime() - deadline > 0) {
				process.destroyForcibly().waitFor();
				return report(output, variant, peak)
					.failed("stopped after %d seconds".formatted(this.timeout.toSeconds()));
			}
		}
		Report report = report(output, variant, peak);
		boolean silent = process.exitValue() != 0 && report.failure().isEmpty() && report.calls().isEmpty();
		return silent ? report.failed("exit status %d, %s".formatted(process.exitValue(), lastWords(log))) : report;
	}

	private static Report report(Path output, Variant variant, long peakKibibytes) throws IOException {
		List<String> lines = new ArrayList<>();
		for (String line : Files.readAllLines(output)) {
			lines.add(variant.translate(line));
		}
		return Report.of(lines, peakKibibytes);
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
