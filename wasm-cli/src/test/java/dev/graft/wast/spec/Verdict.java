package dev.graft.wast.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.wast.runner.Outcome;
import dev.graft.wast.runner.ScriptReport;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Compares what came of scripts with what is known not to pass, and counts.
final class Verdict {

	private final Exclusions exclusions = Exclusions.read();

	private final boolean complete;

	private int wholeFiles;

	private int partialFiles;

	private int excludedFiles;

	private long passed;

	private final Map<String, Long> passedByFile = new TreeMap<>();

	private long excluded;

	/// @param complete whether scripts are run with all their commands, so that an
	/// excluded file in which nothing fails need not be excluded any more
	Verdict(boolean complete) {
		this.complete = complete;
	}

	/// Judges a script.
	/// @param report what came of it, or nothing if it could not even be read
	void judge(String file, Optional<ScriptReport> report) {
		if (this.exclusions.isExcluded(file)) {
			this.excludedFiles++;
			assertThat(this.complete && report.isPresent() && report.get().passed())
				.as("%s passes now and need not be excluded any more", file)
				.isFalse();
			return;
		}
		assertThat(report).as("%s can be read", file).isPresent();
		this.passedByFile.put(file, report.get().assertions(Outcome.Status.PASSED));
		judgeLines(report.get());
	}

	/// How many assertions have passed, by file.
	Map<String, Long> passedByFile() {
		return Collections.unmodifiableMap(this.passedByFile);
	}

	private void judgeLines(ScriptReport report) {
		Map<Integer, String> failures = new TreeMap<>();
		report.failures().forEach((failure) -> failures.put(failure.line(), failure.kind() + ": " + failure.detail()));
		Set<Integer> known = this.exclusions.lines(report.script());
		Set<Integer> passing = new TreeSet<>(known);
		passing.removeAll(failures.keySet());
		passing.retainAll(report.outcomes().stream().map(Outcome::line).toList());
		failures.keySet().removeAll(known);
		count(report, known.isEmpty());
		assertThat(failures).as("lines of %s that fail", report.script()).isEmpty();
		assertThat(otherTexts(report)).as("texts of %s that are not the specification's", report.script()).isEmpty();
		assertThat(passing).as("excluded lines of %s that pass now", report.script()).isEmpty();
	}

	private static List<Outcome> otherTexts(ScriptReport report) {
		return report.outcomes()
			.stream()
			.filter((outcome) -> outcome.status() == Outcome.Status.PASSED && !outcome.detail().isEmpty())
			.toList();
	}

	private void count(ScriptReport report, boolean whole) {
		if (whole) {
			this.wholeFiles++;
		}
		else {
			this.partialFiles++;
		}
		this.passed += report.assertions(Outcome.Status.PASSED);
		this.excluded += report.assertions(Outcome.Status.FAILED) + report.assertions(Outcome.Status.BLOCKED);
		System.out.println(report);
	}

	/// The counts, in a sentence.
	@Override
	public String toString() {
		return "%d assertions passed; %d files whole, %d files but for %d excluded assertions, %d files excluded"
			.formatted(this.passed, this.wholeFiles, this.partialFiles, this.excluded, this.excludedFiles);
	}

}
