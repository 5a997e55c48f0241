package dev.graft.bench.runner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The result of a run as text: all figures, the fastest calls side by side with their
/// ratios, what does not run and why, and whether all engines agree.
final class Comparison {

	private static final String SUBJECT = "graft";

	private static final String NONE = "-";

	private static final double PRECISE = 10;

	private final List<String> engines;

	private final List<String> yardsticks;

	private final ToDoubleFunction<Report.Call> time;

	private final Map<String, Map<String, Row>> programs = new LinkedHashMap<>();

	private final List<String> footnotes = new ArrayList<>();

	/// @param rows all that was measured, in the order in which it is to be shown
	/// @param engines the engines, in the order of columns
	/// @param yardsticks the engines that others are compared with
	/// @param time which time of a call counts
	Comparison(List<Row> rows, List<String> engines, List<String> yardsticks, ToDoubleFunction<Report.Call> time) {
		this.engines = List.copyOf(engines);
		this.yardsticks = yardsticks.stream().filter(engines::contains).toList();
		this.time = time;
		for (Row row : rows) {
			this.programs.computeIfAbsent(row.program(), (name) -> new LinkedHashMap<>()).put(row.engine(), row);
		}
	}

	/// Programs whose engines do not answer the same, each in a sentence.
	List<String> disagreements() {
		List<String> disagreements = new ArrayList<>();
		this.programs.forEach((program, rows) -> {
			int calls = rows.values()
				.stream()
				.flatMap((row) -> row.checksums().stream())
				.mapToInt(List::size)
				.max()
				.orElse(0);
			IntStream.range(0, calls)
				.mapToObj((call) -> disagreement(program, rows.values(), call))
				.flatMap(Optional::stream)
				.findFirst()
				.ifPresent(disagreements::add);
		});
		return disagreements;
	}

	/// Compares the same call in all engines: what it answers may depend on those before.
	private static Optional<String> disagreement(String program, Collection<Row> rows, int call) {
		Map<String, Set<String>> engines = new TreeMap<>();
		for (Row row : rows) {
			for (List<String> checksums : row.checksums()) {
				if (call < checksums.size()) {
					engines.computeIfAbsent(checksums.get(call), (each) -> new TreeSet<>()).add(row.engine());
				}
			}
		}
		return (engines.size() <= 1) ? Optional.empty()
				: Optional.of("%s, call %d: engines disagree: %s".formatted(program, call + 1, engines));
	}

	/// Everything, as Markdown.
	String markdown() {
		StringBuilder text = new StringBuilder();
		text.append(details()).append('\n');
		text.append("Fastest call, ms:\n\n").append(side((row) -> row.best(this.time))).append('\n');
		text.append("Until the first result from the cache, ms:\n\n").append(side(Comparison::untilFirst)).append('\n');
		this.footnotes.forEach((note) -> text.append(note).append('\n'));
		disagreements().forEach((each) -> text.append("**").append(each).append("**\n"));
		return text.toString();
	}

	private static OptionalDouble untilFirst(Row row) {
		OptionalDouble first = row.failure().isPresent() ? OptionalDouble.empty() : row.least(Report::first);
		OptionalDouble load = row.least(Report::load);
		OptionalDouble ready = load.isPresent() ? load : row.least(Report::compile);
		return first.isPresent() ? OptionalDouble.of(first.getAsDouble() + ready.orElse(0)) : first;
	}

	private Table details() {
		Table table = new Table(2, List.of("program", "engine", "compile ms", "load ms", "first call ms",
				"to within 10 % ms", "best ms", "peak MiB"));
		this.programs.forEach((program, rows) -> rows.values()
			.forEach((row) -> table.add(List.of(program, row.engine() + mark(row), text(row.least(Report::compile)),
					text(row.least(Report::load)), text(row.least(Report::first)),
					text(row.least((report) -> report.settled(this.time))),
					text(row.least((report) -> report.best(this.time))), text(row.peakMebibytes())))));
		return table;
	}

	/// A reference to a footnote that says why something does not run.
	private String mark(Row row) {
		Optional<String> failure = row.failure();
		if (failure.isEmpty()) {
			return "";
		}
		String note = "%s, %s: %s".formatted(row.engine(), row.program(), failure.get());
		this.footnotes.add("[%d] %s\n".formatted(this.footnotes.size() + 1, note));
		return " [%d]".formatted(this.footnotes.size());
	}

	private Table side(Function<Row, OptionalDouble> figure) {
		List<String> headings = new ArrayList<>(List.of("program"));
		headings.addAll(this.engines);
		this.yardsticks.forEach((yardstick) -> headings.add(SUBJECT + "/" + yardstick));
		Table table = new Table(1, headings);
		this.programs.forEach((program, rows) -> {
			List<String> cells = new ArrayList<>(List.of(program));
			this.engines.forEach((engine) -> cells.add(text(figure(rows, engine, figure))));
			this.yardsticks.forEach((yardstick) -> cells.add(decimal(ratio(rows, SUBJECT, yardstick, figure))));
			table.add(cells);
		});
		this.yardsticks.forEach((yardstick) -> table.add(means(yardstick, figure)));
		return table;
	}

	/// The geometric means of the ratios of all engines and one, over the programs that
	/// both run.
	private List<String> means(String yardstick, Function<Row, OptionalDouble> figure) {
		List<String> cells = new ArrayList<>(List.of("geo. mean / " + yardstick));
		this.engines.forEach((engine) -> cells.add(decimal(mean(engine, yardstick, figure))));
		this.yardsticks
			.forEach((other) -> cells.add(other.equals(yardstick) ? decimal(mean(SUBJECT, yardstick, figure)) : ""));
		return cells;
	}

	private OptionalDouble mean(String engine, String yardstick, Function<Row, OptionalDouble> figure) {
		OptionalDouble logarithm = this.programs.values()
			.stream()
			.flatMapToDouble((rows) -> ratio(rows, engine, yardstick, figure).stream())
			.map(Math::log)
			.average();
		return logarithm.isPresent() ? OptionalDouble.of(Math.exp(logarithm.getAsDouble())) : logarithm;
	}

	private static OptionalDouble ratio(Map<String, Row> rows, String engine, String yardstick,
			Function<Row, OptionalDouble> figure) {
		OptionalDouble one = figure(rows, engine, figure);
		OptionalDouble other = figure(rows, yardstick, figure);
		return (one.isPresent() && other.isPresent()) ? OptionalDouble.of(one.getAsDouble() / other.getAsDouble())
				: OptionalDouble.empty();
	}

	private static OptionalDouble figure(Map<String, Row> rows, String engine, Function<Row, OptionalDouble> figure) {
		return Stream.ofNullable(rows.get(engine)).map(figure).findFirst().orElse(OptionalDouble.empty());
	}

	private static String text(OptionalDouble value) {
		if (value.isEmpty()) {
			return NONE;
		}
		return String.format(Locale.ROOT, (value.getAsDouble() < PRECISE) ? "%.2f" : "%.0f", value.getAsDouble());
	}

	private static String decimal(OptionalDouble value) {
		return value.isEmpty() ? NONE : String.format(Locale.ROOT, "%.2f", value.getAsDouble());
	}

}
