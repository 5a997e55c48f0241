package dev.graft.compiler.timing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Adds up the processor time that each stage takes, whichever thread it runs on. What
/// HotSpot does meanwhile, compiling the compiler and collecting garbage, is in none of
/// them. Thread-safe.
public final class CompileTimings implements StageClock {

	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

	private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);

	private int functions;

	private int methods;

	private long bytes;

	private @Nullable Function largest;

	private @Nullable Function slowest;

	/// Without any time spent.
	public CompileTimings() {
		for (Stage stage : Stage.values()) {
			this.nanos.put(stage, 0L);
		}
	}

	@Override
	public long now() {
		return this.threads.getCurrentThreadCpuTime();
	}

	@Override
	public long end(Stage stage, long since) {
		long now = now();
		add(stage, now - since);
		return now;
	}

	private synchronized void add(Stage stage, long spent) {
		this.nanos.merge(stage, spent, Long::sum);
	}

	@Override
	public void function(int functionIndex, int bytes, int methods, long since) {
		add(new Function(functionIndex, bytes, methods, Duration.ofNanos(now() - since)));
	}

	private synchronized void add(Function function) {
		this.functions++;
		this.methods += function.methods;
		this.bytes += function.bytes;
		if (this.largest == null || function.bytes > this.largest.bytes) {
			this.largest = function;
		}
		if (this.slowest == null || function.time.compareTo(this.slowest.time) > 0) {
			this.slowest = function;
		}
	}

	/// The processor time that a stage has taken so far.
	public synchronized Duration of(Stage stage) {
		return Duration.ofNanos(this.nanos.getOrDefault(stage, 0L));
	}

	/// How many functions have been compiled.
	public synchronized int functions() {
		return this.functions;
	}

	/// How many methods they have become.
	public synchronized int methods() {
		return this.methods;
	}

	/// A table for people: a line for each stage with its time and share, the sum, and
	/// what was compiled.
	public synchronized List<String> report() {
		long all = Math.max(1, this.nanos.values().stream().mapToLong(Long::longValue).sum());
		List<String> lines = new ArrayList<>();
		this.nanos.forEach((stage, spent) -> lines.add(line(stage.title(), spent, all)));
		lines.add(line("all", all, all));
		lines.add(String.format(Locale.ROOT, "%,d functions of %,d bytes became %,d methods", this.functions,
				this.bytes, this.methods));
		if (this.largest != null && this.slowest != null) {
			lines.add("the largest:       " + this.largest);
			lines.add("took the longest:  " + this.slowest);
		}
		return lines;
	}

	private static String line(String title, long nanos, long all) {
		return String.format(Locale.ROOT, "%-16s %,10.1f ms  %5.1f %%", title, nanos / 1e6, 100.0 * nanos / all);
	}

	/// A function that has been compiled.
	private record Function(int index, int bytes, int methods, Duration time) {

		@Override
		public String toString() {
			return String.format(Locale.ROOT, "function %d, %,d bytes, %,d methods, %,.1f ms", this.index, this.bytes,
					this.methods, this.time.toNanos() / 1e6);
		}

	}

}
