package dev.graft.bench.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReportTests {

	private final Report report = Report.of(List.of("load 3.5", "the guest says hello", "start 2.0",
			"call 100.0 90.0 7", "call 30.0 29.0 7", "call 11.0 10.5 7", "call 10.0 10.0 7"), 2048);

	@Test
	void readsWhatAProcessPrints() {
		assertThat(this.report.load()).hasValue(3.5);
		assertThat(this.report.compile()).isEmpty();
		assertThat(this.report.calls()).hasSize(4);
		assertThat(this.report.calls().getFirst()).isEqualTo(new Report.Call(100, 90, "7"));
		assertThat(this.report.failure()).isEmpty();
	}

	@Test
	void dividesWhatAProcessPrintsThatRunsSeveralFunctions() {
		List<Report> reports = Report.inTurn(List.of("load 3.5", "start 2.0", "function one", "call 3.0 3.0 7",
				"function two", "call 4.0 4.0 8", "call 2.0 2.0 8", "function three", "failed no memory"), 2048);
		assertThat(reports).extracting((each) -> each.calls().size()).containsExactly(1, 2, 0);
		assertThat(reports.get(0).load()).hasValue(3.5);
		assertThat(reports.get(1).first()).hasValue(4);
		assertThat(reports.get(2).failure()).hasValue("no memory");
	}

	@Test
	void isOneReportIfNoFunctionIsNamed() {
		assertThat(Report.inTurn(List.of("compile 3.5"), 2048))
			.containsExactly(Report.of(List.of("compile 3.5"), 2048));
	}

	@Test
	void countsInstantiatingToTheFirstResult() {
		assertThat(this.report.first()).hasValue(102);
	}

	@Test
	void isSettledWhenACallTakesTenPercentMoreThanTheFastestOne() {
		assertThat(this.report.best(Report.Call::wall)).hasValue(10);
		assertThat(this.report.settled(Report.Call::wall)).hasValue(132);
	}

	@Test
	void takesTheTimeToCompileFromAnotherProcessUnlessThereIsOne() {
		assertThat(this.report.compiled(OptionalDouble.of(8)).compile()).hasValue(8);
		assertThat(this.report.compiled(OptionalDouble.of(8)).compiled(OptionalDouble.of(9)).compile()).hasValue(8);
	}

	@Test
	void tellsWhySomethingFailed() {
		assertThat(Report.of(List.of("failed no such import"), 0).failure()).contains("no such import");
	}

}
