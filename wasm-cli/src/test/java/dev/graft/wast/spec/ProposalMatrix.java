package dev.graft.wast.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// `docs/PROPOSALS.md`: which features there are, and how much of the suite passes for
/// each. Everything in it follows from [Proposal], and from what the three
/// runs of the suite have counted.
///
/// A run compares its own column and fails if it is another; with `-Dgraft.bless=true` it
/// writes it.
final class ProposalMatrix {

	private static final Path DOCUMENT = Path.of("../docs/PROPOSALS.md");

	private static final String HEADER = """
			# Proposals

			What of WebAssembly there is, each under the name of its switch (`EngineConfig`, `wasm.features.NAME`, `graft … --enable NAME`), whether it is on by default, the version of
			the standard that it is part of, and Wasmtime's tier for it. The counts are those of the official suite, which comes in files: how many there
			are about the feature, and how many of their assertions pass when each module is compiled on the spot, when every function is cut into pieces of a
			hundred bytes, and when artifacts are mapped by an engine without a compiler (which leaves out assertions about modules that do not compile).
			All there is in the suite passes, except for what
			[exclusions.txt](../wasm-cli/src/test/resources/dev/graft/wast/spec/exclusions.txt) lists.

			The suite's tests write this file: `mvn verify -Dgraft.spec.dir=DIR -Dgraft.bless=true`.

			| feature | default | standard | Wasmtime | files | compiled | in pieces | mapped | notes |
			|---|---|---|---|--:|--:|--:|--:|---|
			""";

	private static final int FIRST_COUNT = 5;

	private final Map<Proposal, long[]> counts = new EnumMap<>(Proposal.class);

	/// A run of the suite, which has a column of its own.
	enum Run {

		/// Compiled on the spot.
		COMPILED(1),

		/// Cut into pieces.
		IN_PIECES(2),

		/// From mapped artifacts.
		MAPPED(3);

		/// The number of its column, behind that of the files.
		private final int column;

		Run(int column) {
			this.column = column;
		}

	}

	private ProposalMatrix() {
		for (Proposal proposal : Proposal.values()) {
			this.counts.put(proposal, new long[1 + Run.values().length]);
		}
	}

	/// Compares a run with the document.
	/// @param passed how many assertions have passed, by file
	static void check(Run run, Map<String, Long> passed) throws IOException {
		ProposalMatrix matrix = read();
		matrix.counts.values().forEach((row) -> {
			row[0] = 0;
			row[run.column] = 0;
		});
		passed.forEach((file, assertions) -> {
			long[] row = Objects.requireNonNull(matrix.counts.get(Proposal.of(file)));
			row[0]++;
			row[run.column] += assertions;
		});
		matrix.compare();
	}

	/// Compares what needs no run of the suite with the document.
	static void check() throws IOException {
		read().compare();
	}

	private void compare() throws IOException {
		if (Boolean.getBoolean("graft.bless")) {
			Files.writeString(DOCUMENT, text());
		}
		assertThat(Files.readString(DOCUMENT)).as("docs/PROPOSALS.md; -Dgraft.bless=true writes it").isEqualTo(text());
	}

	private static ProposalMatrix read() throws IOException {
		ProposalMatrix matrix = new ProposalMatrix();
		Map<String, Proposal> byTitle = new LinkedHashMap<>();
		Arrays.stream(Proposal.values()).forEach((proposal) -> byTitle.put(proposal.title(), proposal));
		for (String line : Files.exists(DOCUMENT) ? Files.readAllLines(DOCUMENT) : List.<String>of()) {
			String[] cells = line.split("\\|", -1);
			Proposal proposal = (cells.length > 2) ? byTitle.get(cells[1].strip()) : null;
			if (proposal != null) {
				matrix.counts.put(proposal, numbers(cells));
			}
		}
		return matrix;
	}

	private static long[] numbers(String[] cells) {
		long[] numbers = new long[1 + Run.values().length];
		for (int i = 0; i < numbers.length; i++) {
			String cell = cells[FIRST_COUNT + i].replace(",", "").strip();
			numbers[i] = cell.isEmpty() ? 0 : Long.parseLong(cell);
		}
		return numbers;
	}

	private String text() {
		StringBuilder text = new StringBuilder(HEADER);
		long[] total = new long[1 + Run.values().length];
		this.counts.forEach((proposal, numbers) -> {
			text.append("| %s | %s | %s | %s ".formatted(proposal.title(), proposal.byDefault(), proposal.standard(),
					proposal.tier()));
			append(text, numbers);
			text.append("| %s |%n".formatted(proposal.notes()));
			Arrays.setAll(total, (i) -> total[i] + numbers[i]);
		});
		text.append("| **all** | | | ");
		append(text, total);
		return text.append("| |\n").toString().replace("\r\n", "\n");
	}

	private static void append(StringBuilder text, long[] numbers) {
		for (long number : numbers) {
			text.append("| ").append(numbers[0] == 0 ? "" : String.format(Locale.ROOT, "%,d", number)).append(' ');
		}
	}

}
