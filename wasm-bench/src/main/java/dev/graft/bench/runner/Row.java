package dev.graft.bench.runner;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// A program in an engine, over all repetitions: the smallest figure of each kind.
///
/// @param program the program's name
/// @param engine the engine's name
/// @param reports one per repetition
record Row(String program, String engine, List<Report> reports) {

	/// The smallest of a figure.
	OptionalDouble least(Function<Report, OptionalDouble> figure) {
		return this.reports.stream().map(figure).flatMapToDouble(OptionalDouble::stream).min();
	}

	/// The fastest call; empty if the program does not run to its end.
	OptionalDouble best(ToDoubleFunction<Report.Call> time) {
		return failure().isPresent() ? OptionalDouble.empty() : least((report) -> report.best(time));
	}

	/// The smallest peak of the resident set in MiB.
	OptionalDouble peakMebibytes() {
		return this.reports.stream()
			.filter((report) -> report.peakKibibytes() > 0)
			.mapToDouble((report) -> report.peakKibibytes() / 1024.0)
			.min();
	}

	/// Why it does not run, if it never did.
	Optional<String> failure() {
		return this.reports.stream().flatMap((report) -> report.failure().stream()).findFirst();
	}

	/// What all calls answered, in order, of all repetitions.
	List<List<String>> checksums() {
		return this.reports.stream()
			.map((report) -> report.calls().stream().map(Report.Call::checksum).toList())
			.toList();
	}

}
