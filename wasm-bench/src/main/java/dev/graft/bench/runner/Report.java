package dev.graft.bench.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// What processes have told of a program in an engine. Times are in milliseconds.
///
/// @param compile how long compiling took
/// @param load how long loading from the cache took
/// @param start how long instantiating and `_initialize` took
/// @param calls all calls, in order; those of several processes one after the other
/// @param peakKibibytes the largest resident set, 0 if it is not known
/// @param failure why it does not run
record Report(OptionalDouble compile, OptionalDouble load, OptionalDouble start, List<Call> calls, long peakKibibytes,
		Optional<String> failure) {

	/// Nothing yet.
	static final Report NONE = new Report(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(),
			List.of(), 0, Optional.empty());

	private static final double NEAR = 1.1;

	/// A call.
	///
	/// @param wall the time that passed
	/// @param processor the processor time of the thread; the time that passed where the
	/// engine cannot tell
	/// @param checksum what it answered
	record Call(double wall, double processor, String checksum) {
	}

	/// Reads what a process has printed. Lines are "compile MILLISECONDS", "load
	/// MILLISECONDS", "start MILLISECONDS", "call WALL PROCESSOR CHECKSUM" and "failed
	/// WHY"; others are the guest's own.
	static Report of(List<String> lines, long peakKibibytes) {
		List<Call> calls = new ArrayList<>();
		Optional<String> failure = Optional.empty();
		for (String line : lines) {
			String[] words = line.split(" ", -1);
			if (words[0].equals("call")) {
				calls.add(new Call(Double.parseDouble(words[1]), Double.parseDouble(words[2]), words[3]));
			}
			else if (words[0].equals("failed")) {
				failure = Optional.of(line.substring(words[0].length() + 1));
			}
		}
		return new Report(value(lines, "compile "), value(lines, "load "), value(lines, "start "), List.copyOf(calls),
				peakKibibytes, failure);
	}

	/// Reads what a process has printed that runs functions one after the other. Each
	/// begins with a line "function NAME"; to the first belongs what is printed before
	/// it,
	/// too.
	static List<Report> inTurn(List<String> lines, long peakKibibytes) {
		int[] begins = IntStream.range(0, lines.size())
			.filter((line) -> lines.get(line).startsWith("function "))
			.skip(1)
			.toArray();
		List<Report> reports = new ArrayList<>();
		int from = 0;
		for (int begin : begins) {
			reports.add(of(lines.subList(from, begin), peakKibibytes));
			from = begin;
		}
		reports.add(of(lines.subList(from, lines.size()), peakKibibytes));
		return reports;
	}

	private static OptionalDouble value(List<String> lines, String key) {
		return lines.stream()
			.filter((line) -> line.startsWith(key))
			.mapToDouble((line) -> Double.parseDouble(line.substring(key.length())))
			.findFirst();
	}

	/// The same with a reason why it does not run.
	Report failed(String why) {
		return new Report(this.compile, this.load, this.start, this.calls, this.peakKibibytes, Optional.of(why));
	}

	/// The same with the time that another process took to compile.
	Report compiled(OptionalDouble millis) {
		return new Report(this.compile.isPresent() ? this.compile : millis, this.load, this.start, this.calls,
				this.peakKibibytes, this.failure);
	}

	/// Until the first result was there: instantiating, and the first call.
	OptionalDouble first() {
		return this.calls.isEmpty() ? OptionalDouble.empty()
				: OptionalDouble.of(this.start.orElse(0) + this.calls.getFirst().wall());
	}

	/// The fastest call.
	/// @param time which time
	OptionalDouble best(ToDoubleFunction<Call> time) {
		return this.calls.stream().mapToDouble(time).min();
	}

	/// From the beginning of instantiation to the beginning of the first call that took
	/// at most 10 % longer than the fastest one.
	/// @param time which time tells fast calls; what is summed up is always the time that
	/// passed
	OptionalDouble settled(ToDoubleFunction<Call> time) {
		OptionalDouble best = best(time);
		double passed = this.start.orElse(0);
		for (Call call : this.calls) {
			if (time.applyAsDouble(call) <= best.orElse(0) * NEAR) {
				return OptionalDouble.of(passed);
			}
			passed += call.wall();
		}
		return OptionalDouble.empty();
	}

	/// The first and the fastest call, or why there is none, for those who watch.
	String summary() {
		return this.failure.orElseGet(() -> String.format(Locale.ROOT, "first %.2f, best %.2f ms", first().orElse(0),
				best(Call::wall).orElse(0)));
	}

}
