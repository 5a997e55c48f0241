package dev.graft.bench.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTests {

	private static final List<String> ENGINES = List.of("graft", "v8");

	@Test
	void comparesWithGeometricMeans() {
		String text = comparison(row("one", "graft", "call 20.0 20.0 1"), row("one", "v8", "call 10.0 10.0 1"),
				row("two", "graft", "call 20.0 20.0 1"), row("two", "v8", "call 2.5 2.5 1"))
			.markdown();
		assertThat(text).containsPattern("\\| one +\\| +20 \\| +10 \\| +2\\.00 \\|")
			.containsPattern("\\| two +\\| +20 \\| +2\\.50 \\| +8\\.00 \\|")
			.containsPattern("\\| geo\\. mean / v8 +\\| +4\\.00 \\| +1\\.00 \\| +4\\.00 \\|");
	}

	@Test
	void comparesTheSameCallInAllEngines() {
		Comparison agreeing = comparison(row("one", "graft", "call 1.0 1.0 5", "call 1.0 1.0 6"),
				row("one", "v8", "call 1.0 1.0 5", "call 1.0 1.0 6", "call 1.0 1.0 7"));
		Comparison disagreeing = comparison(row("one", "graft", "call 1.0 1.0 5", "call 1.0 1.0 5"),
				row("one", "v8", "call 1.0 1.0 5", "call 1.0 1.0 6"));
		assertThat(agreeing.disagreements()).isEmpty();
		assertThat(disagreeing.disagreements()).containsExactly("one, call 2: engines disagree: {5=[graft], 6=[v8]}");
	}

	@Test
	void leavesOutOfMeansWhatOneOfTheEnginesDoesNotRunAndSaysWhy() {
		String text = comparison(row("one", "graft", "call 20.0 20.0 1"), row("one", "v8", "call 10.0 10.0 1"),
				row("two", "graft", "failed too large"), row("two", "v8", "call 1.0 1.0 1"))
			.markdown();
		assertThat(text).contains("[1] graft, two: too large")
			.containsPattern("\\| two +\\| +- \\| +1\\.00 \\| +- \\|")
			.containsPattern("\\| geo\\. mean / v8 +\\| +2\\.00 \\|");
	}

	private static Comparison comparison(Row... rows) {
		return new Comparison(List.of(rows), ENGINES, List.of("wasmtime", "v8"), Report.Call::wall);
	}

	private static Row row(String program, String engine, String... lines) {
		return new Row(program, engine, List.of(Report.of(List.of(lines), 0)));
	}

}
